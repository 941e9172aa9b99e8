-- Tells the planner that a contract lies in one ward. Without it the two conditions that every statement has are taken for
-- independent of each other, and a contract's thousands of cases in a country's millions for a single row.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['office', 'staff', 'staff_leave', 'qualification', 'overtime_month', 'critical_incident', 'support_case',
    'case_assignment', 'training_record', 'supervision_session', 'supervision_attendance', 'flag', 'flag_event', 'evaluation_day'] LOOP
    EXECUTE format('CREATE STATISTICS %I (dependencies) ON ward_id, contract_id FROM %I', t || '_contract_in_ward', t);
    EXECUTE format('ANALYZE %I', t);
  END LOOP;
END $$;
