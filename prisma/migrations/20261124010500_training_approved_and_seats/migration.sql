-- Training counts once it is approved, where the specification asks for it, and nobody approves their own. Seats of a
-- course are given under a lock by functions, because nobody sees who else has signed up.

-- Whether training attended on a day waits for the manager's approval: the terms of the day's fiscal year, or the newest before it.
CREATE FUNCTION app_training_approval(day date) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT coalesce((SELECT training_approval FROM specification
    WHERE ward_id = app_ward() AND contract_id = app_contract() AND fiscal_year <= extract(year FROM day - interval '3 months')
    ORDER BY fiscal_year DESC, version DESC LIMIT 1), false) $$;

-- The member of staff who signs in as a worker of the contract.
CREATE FUNCTION app_own_staff() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT staff_id FROM membership WHERE user_id = app_user() AND role = 'worker' AND accepted_at IS NOT NULL AND ended_at IS NULL
    AND ward_id = app_ward() AND contract_id = app_contract() AND staff_id = ANY (app_staff()) LIMIT 1 $$;

-- ---- Records --------------------------------------------------------------------------------------------

-- A person logs for themselves. What was approved stays; without approval, what was logged by form can still be put right.
DROP POLICY people_write ON training_record;
CREATE POLICY self_add ON training_record FOR INSERT TO sasae_app
  WITH CHECK ((SELECT app_scope()) = 'people' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract())
    AND staff_id = ANY ((SELECT app_staff())::uuid[]) AND app_is_self(staff_id) AND decided_by IS NULL AND course_date_id IS NULL
    AND (approval = 'pending' OR (approval = 'approved' AND NOT app_training_approval(attended_on))));
CREATE POLICY self_change ON training_record FOR UPDATE TO sasae_app
  USING ((SELECT app_scope()) = 'people' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract())
    AND staff_id = ANY ((SELECT app_staff())::uuid[]) AND app_is_self(staff_id)
    AND (approval <> 'approved' OR (decided_by IS NULL AND course_date_id IS NULL AND NOT app_training_approval(attended_on)
      AND record_ref ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$')))
  WITH CHECK ((SELECT app_scope()) = 'people' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract())
    AND staff_id = ANY ((SELECT app_staff())::uuid[]) AND app_is_self(staff_id) AND decided_by IS NULL AND course_date_id IS NULL
    AND (approval = 'pending' OR (approval = 'approved' AND NOT app_training_approval(attended_on))));
CREATE POLICY self_remove ON training_record FOR DELETE TO sasae_app
  USING ((SELECT app_scope()) = 'people' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract())
    AND staff_id = ANY ((SELECT app_staff())::uuid[]) AND app_is_self(staff_id)
    AND (approval <> 'approved' OR (decided_by IS NULL AND course_date_id IS NULL AND NOT app_training_approval(attended_on)
      AND record_ref ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$')));

-- ---- Seats ----------------------------------------------------------------------------------------------

-- Signing up and withdrawing pass through the functions alone.
DROP POLICY self_add ON course_sign_up;
DROP POLICY self_change ON course_sign_up;

-- Gives free seats to those who have waited longest; how many moved up. A seat once given is not taken back.
CREATE FUNCTION app_fill_seats(date_of uuid) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE capacity int; taken int; moved int;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('course_date ' || date_of::text, 0));
  SELECT c.seats INTO capacity FROM course_date d
    JOIN training_course c ON c.ward_id = d.ward_id AND c.contract_id = d.contract_id AND c.id = d.course_id
    WHERE d.ward_id = app_ward() AND d.contract_id = app_contract() AND d.id = date_of AND NOT d.cancelled AND NOT c.cancelled;
  IF NOT FOUND THEN RETURN 0; END IF;
  SELECT count(*) INTO taken FROM course_sign_up
    WHERE ward_id = app_ward() AND contract_id = app_contract() AND date_id = date_of AND status = 'signed_up';
  UPDATE course_sign_up SET status = 'signed_up'
    WHERE ward_id = app_ward() AND contract_id = app_contract() AND date_id = date_of AND staff_id IN (
      SELECT staff_id FROM course_sign_up
      WHERE ward_id = app_ward() AND contract_id = app_contract() AND date_id = date_of AND status = 'waiting'
      ORDER BY at, staff_id LIMIT CASE WHEN capacity IS NULL THEN NULL ELSE greatest(0, capacity - taken) END);
  GET DIAGNOSTICS moved = ROW_COUNT;
  RETURN moved;
END $$;

-- Signs the worker up, or puts them on the waiting list: what they are then, or 'closed'.
CREATE FUNCTION app_sign_up(date_of uuid, today date) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE own uuid := app_own_staff(); answer text;
BEGIN
  IF app_scope() <> 'people' OR own IS NULL THEN RETURN 'closed'; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('course_date ' || date_of::text, 0));
  PERFORM FROM course_date d
    JOIN training_course c ON c.ward_id = d.ward_id AND c.contract_id = d.contract_id AND c.id = d.course_id
    JOIN staff s ON s.ward_id = d.ward_id AND s.contract_id = d.contract_id AND s.id = own
    WHERE d.ward_id = app_ward() AND d.contract_id = app_contract() AND d.id = date_of AND NOT d.cancelled AND NOT c.cancelled
      AND d.held_on >= today AND s.hired_on <= d.held_on AND coalesce(s.left_on >= d.held_on, true);
  IF NOT FOUND THEN RETURN 'closed'; END IF;
  -- why: the clock and not the transaction's start, so that the order of the list is the order in which the lock was had.
  INSERT INTO course_sign_up AS held (ward_id, contract_id, date_id, staff_id, status, at)
    VALUES (app_ward(), app_contract(), date_of, own, 'waiting', clock_timestamp())
    ON CONFLICT (ward_id, contract_id, date_id, staff_id) DO UPDATE SET status = 'waiting', at = excluded.at, attendance = NULL
      WHERE held.status = 'withdrawn';
  PERFORM app_fill_seats(date_of);
  SELECT status INTO answer FROM course_sign_up
    WHERE ward_id = app_ward() AND contract_id = app_contract() AND date_id = date_of AND staff_id = own;
  RETURN answer;
END $$;

-- Gives the worker's place back; whoever has waited longest moves up. False where there is no place to give back.
CREATE FUNCTION app_withdraw(date_of uuid, today date) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE own uuid := app_own_staff();
BEGIN
  IF app_scope() <> 'people' OR own IS NULL THEN RETURN false; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('course_date ' || date_of::text, 0));
  UPDATE course_sign_up s SET status = 'withdrawn' FROM course_date d
    WHERE s.ward_id = app_ward() AND s.contract_id = app_contract() AND s.date_id = date_of AND s.staff_id = own
      AND s.status IN ('signed_up', 'waiting') AND s.attendance IS NULL
      AND d.ward_id = s.ward_id AND d.contract_id = s.contract_id AND d.id = s.date_id AND d.held_on >= today;
  IF NOT FOUND THEN RETURN false; END IF;
  PERFORM app_fill_seats(date_of);
  RETURN true;
