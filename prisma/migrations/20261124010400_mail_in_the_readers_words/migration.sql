-- Mail is queued as facts and put into words when it is sent, in the reader's language: what queues it writes no sentence.
ALTER TABLE "outgoing_mail" DROP COLUMN "calendar",
DROP COLUMN "calendar_method",
DROP COLUMN "html_body",
DROP COLUMN "subject",
DROP COLUMN "text_body",
ADD COLUMN     "content" JSONB,
ADD COLUMN     "step" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "thread" TEXT;

-- CreateIndex
CREATE INDEX "outgoing_mail_thread_step_idx" ON "outgoing_mail"("thread", "step");

-- Whom a session's mail goes to: the participants (staff_id) and the supervisor with an account (staff_id is null). Only of
-- sessions that the scope itself shows; a person's own account comes before the address on the staff list.
CREATE FUNCTION app_session_contacts(sessions uuid[])
  RETURNS TABLE (session_id uuid, staff_id uuid, user_id uuid, name text, email text, locale text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ WITH seen AS (
      SELECT s.ward_id, s.contract_id, s.id FROM supervision_session s
      WHERE s.ward_id = app_ward() AND s.contract_id = app_contract() AND s.id = ANY (sessions)
        AND (app_scope() = 'contract' OR (app_scope() = 'people' AND (s.created_by = app_user() OR EXISTS (
          SELECT FROM supervision_attendance a WHERE a.ward_id = s.ward_id AND a.contract_id = s.contract_id AND a.session_id = s.id
            AND a.staff_id = ANY (app_staff()))))))
    SELECT s.id, a.staff_id, u.id, coalesce(u.name, i.name, p.staff_code), coalesce(u.email, i.email), coalesce(u.locale, 'ja')
    FROM seen s
      JOIN supervision_attendance a ON a.ward_id = s.ward_id AND a.contract_id = s.contract_id AND a.session_id = s.id
      JOIN staff p ON p.ward_id = a.ward_id AND p.contract_id = a.contract_id AND p.id = a.staff_id
      LEFT JOIN staff_identity i ON i.ward_id = a.ward_id AND i.contract_id = a.contract_id AND i.staff_id = a.staff_id
      LEFT JOIN LATERAL (
        SELECT c.id, c.name, c.email, c.locale FROM membership m JOIN user_account c ON c.id = m.user_id AND c.disabled_at IS NULL
        WHERE m.ward_id = a.ward_id AND m.contract_id = a.contract_id AND m.staff_id = a.staff_id AND m.role = 'worker'
          AND m.accepted_at IS NOT NULL AND m.ended_at IS NULL
        ORDER BY m.accepted_at, m.id LIMIT 1) u ON true
    WHERE coalesce(u.email, i.email) IS NOT NULL
    UNION ALL
    SELECT s.id, NULL, u.id, u.name, u.email, u.locale
    FROM seen s JOIN user_account u ON u.id = app_session_supervisor(s.id) AND u.disabled_at IS NULL $$;

-- A calendar address is read without a session, so in sign-in's scope, which shows no supervision. This shows one account's
-- own sessions there: those it takes part in as a worker and those it holds as a supervisor, in memberships that count.
CREATE FUNCTION app_calendar_sessions(account uuid, first_day date, last_day date, cancelled_since timestamptz)
  RETURNS TABLE (session_id uuid, audience text, held_on date, start_time text, minutes int, kind text, status text, tentative boolean,
    place text, video_url text, sequence int, changed_at timestamptz) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT DISTINCT ON (s.held_on, s.start_time, s.id) s.id, CASE m.role WHEN 'worker' THEN 'participant' ELSE 'supervisor' END,
      s.held_on, s.start_time::text, s.minutes, s.kind, s.status, s.tentative, s.place, s.video_url, s.sequence, s.changed_at
    FROM membership m JOIN user_account u ON u.id = m.user_id AND u.disabled_at IS NULL
      LEFT JOIN staff p ON p.ward_id = m.ward_id AND p.contract_id = m.contract_id AND p.id = m.staff_id
      JOIN supervision_session s ON s.ward_id = m.ward_id AND s.contract_id = m.contract_id AND s.held_on BETWEEN first_day AND last_day
        AND (s.status <> 'cancelled' OR s.changed_at >= cancelled_since)
    WHERE app_scope() = 'accounts' AND m.user_id = account AND m.accepted_at IS NOT NULL AND m.ended_at IS NULL
      AND (m.role = 'worker' AND EXISTS (SELECT FROM supervision_attendance a
          WHERE a.ward_id = s.ward_id AND a.contract_id = s.contract_id AND a.session_id = s.id AND a.staff_id = m.staff_id)
        OR m.role = 'supervisor' AND (p.staff_code = s.supervisor_code
          OR (s.created_by = m.user_id AND NOT EXISTS (SELECT FROM membership h
            JOIN staff q ON q.ward_id = h.ward_id AND q.contract_id = h.contract_id AND q.id = h.staff_id
            WHERE h.ward_id = s.ward_id AND h.contract_id = s.contract_id AND h.role = 'supervisor' AND h.accepted_at IS NOT NULL
              AND h.ended_at IS NULL AND q.staff_code = s.supervisor_code))))
    ORDER BY s.held_on, s.start_time, s.id, m.role $$;
REVOKE EXECUTE ON FUNCTION app_session_contacts(uuid[]), app_calendar_sessions(uuid, date, date, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_session_contacts(uuid[]), app_calendar_sessions(uuid, date, date, timestamptz) TO sasae_app;
