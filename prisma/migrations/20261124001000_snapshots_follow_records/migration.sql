-- A kept figure must never outlive the records it was computed from, whoever changes them: every change of a record
-- drops the contract's snapshots. The shared lock keeps a computation under way from keeping what it read before.
CREATE FUNCTION forget_snapshots() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE touched record;
BEGIN
  FOR touched IN SELECT DISTINCT ward_id, contract_id FROM changed LOOP
    PERFORM pg_advisory_xact_lock_shared(hashtextextended('kpi_snapshot ' || touched.contract_id::text, 0));
    DELETE FROM kpi_snapshot WHERE ward_id = touched.ward_id AND contract_id = touched.contract_id;
  END LOOP;
  RETURN NULL;
END $$;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['office', 'staff', 'staff_leave', 'qualification', 'support_case', 'case_assignment', 'training_record',
    'supervision_session', 'supervision_attendance', 'monthly_return', 'specification', 'specification_target'] LOOP
    EXECUTE format('CREATE TRIGGER forget_snapshots_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS changed
      FOR EACH STATEMENT EXECUTE FUNCTION forget_snapshots()', t);
    EXECUTE format('CREATE TRIGGER forget_snapshots_update AFTER UPDATE ON %I REFERENCING NEW TABLE AS changed
      FOR EACH STATEMENT EXECUTE FUNCTION forget_snapshots()', t);
    EXECUTE format('CREATE TRIGGER forget_snapshots_delete AFTER DELETE ON %I REFERENCING OLD TABLE AS changed
      FOR EACH STATEMENT EXECUTE FUNCTION forget_snapshots()', t);
  END LOOP;
END $$;

-- Whoever may compute a ward's figures may keep them; snapshots hold totals only.
CREATE POLICY keep ON kpi_snapshot FOR INSERT TO sasae_app
  WITH CHECK ((SELECT app_scope()) = 'facts' AND ward_id = (SELECT app_ward()));