END $$;

-- How full dates are, in numbers alone, and where the reader stands.
CREATE FUNCTION app_seats(date_ids uuid[])
  RETURNS TABLE (date_id uuid, seats int, signed_up int, waiting int, own_status text, own_position int)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT d.id, c.seats, count(*) FILTER (WHERE s.status = 'signed_up')::int, count(*) FILTER (WHERE s.status = 'waiting')::int,
    max(s.status) FILTER (WHERE s.staff_id = me.own),
    max(s.place) FILTER (WHERE s.staff_id = me.own AND s.status = 'waiting')::int
  FROM (SELECT app_own_staff() AS own) me CROSS JOIN course_date d
    JOIN training_course c ON c.ward_id = d.ward_id AND c.contract_id = d.contract_id AND c.id = d.course_id
    LEFT JOIN (SELECT u.*, row_number() OVER (PARTITION BY u.date_id, u.status ORDER BY u.at, u.staff_id) AS place FROM course_sign_up u
      WHERE u.ward_id = app_ward() AND u.contract_id = app_contract() AND u.date_id = ANY (date_ids)) s ON s.date_id = d.id
  WHERE d.ward_id = app_ward() AND d.contract_id = app_contract() AND d.id = ANY (date_ids) AND app_scope() IN ('people', 'contract')
  GROUP BY d.id, c.seats $$;

REVOKE EXECUTE ON FUNCTION app_training_approval(date), app_own_staff(), app_fill_seats(uuid), app_sign_up(uuid, date), app_withdraw(uuid, date),
  app_seats(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_training_approval(date), app_own_staff(), app_sign_up(uuid, date), app_withdraw(uuid, date), app_seats(uuid[]) TO sasae_app;
GRANT EXECUTE ON FUNCTION app_fill_seats(uuid) TO sasae_app;
