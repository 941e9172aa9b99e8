-- The anonymous survey. Who may answer, that a token was used and what was answered stand in tables that share no key;
-- answers carry no time and no order. Two scopes of their own: "ballot" puts an answer in and reads nothing of anyone,
-- "survey" opens, shuffles, closes and counts.

-- CreateTable
CREATE TABLE "survey_campaign" (
    "ward_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "title" TEXT NOT NULL,
    "title_en" TEXT,
    "kind" TEXT NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "questionnaire" JSONB NOT NULL,
    "languages" TEXT[] DEFAULT ARRAY['ja', 'en']::TEXT[],
    "free_text" BOOLEAN NOT NULL DEFAULT false,
    "opens_on" DATE NOT NULL,
    "closes_on" DATE NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "units" JSONB,
    "eligible" INTEGER,
    "public_key" JSONB,
    "private_key_id" TEXT,
    "private_key_nonce" BYTEA,
    "sealed_private_key" BYTEA,
    "opened_on" DATE,
    "closed_on" DATE,
    "reminded_on" DATE,
    "created_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "survey_campaign_pkey" PRIMARY KEY ("ward_id","contract_id","id")
);

-- CreateTable
CREATE TABLE "survey_eligible" (
    "ward_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "fetched_on" DATE,
    "blinded_hash" BYTEA,
    "reply" BYTEA,

    CONSTRAINT "survey_eligible_pkey" PRIMARY KEY ("ward_id","contract_id","campaign_id","staff_id")
);

-- CreateTable
CREATE TABLE "survey_spent" (
    "ward_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,

    CONSTRAINT "survey_spent_pkey" PRIMARY KEY ("ward_id","contract_id","campaign_id","token_hash")
);

-- CreateTable
CREATE TABLE "survey_holding" (
    "ward_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "content" JSONB NOT NULL,

    CONSTRAINT "survey_holding_pkey" PRIMARY KEY ("ward_id","contract_id","campaign_id","id")
);

-- CreateTable
CREATE TABLE "survey_answer" (
    "ward_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "unit" TEXT NOT NULL,
    "answers" JSONB NOT NULL,

    CONSTRAINT "survey_answer_pkey" PRIMARY KEY ("ward_id","contract_id","campaign_id","id")
);

-- CreateTable
CREATE TABLE "survey_comment" (
    "ward_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "survey_comment_pkey" PRIMARY KEY ("ward_id","contract_id","campaign_id","id")
);

-- CreateTable
CREATE TABLE "survey_result" (
    "ward_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "closed_on" DATE NOT NULL,
    "eligible" INTEGER NOT NULL,
    "answered" INTEGER NOT NULL,
    "cells" JSONB NOT NULL,

    CONSTRAINT "survey_result_pkey" PRIMARY KEY ("ward_id","contract_id","campaign_id")
);

-- CreateIndex
CREATE INDEX "survey_campaign_ward_id_contract_id_status_opens_on_idx" ON "survey_campaign"("ward_id", "contract_id", "status", "opens_on");

-- CreateIndex
CREATE INDEX "survey_result_ward_id_contract_id_closed_on_idx" ON "survey_result"("ward_id", "contract_id", "closed_on");

