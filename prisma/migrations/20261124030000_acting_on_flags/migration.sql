-- What people do about flags: plans with two clocks, saved what-ifs, notifications, thresholds, and how far a month's return has come.

-- AlterTable
ALTER TABLE "flag" ADD COLUMN     "thresholds" JSONB;

-- AlterTable
ALTER TABLE "specification" ADD COLUMN     "return_due_day" INTEGER,
ADD COLUMN     "thresholds" JSONB;

-- AlterTable
ALTER TABLE "user_account" ADD COLUMN     "digest" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "digest_token" UUID NOT NULL DEFAULT gen_random_uuid();

-- AlterTable
ALTER TABLE "ward" ADD COLUMN     "threshold_bounds" JSONB;

-- CreateTable
CREATE TABLE "improvement_plan" (
    "ward_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "rule" TEXT NOT NULL,
    "office_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "status" TEXT NOT NULL DEFAULT 'draft',
    "cause" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "review_on" DATE NOT NULL,
    "proposed_on" DATE,
    "ward_request" TEXT,
    "ward_due_on" DATE,
    "ward_answer" TEXT,
    "ward_answered_on" DATE,
    "agreed_on" DATE,
    "closed_on" DATE,
    "outcome" TEXT,
    "scenario_id" UUID,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "improvement_plan_pkey" PRIMARY KEY ("ward_id","contract_id","id")
);

-- CreateTable
CREATE TABLE "plan_measure" (
    "ward_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "plan_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "done_on" DATE,

    CONSTRAINT "plan_measure_pkey" PRIMARY KEY ("ward_id","contract_id","id")
);

-- CreateTable
CREATE TABLE "plan_flag" (
    "ward_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "flag_id" UUID NOT NULL,

    CONSTRAINT "plan_flag_pkey" PRIMARY KEY ("ward_id","contract_id","plan_id","flag_id")
);

-- CreateTable
CREATE TABLE "plan_event" (
    "ward_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "plan_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "note" TEXT,
    "actor_id" UUID,
    "actor_name" TEXT,
    "actor_role" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "plan_event_pkey" PRIMARY KEY ("ward_id","contract_id","id")
);

-- CreateTable
CREATE TABLE "scenario" (
    "ward_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "contract_id" UUID NOT NULL,
    "side" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "as_of" DATE NOT NULL,
    "input" JSONB NOT NULL,
    "result" JSONB NOT NULL,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "scenario_pkey" PRIMARY KEY ("ward_id","id")
);

-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "ward_id" UUID NOT NULL,
    "contract_id" UUID,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "severity" TEXT,
    "params" JSONB NOT NULL,
    "path" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),
    "digested_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "return_filing" (
    "ward_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "submitted_on" DATE,
    "accepted_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "return_filing_pkey" PRIMARY KEY ("ward_id","contract_id","month")
);

-- CreateIndex
CREATE INDEX "improvement_plan_ward_id_status_idx" ON "improvement_plan"("ward_id", "status");

-- CreateIndex
CREATE INDEX "plan_measure_ward_id_contract_id_plan_id_idx" ON "plan_measure"("ward_id", "contract_id", "plan_id");

-- CreateIndex
CREATE INDEX "plan_flag_ward_id_contract_id_flag_id_idx" ON "plan_flag"("ward_id", "contract_id", "flag_id");

-- CreateIndex
CREATE INDEX "plan_event_ward_id_contract_id_plan_id_at_idx" ON "plan_event"("ward_id", "contract_id", "plan_id", "at");

-- CreateIndex
CREATE INDEX "scenario_ward_id_contract_id_side_created_at_idx" ON "scenario"("ward_id", "contract_id", "side", "created_at");

