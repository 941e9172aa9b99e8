-- One shuffle at a time: two that have both counted what waits would each wait for the other's read lock to empty the table.

CREATE OR REPLACE FUNCTION survey_shuffle(ward uuid, contract uuid, campaign uuid, threshold int) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE moved int;
BEGIN
  IF app_scope() <> 'survey' THEN RAISE EXCEPTION 'not in this scope'; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('survey_shuffle', 0));
  SELECT count(*) INTO moved FROM survey_holding WHERE ward_id = ward AND contract_id = contract AND campaign_id = campaign;
  IF moved < threshold OR moved = 0 THEN RETURN 0; END IF;
  LOCK TABLE survey_spent IN ACCESS EXCLUSIVE MODE;
  LOCK TABLE survey_holding IN ACCESS EXCLUSIVE MODE;
  SELECT count(*) INTO moved FROM survey_holding WHERE ward_id = ward AND contract_id = contract AND campaign_id = campaign;
  IF moved < threshold OR moved = 0 THEN RETURN 0; END IF;
  CREATE TEMPORARY TABLE shuffle_rest ON COMMIT DROP AS SELECT * FROM survey_holding WHERE campaign_id <> campaign;
  CREATE TEMPORARY TABLE shuffle_spent ON COMMIT DROP AS SELECT * FROM survey_spent;
  INSERT INTO survey_comment (ward_id, contract_id, campaign_id, id, text)
    SELECT ward_id, contract_id, campaign_id, gen_random_uuid(), content ->> 'comment' FROM survey_holding
    WHERE ward_id = ward AND contract_id = contract AND campaign_id = campaign AND coalesce(content ->> 'comment', '') <> '' ORDER BY gen_random_uuid();
  INSERT INTO survey_answer (ward_id, contract_id, campaign_id, id, unit, answers)
    SELECT ward_id, contract_id, campaign_id, gen_random_uuid(), content ->> 'unit', content -> 'answers' FROM survey_holding
    WHERE ward_id = ward AND contract_id = contract AND campaign_id = campaign ORDER BY gen_random_uuid();
  TRUNCATE survey_holding, survey_spent;
  INSERT INTO survey_holding SELECT * FROM shuffle_rest ORDER BY gen_random_uuid();
  INSERT INTO survey_spent SELECT * FROM shuffle_spent ORDER BY gen_random_uuid();
  DROP TABLE shuffle_rest, shuffle_spent;
  RETURN moved;
END $$;