-- AddForeignKey
ALTER TABLE "survey_campaign" ADD CONSTRAINT "survey_campaign_ward_id_contract_id_fkey" FOREIGN KEY ("ward_id", "contract_id") REFERENCES "contract"("ward_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey_eligible" ADD CONSTRAINT "survey_eligible_ward_id_contract_id_campaign_id_fkey" FOREIGN KEY ("ward_id", "contract_id", "campaign_id") REFERENCES "survey_campaign"("ward_id", "contract_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey_eligible" ADD CONSTRAINT "survey_eligible_ward_id_contract_id_staff_id_fkey" FOREIGN KEY ("ward_id", "contract_id", "staff_id") REFERENCES "staff"("ward_id", "contract_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey_spent" ADD CONSTRAINT "survey_spent_ward_id_contract_id_campaign_id_fkey" FOREIGN KEY ("ward_id", "contract_id", "campaign_id") REFERENCES "survey_campaign"("ward_id", "contract_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey_holding" ADD CONSTRAINT "survey_holding_ward_id_contract_id_campaign_id_fkey" FOREIGN KEY ("ward_id", "contract_id", "campaign_id") REFERENCES "survey_campaign"("ward_id", "contract_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey_answer" ADD CONSTRAINT "survey_answer_ward_id_contract_id_campaign_id_fkey" FOREIGN KEY ("ward_id", "contract_id", "campaign_id") REFERENCES "survey_campaign"("ward_id", "contract_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey_comment" ADD CONSTRAINT "survey_comment_ward_id_contract_id_campaign_id_fkey" FOREIGN KEY ("ward_id", "contract_id", "campaign_id") REFERENCES "survey_campaign"("ward_id", "contract_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey_result" ADD CONSTRAINT "survey_result_ward_id_contract_id_campaign_id_fkey" FOREIGN KEY ("ward_id", "contract_id", "campaign_id") REFERENCES "survey_campaign"("ward_id", "contract_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;


ALTER TABLE specification ADD COLUMN survey_free_text BOOLEAN NOT NULL DEFAULT false;

-- ---- Checks ------------------------------------------------------------------------------------------

ALTER TABLE survey_campaign ADD CHECK (title <> ''), ADD CHECK (kind IN ('annual', 'pulse')), ADD CHECK (status IN ('draft', 'open', 'closed')),
  ADD CHECK (closes_on >= opens_on), ADD CHECK (languages <@ ARRAY['ja', 'en'] AND cardinality(languages) > 0),
  ADD CHECK (status = 'draft' OR (units IS NOT NULL AND eligible IS NOT NULL AND public_key IS NOT NULL AND opened_on IS NOT NULL)),
  -- A closed survey has no key any more: nothing can be signed for it, whoever wants it.
  ADD CHECK ((status = 'open') = (sealed_private_key IS NOT NULL)), ADD CHECK ((status = 'closed') = (closed_on IS NOT NULL));
ALTER TABLE survey_eligible ADD CHECK ((fetched_on IS NULL) OR (blinded_hash IS NULL) = (reply IS NULL));
ALTER TABLE survey_spent ADD CHECK (octet_length(token_hash) = 32);
ALTER TABLE survey_result ADD CHECK (answered <= eligible);
CREATE UNIQUE INDEX survey_campaign_one_open ON survey_campaign (ward_id, contract_id, kind) WHERE status = 'open';

-- ---- Frozen once open --------------------------------------------------------------------------------

CREATE FUNCTION survey_stays_as_opened() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status <> 'draft' AND ROW(NEW.title, NEW.title_en, NEW.kind, NEW.fiscal_year, NEW.questionnaire, NEW.languages, NEW.free_text, NEW.opens_on,
      NEW.units, NEW.eligible, NEW.public_key, NEW.opened_on)
    IS DISTINCT FROM ROW(OLD.title, OLD.title_en, OLD.kind, OLD.fiscal_year, OLD.questionnaire, OLD.languages, OLD.free_text, OLD.opens_on,
      OLD.units, OLD.eligible, OLD.public_key, OLD.opened_on) THEN
    RAISE EXCEPTION 'A survey that is open stays as it is, but for its closing day';
  END IF;
  IF OLD.status = 'closed' AND NEW IS DISTINCT FROM OLD THEN RAISE EXCEPTION 'A closed survey stays as it is'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER survey_stays_as_opened BEFORE UPDATE ON survey_campaign FOR EACH ROW EXECUTE FUNCTION survey_stays_as_opened();

-- ---- Shuffling: nothing of the order of arrival is left -----------------------------------------------------
-- Moves what waits into the answers, in random order, where at least the threshold wait for a survey. The waiting table is emptied
-- as a whole and what still waits written anew, and the used tokens are written anew too: physical order and transaction
-- numbers then tell the moment of the shuffle, and no arrival.
CREATE FUNCTION survey_shuffle(ward uuid, contract uuid, campaign uuid, threshold int) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE moved int;
BEGIN
  IF app_scope() <> 'survey' THEN RAISE EXCEPTION 'not in this scope'; END IF;
  LOCK TABLE survey_holding, survey_spent IN ACCESS EXCLUSIVE MODE;
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
-- The last step of closing: forgets tokens, replies and days, and writes answers and eligibility anew in random order.
CREATE FUNCTION survey_forget(ward uuid, contract uuid, campaign uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF app_scope() <> 'survey' THEN RAISE EXCEPTION 'not in this scope'; END IF;
  LOCK TABLE survey_answer, survey_comment, survey_spent, survey_eligible IN ACCESS EXCLUSIVE MODE;
  DELETE FROM survey_spent WHERE ward_id = ward AND contract_id = contract AND campaign_id = campaign;
  UPDATE survey_eligible SET fetched_on = NULL, blinded_hash = NULL, reply = NULL WHERE ward_id = ward AND contract_id = contract AND campaign_id = campaign;
  CREATE TEMPORARY TABLE forget_answer ON COMMIT DROP AS SELECT * FROM survey_answer;
  CREATE TEMPORARY TABLE forget_comment ON COMMIT DROP AS SELECT * FROM survey_comment;
  CREATE TEMPORARY TABLE forget_spent ON COMMIT DROP AS SELECT * FROM survey_spent;
  CREATE TEMPORARY TABLE forget_eligible ON COMMIT DROP AS SELECT * FROM survey_eligible;
  TRUNCATE survey_answer, survey_comment, survey_spent, survey_eligible;
  INSERT INTO survey_answer SELECT * FROM forget_answer ORDER BY gen_random_uuid();
  INSERT INTO survey_comment SELECT * FROM forget_comment ORDER BY gen_random_uuid();
  INSERT INTO survey_spent SELECT * FROM forget_spent ORDER BY gen_random_uuid();
  INSERT INTO survey_eligible SELECT * FROM forget_eligible ORDER BY gen_random_uuid();
  DROP TABLE forget_answer, forget_comment, forget_spent, forget_eligible;
END $$;
REVOKE EXECUTE ON FUNCTION survey_shuffle(uuid, uuid, uuid, int), survey_forget(uuid, uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION survey_shuffle(uuid, uuid, uuid, int), survey_forget(uuid, uuid, uuid) TO sasae_app;

-- ---- Grants and row-level security ---------------------------------------------------------------------

GRANT SELECT, INSERT, UPDATE, DELETE ON survey_campaign, survey_eligible TO sasae_app;
GRANT SELECT, INSERT ON survey_spent, survey_holding, survey_answer, survey_comment, survey_result TO sasae_app;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['survey_campaign', 'survey_eligible', 'survey_spent', 'survey_holding', 'survey_answer', 'survey_comment', 'survey_result'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
    EXECUTE format($p$CREATE POLICY survey ON %I TO sasae_app
      USING ((SELECT app_scope()) = 'survey' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract()))
      WITH CHECK ((SELECT app_scope()) = 'survey' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract()))$p$, t);
  END LOOP;
END $$;

-- The box takes answers to open surveys and gives none back. Used tokens can be asked for, never listed with anything else.
CREATE POLICY ballot ON survey_campaign FOR SELECT TO sasae_app USING ((SELECT app_scope()) = 'ballot' AND status <> 'draft');
CREATE POLICY ballot ON survey_spent FOR SELECT TO sasae_app USING ((SELECT app_scope()) = 'ballot');
CREATE POLICY ballot_add ON survey_spent FOR INSERT TO sasae_app WITH CHECK ((SELECT app_scope()) = 'ballot');
CREATE POLICY ballot_add ON survey_holding FOR INSERT TO sasae_app WITH CHECK ((SELECT app_scope()) = 'ballot');

-- A contractor manager prepares surveys and reads what is published, no sheet and no list of who fetched a token.
CREATE POLICY contract ON survey_campaign FOR SELECT TO sasae_app
  USING ((SELECT app_scope()) = 'contract' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract()));
CREATE POLICY contract_add ON survey_campaign FOR INSERT TO sasae_app
  WITH CHECK ((SELECT app_scope()) = 'contract' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract()) AND status = 'draft');
CREATE POLICY contract_change ON survey_campaign FOR UPDATE TO sasae_app
  USING ((SELECT app_scope()) = 'contract' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract()) AND status <> 'closed');
CREATE POLICY contract_remove ON survey_campaign FOR DELETE TO sasae_app
  USING ((SELECT app_scope()) = 'contract' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract()) AND status = 'draft');
CREATE POLICY contract ON survey_result FOR SELECT TO sasae_app
  USING ((SELECT app_scope()) = 'contract' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract()));
CREATE POLICY contract ON survey_comment FOR SELECT TO sasae_app
  USING ((SELECT app_scope()) = 'contract' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract())
    AND campaign_id IN (SELECT id FROM survey_campaign WHERE status = 'closed'));
CREATE POLICY ward ON survey_result FOR SELECT TO sasae_app USING ((SELECT app_scope()) IN ('ward', 'facts') AND ward_id = (SELECT app_ward()));
CREATE POLICY ward ON survey_campaign FOR SELECT TO sasae_app
  USING ((SELECT app_scope()) IN ('ward', 'facts') AND ward_id = (SELECT app_ward()) AND status <> 'draft');

-- A worker sees the surveys they may answer, and whether they have fetched their own token; workers see what is published too.
CREATE POLICY people ON survey_eligible FOR SELECT TO sasae_app
  USING ((SELECT app_scope()) = 'people' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract())
    AND staff_id = ANY ((SELECT app_staff())::uuid[]) AND app_is_self(staff_id));
CREATE POLICY people ON survey_campaign FOR SELECT TO sasae_app
  USING ((SELECT app_scope()) = 'people' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract()) AND status <> 'draft');
CREATE POLICY people ON survey_result FOR SELECT TO sasae_app
  USING ((SELECT app_scope()) = 'people' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract()));

-- Opening freezes who may answer: the survey's scope reads posts, without names.
CREATE POLICY survey ON staff FOR SELECT TO sasae_app
  USING ((SELECT app_scope()) = 'survey' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract()));
CREATE POLICY survey ON staff_leave FOR SELECT TO sasae_app
  USING ((SELECT app_scope()) = 'survey' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract()));
CREATE POLICY survey ON office FOR SELECT TO sasae_app
  USING ((SELECT app_scope()) = 'survey' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract()));
CREATE POLICY survey ON specification FOR SELECT TO sasae_app
  USING ((SELECT app_scope()) = 'survey' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract()));

-- A closed survey's figures are records that KPIs rest on.
CREATE TRIGGER forget_snapshots_insert AFTER INSERT ON survey_result REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION forget_snapshots();
