-- Sign-in shows people where they work: names of wards and contracts, nothing else of theirs.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['ward', 'contractor', 'contract'] LOOP
    EXECUTE format($p$CREATE POLICY accounts ON %I FOR SELECT TO sasae_app USING ((SELECT app_scope()) = 'accounts')$p$, t);
  END LOOP;
END $$;

-- An invitation is for one membership, which counts only once its person has accepted it: whoever holds an account under an
-- address without owning the address gains nothing from an invitation sent to its owner.
ALTER TABLE membership ADD COLUMN accepted_at TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP;
ALTER TABLE one_time_link ADD COLUMN membership_id UUID;
ALTER TABLE one_time_link ADD CONSTRAINT one_time_link_membership_id_fkey FOREIGN KEY (membership_id) REFERENCES membership (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE one_time_link ADD CHECK ((kind = 'invitation') = (membership_id IS NOT NULL));
CREATE INDEX one_time_link_membership_id_idx ON one_time_link (membership_id);

-- A contract's manager reads all memberships of the contract, and makes and ends those of workers and supervisors.
CREATE POLICY contract ON membership FOR SELECT TO sasae_app
  USING ((SELECT app_scope()) = 'contract' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract()));
CREATE POLICY contract_add ON membership FOR INSERT TO sasae_app
  WITH CHECK ((SELECT app_scope()) = 'contract' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract())
    AND role IN ('worker', 'supervisor') AND accepted_at IS NULL);
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
  WITH CHECK ((SELECT app_scope()) = 'contract' AND kind IN ('invitation', 'reset') AND user_id IN (SELECT user_id FROM membership));
CREATE POLICY contract ON sign_in_session TO sasae_app
  USING ((SELECT app_scope()) = 'contract' AND membership_id IN (SELECT id FROM membership))
  WITH CHECK (false);

-- What a manager must know of accounts outside the contract, and the platform of staff: no more than an id or a yes.
CREATE FUNCTION account_of(address text) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT id FROM user_account WHERE email = lower(address) AND app_scope() IN ('contract', 'platform') $$;
CREATE FUNCTION account_reaches_beyond(account uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT EXISTS (SELECT FROM membership WHERE user_id = account AND ended_at IS NULL AND accepted_at IS NOT NULL
    AND (role NOT IN ('worker', 'supervisor') OR ward_id IS DISTINCT FROM app_ward() OR contract_id IS DISTINCT FROM app_contract())) $$;
CREATE FUNCTION staff_of_code(ward uuid, contract uuid, code text) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT id FROM staff WHERE ward_id = ward AND contract_id = contract AND staff_code = code AND app_scope() = 'platform' $$;
REVOKE EXECUTE ON FUNCTION account_of(text), account_reaches_beyond(uuid), staff_of_code(uuid, uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION account_of(text), account_reaches_beyond(uuid), staff_of_code(uuid, uuid, text) TO sasae_app;
