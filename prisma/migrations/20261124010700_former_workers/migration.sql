-- A worker who has left keeps the own record: signing in finds former memberships too, and says that they are former.

-- The memberships under which an account may sign in on a day, for sign-in alone. A worker's ended membership, and one whose
-- post has ended, stay as former, for the own record; of two people once invited for the same member of staff only the later
-- one keeps it, since the earlier was invited in error. Everybody else's ended membership gives nothing.
CREATE FUNCTION account_standings(account uuid, day date) RETURNS TABLE (membership_id uuid, is_former boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT m.id, m.ended_at IS NOT NULL OR coalesce(m.role = 'worker' AND s.left_on < day, false)
    FROM membership m LEFT JOIN staff s ON s.ward_id = m.ward_id AND s.contract_id = m.contract_id AND s.id = m.staff_id
    WHERE app_scope() = 'accounts' AND m.user_id = account AND m.accepted_at IS NOT NULL
      AND (m.ended_at IS NULL OR (m.role = 'worker' AND s.id IS NOT NULL AND NOT EXISTS (
        SELECT FROM membership l WHERE l.ward_id = m.ward_id AND l.contract_id = m.contract_id AND l.staff_id = m.staff_id AND l.id <> m.id
          AND l.role = 'worker' AND l.accepted_at IS NOT NULL
          AND (l.ended_at IS NULL OR (l.created_at, l.id) > (m.created_at, m.id))))) $$;
-- Whether the signed-in person is or was a worker of a contract.
CREATE FUNCTION app_worked_for(contract uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT EXISTS (SELECT FROM membership WHERE user_id = app_user() AND role = 'worker' AND accepted_at IS NOT NULL
    AND staff_id IS NOT NULL AND contract_id = app_worked_for.contract) $$;
REVOKE EXECUTE ON FUNCTION account_standings(uuid, date), app_worked_for(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION account_standings(uuid, date), app_worked_for(uuid) TO sasae_app;

-- A reset link of one contract's manager must not open what the person keeps of another contract.
CREATE OR REPLACE FUNCTION account_reaches_beyond(account uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT EXISTS (SELECT FROM membership WHERE user_id = account AND accepted_at IS NOT NULL AND (ended_at IS NULL OR role = 'worker')
    AND (role NOT IN ('worker', 'supervisor') OR ward_id IS DISTINCT FROM app_ward() OR contract_id IS DISTINCT FROM app_contract())) $$;

-- What is carried along: the person's own, from a contract where they worked, and theirs to withdraw.
DROP POLICY self_add ON record_transfer;
CREATE POLICY self_add ON record_transfer FOR INSERT TO sasae_app
  WITH CHECK ((SELECT app_scope()) = 'people' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract())
    AND staff_id = ANY ((SELECT app_staff())::uuid[]) AND app_is_self(staff_id) AND user_id = (SELECT app_user())
    AND from_contract_id <> contract_id AND app_worked_for(from_contract_id));
CREATE POLICY self_remove ON record_transfer FOR DELETE TO sasae_app
  USING ((SELECT app_scope()) = 'people' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract())
    AND staff_id = ANY ((SELECT app_staff())::uuid[]) AND app_is_self(staff_id));
