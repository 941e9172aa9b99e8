-- An evaluation knows what people were told before it, and a digest finds what is unread without looking through years.

-- AlterTable
ALTER TABLE "evaluation_day" ADD COLUMN     "told" BOOLEAN NOT NULL DEFAULT false;


-- ---- What Prisma cannot say -----------------------------------------------------------------------------

GRANT UPDATE (told) ON evaluation_day TO sasae_app;
CREATE INDEX notification_unread ON notification (user_id) WHERE read_at IS NULL;
CREATE INDEX notification_undigested ON notification (user_id, day) WHERE digested_at IS NULL;

-- As before, with the contract's code, which some scopes that tell cannot read, and without workers who have left.
DROP FUNCTION notification_readers(uuid, uuid);
CREATE FUNCTION notification_readers(ward uuid, contract uuid)
  RETURNS TABLE (user_id uuid, role text, staff_id uuid, contract_code text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT m.user_id, m.role, coalesce(v.staff_id, CASE WHEN m.role = 'worker' THEN m.staff_id END), c.code
    FROM membership m JOIN user_account u ON u.id = m.user_id AND u.disabled_at IS NULL
      JOIN contract c ON c.ward_id = notification_readers.ward AND c.id = notification_readers.contract
      LEFT JOIN supervisee v ON v.membership_id = m.id AND m.role = 'supervisor'
      LEFT JOIN staff s ON m.role = 'worker' AND s.ward_id = m.ward_id AND s.contract_id = m.contract_id AND s.id = m.staff_id
    WHERE app_scope() IN ('contract', 'people', 'ward', 'survey') AND app_ward() = ward AND (app_scope() = 'ward' OR app_contract() = contract)
      AND m.ward_id = ward AND (m.contract_id = contract OR m.role = 'ward') AND m.accepted_at IS NOT NULL AND m.ended_at IS NULL
      AND (s.left_on IS NULL OR s.left_on >= (now() AT TIME ZONE 'Asia/Tokyo')::date) $$;
REVOKE EXECUTE ON FUNCTION notification_readers(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION notification_readers(uuid, uuid) TO sasae_app;