-- CreateIndex
CREATE INDEX "notification_user_id_created_at_idx" ON "notification"("user_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "notification_user_id_key_key" ON "notification"("user_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "user_account_digest_token_key" ON "user_account"("digest_token");

-- AddForeignKey
ALTER TABLE "improvement_plan" ADD CONSTRAINT "improvement_plan_ward_id_contract_id_fkey" FOREIGN KEY ("ward_id", "contract_id") REFERENCES "contract"("ward_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_measure" ADD CONSTRAINT "plan_measure_ward_id_contract_id_plan_id_fkey" FOREIGN KEY ("ward_id", "contract_id", "plan_id") REFERENCES "improvement_plan"("ward_id", "contract_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_flag" ADD CONSTRAINT "plan_flag_ward_id_contract_id_plan_id_fkey" FOREIGN KEY ("ward_id", "contract_id", "plan_id") REFERENCES "improvement_plan"("ward_id", "contract_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_flag" ADD CONSTRAINT "plan_flag_ward_id_contract_id_flag_id_fkey" FOREIGN KEY ("ward_id", "contract_id", "flag_id") REFERENCES "flag"("ward_id", "contract_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_event" ADD CONSTRAINT "plan_event_ward_id_contract_id_plan_id_fkey" FOREIGN KEY ("ward_id", "contract_id", "plan_id") REFERENCES "improvement_plan"("ward_id", "contract_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scenario" ADD CONSTRAINT "scenario_ward_id_contract_id_fkey" FOREIGN KEY ("ward_id", "contract_id") REFERENCES "contract"("ward_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_ward_id_fkey" FOREIGN KEY ("ward_id") REFERENCES "ward"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return_filing" ADD CONSTRAINT "return_filing_ward_id_contract_id_fkey" FOREIGN KEY ("ward_id", "contract_id") REFERENCES "contract"("ward_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- ---- What Prisma cannot say -----------------------------------------------------------------------------

ALTER TABLE specification ADD CHECK (return_due_day BETWEEN 1 AND 28);
ALTER TABLE improvement_plan ADD CHECK (status IN ('draft', 'proposed', 'returned', 'agreed', 'done', 'withdrawn')),
  ADD CHECK ((status IN ('agreed', 'done')) = (agreed_on IS NOT NULL) OR status = 'withdrawn'),
  ADD CHECK ((ward_request IS NULL) = (ward_due_on IS NULL) OR status IN ('draft', 'returned', 'withdrawn')),
  ADD CHECK (cause <> '');
ALTER TABLE plan_measure ADD CHECK (kind IN ('hire', 'redistribute', 'supervision', 'training', 'working_time', 'pay', 'process', 'other')),
  ADD CHECK (owner IN ('manager', 'supervisor', 'contractor', 'ward')), ADD CHECK (text <> '');
ALTER TABLE plan_event ADD CHECK (kind IN ('created', 'changed', 'proposed', 'returned', 'agreed', 'answered', 'comment', 'measure_done', 'escalated', 'closed', 'withdrawn')),
  ADD CHECK (actor_role IN ('worker', 'supervisor', 'manager', 'ward', 'admin', 'system'));
ALTER TABLE scenario ADD CHECK (side IN ('contractor', 'ward')), ADD CHECK (kind IN ('redistribution', 'staffing')), ADD CHECK (name <> ''),
  ADD CHECK (side = 'contractor' OR kind = 'staffing');
ALTER TABLE notification ADD CHECK (severity IN ('watch', 'warning', 'critical')), ADD CHECK (path LIKE '/%');
ALTER TABLE return_filing ADD CHECK (extract(day FROM month) = 1), ADD CHECK (status IN ('draft', 'submitted', 'questioned', 'answered', 'accepted')),
  ADD CHECK ((status = 'draft') OR submitted_on IS NOT NULL);

GRANT SELECT, INSERT, UPDATE, DELETE ON improvement_plan, plan_measure, plan_flag, scenario, notification, return_filing TO sasae_app;
GRANT SELECT, INSERT ON plan_event TO sasae_app;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['improvement_plan', 'plan_measure', 'plan_flag', 'plan_event', 'scenario', 'notification', 'return_filing'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['improvement_plan', 'plan_measure', 'plan_flag', 'plan_event', 'return_filing'] LOOP
    EXECUTE format($p$CREATE POLICY contract ON %I TO sasae_app
      USING ((SELECT app_scope()) = 'contract' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract()))
      WITH CHECK ((SELECT app_scope()) = 'contract' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract()))$p$, t);
  END LOOP;
END $$;

-- A ward reads what has been put before it, and answers; which flags a plan is about stays with the contractor.
CREATE POLICY ward ON improvement_plan FOR SELECT TO sasae_app
  USING ((SELECT app_scope()) IN ('ward', 'facts') AND ward_id = (SELECT app_ward()) AND proposed_on IS NOT NULL);
CREATE POLICY ward_answer ON improvement_plan FOR UPDATE TO sasae_app
  USING ((SELECT app_scope()) = 'ward' AND ward_id = (SELECT app_ward()) AND proposed_on IS NOT NULL)
  WITH CHECK ((SELECT app_scope()) = 'ward' AND ward_id = (SELECT app_ward()) AND proposed_on IS NOT NULL);
CREATE POLICY ward ON plan_measure FOR SELECT TO sasae_app
  USING ((SELECT app_scope()) IN ('ward', 'facts') AND ward_id = (SELECT app_ward()) AND plan_id IN (SELECT id FROM improvement_plan));
CREATE POLICY ward ON plan_event FOR SELECT TO sasae_app
  USING ((SELECT app_scope()) IN ('ward', 'facts') AND ward_id = (SELECT app_ward()) AND plan_id IN (SELECT id FROM improvement_plan));
CREATE POLICY ward_add ON plan_event FOR INSERT TO sasae_app
  WITH CHECK ((SELECT app_scope()) = 'ward' AND ward_id = (SELECT app_ward()) AND actor_id = (SELECT app_user()) AND plan_id IN (SELECT id FROM improvement_plan));
CREATE POLICY ward ON return_filing FOR SELECT TO sasae_app
  USING ((SELECT app_scope()) IN ('ward', 'facts') AND ward_id = (SELECT app_ward()));
CREATE POLICY facts ON plan_flag FOR SELECT TO sasae_app USING ((SELECT app_scope()) = 'facts' AND ward_id = (SELECT app_ward()));

-- What a worker may know of the plan behind an own flag.
CREATE POLICY people ON plan_flag FOR SELECT TO sasae_app
  USING ((SELECT app_scope()) = 'people' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract()) AND flag_id IN (SELECT id FROM flag));
CREATE POLICY people ON improvement_plan FOR SELECT TO sasae_app
  USING ((SELECT app_scope()) = 'people' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract()) AND status <> 'draft'
    AND id IN (SELECT plan_id FROM plan_flag));
CREATE POLICY people ON plan_measure FOR SELECT TO sasae_app
  USING ((SELECT app_scope()) = 'people' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract())
    AND plan_id IN (SELECT id FROM improvement_plan));

-- Saved what-ifs: a contractor's speak of workers, so a ward never reads them, nor the other way round.
CREATE POLICY contract ON scenario TO sasae_app
  USING ((SELECT app_scope()) = 'contract' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract()) AND side = 'contractor')
  WITH CHECK ((SELECT app_scope()) = 'contract' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract()) AND side = 'contractor');
CREATE POLICY ward ON scenario TO sasae_app
  USING ((SELECT app_scope()) = 'ward' AND ward_id = (SELECT app_ward()) AND side = 'ward')
  WITH CHECK ((SELECT app_scope()) = 'ward' AND ward_id = (SELECT app_ward()) AND side = 'ward');

-- A ward's bounds for thresholds: nothing else of the ward's row is the ward's to change.
CREATE FUNCTION ward_set_threshold_bounds(bounds jsonb) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF app_scope() <> 'ward' THEN RAISE EXCEPTION 'not in this scope'; END IF;
  UPDATE ward SET threshold_bounds = bounds WHERE id = app_ward();
END $$;

-- With a plan's agreement its open flags are in hand; their history says since when and by whom.
CREATE FUNCTION plan_agreed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  WITH answered AS (
    UPDATE flag f SET status = 'plan_agreed' FROM plan_flag p
    WHERE p.ward_id = NEW.ward_id AND p.contract_id = NEW.contract_id AND p.plan_id = NEW.id
      AND f.ward_id = p.ward_id AND f.contract_id = p.contract_id AND f.id = p.flag_id AND f.resolved_on IS NULL
    RETURNING f.id)
  INSERT INTO flag_event (ward_id, contract_id, flag_id, day, kind, figures)
  SELECT NEW.ward_id, NEW.contract_id, answered.id, NEW.agreed_on, 'agreed', jsonb_build_object('actorName', w.name, 'actorRole', 'ward')
  FROM answered, ward w WHERE w.id = NEW.ward_id;
  RETURN NULL;
END $$;
CREATE TRIGGER plan_agreed AFTER UPDATE OF status ON improvement_plan FOR EACH ROW
  WHEN (NEW.status = 'agreed' AND OLD.status <> 'agreed') EXECUTE FUNCTION plan_agreed();

-- ---- Notifications ---------------------------------------------------------------------------------------

-- Everybody reads and marks their own; whoever acts in a ward tells others of it; the digest reads what is undelivered.
CREATE POLICY own ON notification TO sasae_app USING ((SELECT app_scope()) = 'self' AND user_id = (SELECT app_user()))
  WITH CHECK ((SELECT app_scope()) = 'self' AND user_id = (SELECT app_user()));
CREATE POLICY tell ON notification FOR INSERT TO sasae_app
  WITH CHECK ((SELECT app_scope()) IN ('contract', 'people', 'ward', 'survey') AND ward_id = (SELECT app_ward()));
CREATE POLICY digest ON notification TO sasae_app
  USING ((SELECT app_scope()) = 'platform') WITH CHECK ((SELECT app_scope()) = 'platform');
CREATE POLICY self ON user_account FOR SELECT TO sasae_app USING ((SELECT app_scope()) = 'self' AND id = (SELECT app_user()));

-- Who hears of a contract: its workers (by their staff id), supervisors (one row a supervisee), managers, and the ward's people.
CREATE FUNCTION notification_readers(ward uuid, contract uuid)
  RETURNS TABLE (user_id uuid, role text, staff_id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT m.user_id, m.role, coalesce(v.staff_id, CASE WHEN m.role = 'worker' THEN m.staff_id END)
    FROM membership m JOIN user_account u ON u.id = m.user_id AND u.disabled_at IS NULL
      LEFT JOIN supervisee v ON v.membership_id = m.id AND m.role = 'supervisor'
    WHERE app_scope() IN ('contract', 'people', 'ward', 'survey') AND app_ward() = ward AND (app_scope() = 'ward' OR app_contract() = contract)
      AND m.ward_id = ward AND (m.contract_id = contract OR m.role = 'ward') AND m.accepted_at IS NOT NULL AND m.ended_at IS NULL $$;

REVOKE EXECUTE ON FUNCTION ward_set_threshold_bounds(jsonb), plan_agreed(), notification_readers(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ward_set_threshold_bounds(jsonb), notification_readers(uuid, uuid) TO sasae_app;
