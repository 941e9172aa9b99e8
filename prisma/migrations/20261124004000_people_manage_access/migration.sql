-- Sign-in shows people where they work: names of wards and contracts, nothing else of theirs.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['ward', 'contractor', 'contract'] LOOP
    EXECUTE format($p$CREATE POLICY accounts ON %I FOR SELECT TO sasae_app USING ((SELECT app_scope()) = 'accounts')$p$, t);
  END LOOP;
END $$;

-- A "join" link tells a person who already has an account of a new membership; it sets no password.
ALTER TABLE one_time_link DROP CONSTRAINT one_time_link_kind_check,
  ADD CONSTRAINT one_time_link_kind_check CHECK (kind IN ('invitation', 'reset', 'first_admin', 'join'));

-- A contract's manager reads all memberships of the contract, and makes and ends those of workers and supervisors.
CREATE POLICY contract ON membership FOR SELECT TO sasae_app
  USING ((SELECT app_scope()) = 'contract' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract()));
CREATE POLICY contract_add ON membership FOR INSERT TO sasae_app
  WITH CHECK ((SELECT app_scope()) = 'contract' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract()) AND role IN ('worker', 'supervisor'));
CREATE POLICY contract_change ON membership FOR UPDATE TO sasae_app
  USING ((SELECT app_scope()) = 'contract' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract()) AND role IN ('worker', 'supervisor'))
  WITH CHECK ((SELECT app_scope()) = 'contract' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract()) AND role IN ('worker', 'supervisor'));

-- Accounts: those who belong to the contract can be read, new ones can be added, none can be changed.
CREATE POLICY contract ON user_account FOR SELECT TO sasae_app
  USING ((SELECT app_scope()) = 'contract' AND id IN (SELECT user_id FROM membership));
CREATE POLICY contract_add ON user_account FOR INSERT TO sasae_app
  WITH CHECK ((SELECT app_scope()) = 'contract' AND password_hash IS NULL AND disabled_at IS NULL);
CREATE POLICY contract ON one_time_link TO sasae_app
  USING ((SELECT app_scope()) = 'contract' AND user_id IN (SELECT user_id FROM membership))
  WITH CHECK ((SELECT app_scope()) = 'contract' AND kind IN ('invitation', 'reset', 'join') AND user_id IN (SELECT user_id FROM membership));
CREATE POLICY contract ON sign_in_session TO sasae_app
  USING ((SELECT app_scope()) = 'contract' AND membership_id IN (SELECT id FROM membership))
  WITH CHECK (false);

-- The two things a manager must know of accounts outside the contract; both answer with no more than they must.
CREATE FUNCTION account_of(address text) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT id FROM user_account WHERE email = lower(address) $$;
CREATE FUNCTION account_reaches_beyond(account uuid, ward uuid, contract uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT EXISTS (SELECT FROM membership WHERE user_id = account AND ended_at IS NULL
    AND (role NOT IN ('worker', 'supervisor') OR ward_id IS DISTINCT FROM ward OR contract_id IS DISTINCT FROM contract)) $$;
REVOKE EXECUTE ON FUNCTION account_of(text), account_reaches_beyond(uuid, uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION account_of(text), account_reaches_beyond(uuid, uuid, uuid) TO sasae_app;
