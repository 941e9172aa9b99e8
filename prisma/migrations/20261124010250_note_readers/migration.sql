-- The name of the account that may read what a supervisee writes: accounts are sign-in's, but who writes must know who reads.
CREATE FUNCTION app_session_supervisor_name(session uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT u.name FROM user_account u WHERE u.id = app_session_supervisor(session)
    AND EXISTS (SELECT FROM supervision_attendance a WHERE a.ward_id = app_ward() AND a.contract_id = app_contract()
      AND a.session_id = session AND a.staff_id = ANY (app_staff())) $$;
REVOKE EXECUTE ON FUNCTION app_session_supervisor_name(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_session_supervisor_name(uuid) TO sasae_app;
