-- A draft opens by itself only once its manager has released it; reminders go to those who have not fetched their token.

-- AlterTable
ALTER TABLE "survey_campaign" ADD COLUMN     "released" BOOLEAN NOT NULL DEFAULT false;

-- ---- Shuffling: the tables are locked in the order in which an answer touches them, and only where enough waits --------
CREATE OR REPLACE FUNCTION survey_shuffle(ward uuid, contract uuid, campaign uuid, threshold int) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE moved int;
BEGIN
  IF app_scope() <> 'survey' THEN RAISE EXCEPTION 'not in this scope'; END IF;
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

-- ---- Reminders -----------------------------------------------------------------------------------------

-- Whom a reminder of an open survey reaches: those with an account who have not fetched their token.
CREATE FUNCTION survey_reminder_contacts(ward uuid, contract uuid, campaign uuid)
  RETURNS TABLE (user_id uuid, email text, locale text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT DISTINCT ON (u.id) u.id, u.email, u.locale
    FROM survey_eligible e
      JOIN membership m ON m.ward_id = e.ward_id AND m.contract_id = e.contract_id AND m.staff_id = e.staff_id AND m.role = 'worker'
        AND m.accepted_at IS NOT NULL AND m.ended_at IS NULL
      JOIN user_account u ON u.id = m.user_id AND u.disabled_at IS NULL
    WHERE app_scope() = 'survey' AND e.ward_id = ward AND e.contract_id = contract AND e.campaign_id = campaign AND e.fetched_on IS NULL
    ORDER BY u.id $$;
REVOKE EXECUTE ON FUNCTION survey_reminder_contacts(uuid, uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION survey_reminder_contacts(uuid, uuid, uuid) TO sasae_app;

CREATE POLICY survey_queue ON outgoing_mail FOR INSERT TO sasae_app
  WITH CHECK ((SELECT app_scope()) = 'survey' AND kind = 'surveyReminder' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract()));

-- Who was reminded had not fetched a token by then: with the survey's end that is forgotten too, and what still waits is not sent.
CREATE FUNCTION survey_forget_reminders() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  DELETE FROM outgoing_mail WHERE kind = 'surveyReminder' AND ward_id = NEW.ward_id AND contract_id = NEW.contract_id
    AND key LIKE 'survey:' || NEW.id || ':%';
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION survey_forget_reminders() FROM PUBLIC;
CREATE TRIGGER survey_forget_reminders AFTER UPDATE OF status ON survey_campaign FOR EACH ROW
  WHEN (NEW.status = 'closed' AND OLD.status = 'open') EXECUTE FUNCTION survey_forget_reminders();
