-- Sessions and requests: what a manager reads of confirmations, who supervises whom by name, and a worker's choice among
-- the times that a supervisor offered.

-- A record that nobody disputes is no matter of the employer's.
DROP POLICY contract ON session_confirmation;
CREATE POLICY contract ON session_confirmation FOR SELECT TO sasae_app
  USING ((SELECT app_scope()) = 'contract' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract()) AND answer = 'disputed');

-- The contract's supervisors by name, and whom of the reader's own list each supervises.
CREATE FUNCTION app_supervisor_names() RETURNS TABLE (user_id uuid, name text, supervises uuid[]) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT m.user_id, coalesce(i.name, u.name),
      ARRAY(SELECT s.staff_id FROM supervisee s WHERE s.membership_id = m.id AND s.staff_id = ANY (app_staff()))
    FROM membership m JOIN user_account u ON u.id = m.user_id
      LEFT JOIN staff_identity i ON i.ward_id = m.ward_id AND i.contract_id = m.contract_id AND i.staff_id = m.staff_id
    WHERE m.role = 'supervisor' AND m.accepted_at IS NOT NULL AND m.ended_at IS NULL
      AND m.ward_id = app_ward() AND m.contract_id = app_contract() AND app_scope() = 'people' $$;

CREATE FUNCTION minute_of_day(clock text) RETURNS int LANGUAGE sql IMMUTABLE
  AS $$ SELECT split_part(clock, ':', 1)::int * 60 + split_part(clock, ':', 2)::int $$;

-- The worker chooses: the session is made in the name of the supervisor who offered the time, once, as long as the request is the
-- worker's own, the offer stands, that supervisor still supervises them, and neither of the two was booked since the offer was made.
CREATE FUNCTION app_pick_offer(request uuid, choice int, opened int, instant timestamptz) RETURNS TABLE (outcome text, picked uuid)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  r supervision_request;
  o jsonb;
  holder record;
  made uuid;
BEGIN
  SELECT q.* INTO r FROM supervision_request q
    WHERE app_scope() = 'people' AND q.ward_id = app_ward() AND q.contract_id = app_contract() AND q.id = request AND app_is_self(q.staff_id)
    FOR UPDATE;
  IF NOT FOUND THEN RETURN QUERY SELECT 'notFound'::text, NULL::uuid; RETURN; END IF;
  IF r.status = 'scheduled' THEN RETURN QUERY SELECT 'already'::text, r.session_id; RETURN; END IF;
  o := r.offers -> choice;
  IF r.status <> 'offered' OR r.version <> opened OR choice < 0 OR o IS NULL THEN RETURN QUERY SELECT 'changed'::text, NULL::uuid; RETURN; END IF;
  SELECT m.user_id, p.staff_code, u.name INTO holder FROM membership m JOIN user_account u ON u.id = m.user_id
      LEFT JOIN staff p ON p.ward_id = m.ward_id AND p.contract_id = m.contract_id AND p.id = m.staff_id
    WHERE m.user_id = r.answered_by AND m.role = 'supervisor' AND m.accepted_at IS NOT NULL AND m.ended_at IS NULL
      AND m.ward_id = r.ward_id AND m.contract_id = r.contract_id
      AND EXISTS (SELECT FROM supervisee s WHERE s.membership_id = m.id AND s.staff_id = r.staff_id)
    LIMIT 1;
  IF NOT FOUND THEN RETURN QUERY SELECT 'notSupervised'::text, NULL::uuid; RETURN; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended(holder.user_id::text, 4));
  IF EXISTS (SELECT FROM supervision_session s
      LEFT JOIN membership m ON m.user_id = holder.user_id AND m.role = 'supervisor' AND m.ward_id = s.ward_id AND m.contract_id = s.contract_id
        AND m.ended_at IS NULL
      LEFT JOIN staff p ON p.ward_id = m.ward_id AND p.contract_id = m.contract_id AND p.id = m.staff_id
    WHERE s.held_on = (o ->> 'heldOn')::date AND s.status <> 'cancelled' AND s.changed_at > r.answered_at
      AND (s.created_by = holder.user_id OR s.supervisor_code = p.staff_code
        OR EXISTS (SELECT FROM supervision_attendance a WHERE a.ward_id = s.ward_id AND a.contract_id = s.contract_id AND a.session_id = s.id
          AND a.contract_id = r.contract_id AND a.staff_id = r.staff_id))
      AND (s.start_time IS NULL OR (minute_of_day(s.start_time) < minute_of_day(o ->> 'startTime') + (o ->> 'minutes')::int
        AND minute_of_day(o ->> 'startTime') < minute_of_day(s.start_time) + s.minutes)))
    THEN RETURN QUERY SELECT 'taken'::text, NULL::uuid; RETURN; END IF;
  INSERT INTO supervision_session (ward_id, contract_id, session_ref, held_on, start_time, minutes, kind, supervisor_code, external, status,
      place, video_url, themes, created_by, changed_at)
    VALUES (r.ward_id, r.contract_id, 'request-' || r.id, (o ->> 'heldOn')::date, o ->> 'startTime', (o ->> 'minutes')::int, 'individual',
      coalesce(holder.staff_code, holder.name), holder.staff_code IS NULL, 'planned', o ->> 'place', o ->> 'videoUrl', r.themes,
      holder.user_id, instant)
    RETURNING id INTO made;
  INSERT INTO supervision_attendance (ward_id, contract_id, session_id, staff_id) VALUES (r.ward_id, r.contract_id, made, r.staff_id);
  UPDATE supervision_request SET status = 'scheduled', session_id = made, version = r.version + 1
    WHERE ward_id = r.ward_id AND contract_id = r.contract_id AND id = r.id;
  RETURN QUERY SELECT 'picked'::text, made;
END $$;
REVOKE EXECUTE ON FUNCTION app_supervisor_names(), app_pick_offer(uuid, int, int, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_supervisor_names(), app_pick_offer(uuid, int, int, timestamptz) TO sasae_app;
