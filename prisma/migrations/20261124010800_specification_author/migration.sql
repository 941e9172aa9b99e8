-- A specification says who of the ward saved each version, and its supervision clause is an object or absent.

-- AlterTable
ALTER TABLE "specification" ADD COLUMN     "created_by" UUID;

ALTER TABLE specification ADD CHECK (jsonb_typeof(supervision_requirement) = 'object');

-- A ward reads no accounts; of its own members, past ones included, it may know the name.
CREATE FUNCTION app_ward_member_name(account uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT u.name FROM user_account u WHERE u.id = account AND app_scope() = 'ward' AND EXISTS (
    SELECT FROM membership m WHERE m.user_id = u.id AND m.role = 'ward' AND m.ward_id = app_ward() AND m.accepted_at IS NOT NULL) $$;
REVOKE EXECUTE ON FUNCTION app_ward_member_name(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_ward_member_name(uuid) TO sasae_app;
