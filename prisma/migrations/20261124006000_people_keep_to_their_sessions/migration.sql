-- Supervision in the people scope. A worker writes only into sessions logged by themselves; a supervisor also into
-- those of the supervisees. Both need facts that the scope's list cannot tell: who supervises, and who made a session.
CREATE FUNCTION app_supervisees() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT coalesce(array_agg(s.staff_id), '{}') FROM supervisee s JOIN membership m ON m.id = s.membership_id
    WHERE m.user_id = app_user() AND m.accepted_at IS NOT NULL AND m.ended_at IS NULL AND s.ward_id = app_ward() AND s.contract_id = app_contract() $$;
CREATE FUNCTION app_made_session(session uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT EXISTS (SELECT FROM supervision_session
    WHERE ward_id = app_ward() AND contract_id = app_contract() AND id = session AND created_by = app_user()) $$;
-- The staff code under which the person appears in sessions; null for an external supervisor.
CREATE FUNCTION app_own_staff_code() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT s.staff_code FROM membership m
    JOIN staff s ON s.ward_id = m.ward_id AND s.contract_id = m.contract_id AND s.id = m.staff_id
    WHERE m.user_id = app_user() AND m.accepted_at IS NOT NULL AND m.ended_at IS NULL AND m.ward_id = app_ward() AND m.contract_id = app_contract()
    ORDER BY m.role = 'supervisor' DESC, s.staff_code LIMIT 1 $$;
REVOKE EXECUTE ON FUNCTION app_supervisees(), app_made_session(uuid), app_own_staff_code() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_supervisees(), app_made_session(uuid), app_own_staff_code() TO sasae_app;

-- A participant's row is written by whoever made the session or supervises the participant.
DROP POLICY people_write ON supervision_attendance;
CREATE POLICY people_add ON supervision_attendance FOR INSERT TO sasae_app
  WITH CHECK ((SELECT app_scope()) = 'people' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract())
    AND staff_id = ANY ((SELECT app_staff())::uuid[])
    AND (app_made_session(session_id) OR staff_id = ANY ((SELECT app_supervisees())::uuid[])));
CREATE POLICY people_change ON supervision_attendance FOR UPDATE TO sasae_app
  USING ((SELECT app_scope()) = 'people' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract())
    AND staff_id = ANY ((SELECT app_staff())::uuid[])
    AND (app_made_session(session_id) OR staff_id = ANY ((SELECT app_supervisees())::uuid[])));
CREATE POLICY people_remove ON supervision_attendance FOR DELETE TO sasae_app
  USING ((SELECT app_scope()) = 'people' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract())
    AND staff_id = ANY ((SELECT app_staff())::uuid[])
    AND (app_made_session(session_id) OR staff_id = ANY ((SELECT app_supervisees())::uuid[])));

-- A session is changed by whoever made it or supervises a participant; being invited is not enough.
DROP POLICY people_change ON supervision_session;
CREATE POLICY people_change ON supervision_session FOR UPDATE TO sasae_app
  USING ((SELECT app_scope()) = 'people' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract())
    AND (created_by = (SELECT app_user())
      OR id IN (SELECT session_id FROM supervision_attendance WHERE staff_id = ANY ((SELECT app_supervisees())::uuid[]))));
