-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "ward" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "code" CHAR(6) NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ward_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contractor" (
    "ward_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "name_en" TEXT,

    CONSTRAINT "contractor_pkey" PRIMARY KEY ("ward_id","id")
);

-- CreateTable
CREATE TABLE "contract" (
    "ward_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "contractor_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT,
    "name_en" TEXT,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contract_pkey" PRIMARY KEY ("ward_id","id")
);

-- CreateTable
CREATE TABLE "specification" (
    "ward_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "cap" DECIMAL(6,1) NOT NULL DEFAULT 50,
    "full_time_hours" DECIMAL(5,2) NOT NULL DEFAULT 40,
    "training_target_hours" DECIMAL(5,2) NOT NULL DEFAULT 20,
    "recognised_qualifications" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "pay_floor_jpy" INTEGER,
    "required_fte" DECIMAL(5,2),
    "required_outreach_workers" INTEGER NOT NULL DEFAULT 2,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "specification_pkey" PRIMARY KEY ("ward_id","contract_id","fiscal_year","version")
);

-- CreateTable
CREATE TABLE "specification_target" (
    "ward_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "indicator" TEXT NOT NULL,
    "target" DECIMAL(10,2) NOT NULL,

    CONSTRAINT "specification_target_pkey" PRIMARY KEY ("ward_id","contract_id","fiscal_year","version","indicator")
);

-- CreateTable
CREATE TABLE "office" (
    "ward_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "office_code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT,

    CONSTRAINT "office_pkey" PRIMARY KEY ("ward_id","contract_id","id")
);

-- CreateTable
CREATE TABLE "staff" (
    "ward_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "staff_code" TEXT NOT NULL,
    "office_id" UUID,
    "role" TEXT NOT NULL,
    "employment" TEXT NOT NULL DEFAULT 'full_time',
    "weekly_hours" DECIMAL(5,2) NOT NULL,
    "hired_on" DATE NOT NULL,
    "left_on" DATE,
    "dedicated_outreach" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "staff_pkey" PRIMARY KEY ("ward_id","contract_id","id")
);

-- CreateTable
CREATE TABLE "staff_identity" (
    "ward_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,

    CONSTRAINT "staff_identity_pkey" PRIMARY KEY ("ward_id","contract_id","staff_id")
);

-- CreateTable
CREATE TABLE "staff_pay" (
    "ward_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "annual_pay_jpy" INTEGER,
    "qualification_allowance_jpy" INTEGER,

    CONSTRAINT "staff_pay_pkey" PRIMARY KEY ("ward_id","contract_id","staff_id")
);

-- CreateTable
CREATE TABLE "staff_leave" (
    "ward_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "kind" TEXT NOT NULL DEFAULT 'other',

    CONSTRAINT "staff_leave_pkey" PRIMARY KEY ("ward_id","contract_id","staff_id","starts_on")
);

-- CreateTable
CREATE TABLE "qualification" (
    "ward_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "staff_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "obtained_on" DATE NOT NULL,
    "expires_on" DATE,
    "number" TEXT,

    CONSTRAINT "qualification_pkey" PRIMARY KEY ("ward_id","contract_id","id")
);

-- CreateTable
CREATE TABLE "overtime_month" (
    "ward_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "overtime_hours" DECIMAL(6,2),
    "leave_days_taken" DECIMAL(4,1),

    CONSTRAINT "overtime_month_pkey" PRIMARY KEY ("ward_id","contract_id","staff_id","month")
);

-- CreateTable
CREATE TABLE "critical_incident" (
    "ward_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "staff_id" UUID NOT NULL,
    "occurred_on" DATE NOT NULL,
    "kind" TEXT NOT NULL,

    CONSTRAINT "critical_incident_pkey" PRIMARY KEY ("ward_id","contract_id","id")
);

-- CreateTable
CREATE TABLE "support_case" (
    "ward_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "case_ref" TEXT NOT NULL,
    "office_id" UUID,
    "opened_on" DATE NOT NULL,
    "closed_on" DATE,
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "support_case_pkey" PRIMARY KEY ("ward_id","contract_id","id")
);

-- CreateTable
CREATE TABLE "case_assignment" (
    "ward_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,

    CONSTRAINT "case_assignment_pkey" PRIMARY KEY ("ward_id","contract_id","case_id","staff_id","from_on")
);

-- CreateTable
CREATE TABLE "training_record" (
    "ward_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "record_ref" TEXT NOT NULL,
    "staff_id" UUID NOT NULL,
    "attended_on" DATE NOT NULL,
    "title" TEXT NOT NULL,
    "provider" TEXT,
    "topic" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "hours" DECIMAL(4,2) NOT NULL,
    "in_working_time" BOOLEAN,
    "publicly_funded" BOOLEAN,

    CONSTRAINT "training_record_pkey" PRIMARY KEY ("ward_id","contract_id","id")
);

-- CreateTable
CREATE TABLE "supervision_session" (
    "ward_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "session_ref" TEXT NOT NULL,
    "held_on" DATE NOT NULL,
    "start_time" CHAR(5),
    "minutes" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "supervisor_code" TEXT,
    "external" BOOLEAN NOT NULL DEFAULT false,
    "status" TEXT NOT NULL,
    "place" TEXT,
    "themes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "created_by" UUID,

    CONSTRAINT "supervision_session_pkey" PRIMARY KEY ("ward_id","contract_id","id")
);

-- CreateTable
CREATE TABLE "supervision_attendance" (
    "ward_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "attendance" TEXT,

    CONSTRAINT "supervision_attendance_pkey" PRIMARY KEY ("ward_id","contract_id","session_id","staff_id")
);

-- CreateTable
CREATE TABLE "monthly_return" (
    "ward_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "indicator" TEXT NOT NULL,
    "month" DATE NOT NULL,
    "numerator" DECIMAL(14,2) NOT NULL,
    "denominator" DECIMAL(14,2),

    CONSTRAINT "monthly_return_pkey" PRIMARY KEY ("ward_id","contract_id","indicator","month")
);

-- CreateTable
CREATE TABLE "kpi_snapshot" (
    "ward_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "scope_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "indicator" TEXT NOT NULL,
    "value" DOUBLE PRECISION,
    "numerator" DOUBLE PRECISION,
    "denominator" DOUBLE PRECISION,

    CONSTRAINT "kpi_snapshot_pkey" PRIMARY KEY ("ward_id","contract_id","scope_id","day","indicator")
);

-- CreateTable
CREATE TABLE "flag" (
    "ward_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "rule" TEXT NOT NULL,
    "rule_version" INTEGER NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "staff_id" UUID,
    "office_id" UUID,
    "severity" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "raised_on" DATE NOT NULL,
    "resolved_on" DATE,
    "due_on" DATE,
    "figures" JSONB NOT NULL,
    "acknowledged_at" TIMESTAMPTZ(3),
    "acknowledged_by" UUID,

    CONSTRAINT "flag_pkey" PRIMARY KEY ("ward_id","contract_id","id")
);

-- CreateTable
CREATE TABLE "flag_event" (
    "ward_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "flag_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "severity" TEXT,
    "figures" JSONB,
    "note" TEXT,
    "actor_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "flag_event_pkey" PRIMARY KEY ("ward_id","contract_id","id")
);

-- CreateTable
CREATE TABLE "evaluation_day" (
    "ward_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "evaluated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evaluation_day_pkey" PRIMARY KEY ("ward_id","contract_id","day")
);

-- CreateTable
CREATE TABLE "import_batch" (
    "ward_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "status" TEXT NOT NULL DEFAULT 'previewed',
    "summary" JSONB NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_batch_pkey" PRIMARY KEY ("ward_id","contract_id","id")
);

-- CreateTable
CREATE TABLE "import_file" (
    "ward_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "import_file_pkey" PRIMARY KEY ("ward_id","contract_id","batch_id","name")
);

-- CreateTable
CREATE TABLE "user_account" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'ja',
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_session" (
    "id" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "absolute_end" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "membership_id" UUID,
    "user_agent" TEXT,

    CONSTRAINT "sign_in_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "ward_id" UUID,
    "contract_id" UUID,
    "staff_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "supervisee" (
    "ward_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,

    CONSTRAINT "supervisee_pkey" PRIMARY KEY ("ward_id","contract_id","membership_id","staff_id")
);

-- CreateTable
CREATE TABLE "one_time_link" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "token_hash" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "one_time_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "job_run" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "job" TEXT NOT NULL,
    "scheduled_for" TIMESTAMPTZ(3) NOT NULL,
    "scope" TEXT NOT NULL DEFAULT 'all',
    "trigger" TEXT NOT NULL DEFAULT 'schedule',
    "claimed_by" TEXT,
    "lease_until" TIMESTAMPTZ(3),
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "counts" JSONB,
    "error" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "job_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ward_id" UUID,
    "contract_id" UUID,
    "actor_id" UUID,
    "actor_role" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT,
    "subject_id" TEXT,
    "detail" JSONB,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ward_code_key" ON "ward"("code");

-- CreateIndex
CREATE UNIQUE INDEX "contractor_ward_id_name_key" ON "contractor"("ward_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "contract_code_key" ON "contract"("code");

-- CreateIndex
CREATE INDEX "contract_ward_id_contractor_id_idx" ON "contract"("ward_id", "contractor_id");

-- CreateIndex
CREATE UNIQUE INDEX "office_ward_id_contract_id_office_code_key" ON "office"("ward_id", "contract_id", "office_code");

-- CreateIndex
CREATE INDEX "staff_ward_id_contract_id_office_id_idx" ON "staff"("ward_id", "contract_id", "office_id");

-- CreateIndex
CREATE UNIQUE INDEX "staff_ward_id_contract_id_staff_code_key" ON "staff"("ward_id", "contract_id", "staff_code");

-- CreateIndex
CREATE INDEX "staff_identity_ward_id_contract_id_name_idx" ON "staff_identity"("ward_id", "contract_id", "name");

-- CreateIndex
CREATE INDEX "qualification_ward_id_contract_id_expires_on_idx" ON "qualification"("ward_id", "contract_id", "expires_on");

-- CreateIndex
CREATE UNIQUE INDEX "qualification_ward_id_contract_id_staff_id_kind_obtained_on_key" ON "qualification"("ward_id", "contract_id", "staff_id", "kind", "obtained_on");

-- CreateIndex
CREATE INDEX "critical_incident_ward_id_contract_id_staff_id_occurred_on_idx" ON "critical_incident"("ward_id", "contract_id", "staff_id", "occurred_on");

-- CreateIndex
CREATE INDEX "support_case_ward_id_contract_id_closed_on_idx" ON "support_case"("ward_id", "contract_id", "closed_on");

-- CreateIndex
CREATE UNIQUE INDEX "support_case_ward_id_contract_id_case_ref_key" ON "support_case"("ward_id", "contract_id", "case_ref");

-- CreateIndex
CREATE INDEX "case_assignment_ward_id_contract_id_staff_id_from_on_idx" ON "case_assignment"("ward_id", "contract_id", "staff_id", "from_on");

-- CreateIndex
CREATE INDEX "training_record_ward_id_contract_id_staff_id_attended_on_idx" ON "training_record"("ward_id", "contract_id", "staff_id", "attended_on");

-- CreateIndex
CREATE INDEX "training_record_ward_id_contract_id_attended_on_idx" ON "training_record"("ward_id", "contract_id", "attended_on");

-- CreateIndex
CREATE UNIQUE INDEX "training_record_ward_id_contract_id_record_ref_key" ON "training_record"("ward_id", "contract_id", "record_ref");

-- CreateIndex
CREATE INDEX "supervision_session_ward_id_contract_id_held_on_idx" ON "supervision_session"("ward_id", "contract_id", "held_on");

-- CreateIndex
CREATE UNIQUE INDEX "supervision_session_ward_id_contract_id_session_ref_key" ON "supervision_session"("ward_id", "contract_id", "session_ref");

-- CreateIndex
CREATE INDEX "supervision_attendance_ward_id_contract_id_staff_id_idx" ON "supervision_attendance"("ward_id", "contract_id", "staff_id");

-- CreateIndex
CREATE INDEX "flag_ward_id_contract_id_resolved_on_severity_idx" ON "flag"("ward_id", "contract_id", "resolved_on", "severity");

-- CreateIndex
CREATE INDEX "flag_ward_id_contract_id_staff_id_idx" ON "flag"("ward_id", "contract_id", "staff_id");

-- CreateIndex
CREATE UNIQUE INDEX "flag_ward_id_contract_id_rule_subject_id_raised_on_key" ON "flag"("ward_id", "contract_id", "rule", "subject_id", "raised_on");

-- CreateIndex
CREATE INDEX "flag_event_ward_id_contract_id_flag_id_day_idx" ON "flag_event"("ward_id", "contract_id", "flag_id", "day");

-- CreateIndex
CREATE INDEX "import_batch_ward_id_contract_id_created_at_idx" ON "import_batch"("ward_id", "contract_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "user_account_email_key" ON "user_account"("email");

-- CreateIndex
CREATE INDEX "sign_in_session_user_id_idx" ON "sign_in_session"("user_id");

-- CreateIndex
CREATE INDEX "membership_user_id_idx" ON "membership"("user_id");

-- CreateIndex
CREATE INDEX "membership_ward_id_contract_id_idx" ON "membership"("ward_id", "contract_id");

-- CreateIndex
CREATE INDEX "supervisee_membership_id_idx" ON "supervisee"("membership_id");

-- CreateIndex
CREATE UNIQUE INDEX "one_time_link_token_hash_key" ON "one_time_link"("token_hash");

-- CreateIndex
CREATE INDEX "one_time_link_user_id_idx" ON "one_time_link"("user_id");

-- CreateIndex
CREATE INDEX "job_run_job_started_at_idx" ON "job_run"("job", "started_at");

-- CreateIndex
CREATE UNIQUE INDEX "job_run_job_scheduled_for_scope_key" ON "job_run"("job", "scheduled_for", "scope");

-- CreateIndex
CREATE INDEX "audit_entry_ward_id_at_idx" ON "audit_entry"("ward_id", "at");

-- CreateIndex
CREATE INDEX "audit_entry_contract_id_at_idx" ON "audit_entry"("contract_id", "at");

-- AddForeignKey
ALTER TABLE "contractor" ADD CONSTRAINT "contractor_ward_id_fkey" FOREIGN KEY ("ward_id") REFERENCES "ward"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract" ADD CONSTRAINT "contract_ward_id_fkey" FOREIGN KEY ("ward_id") REFERENCES "ward"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract" ADD CONSTRAINT "contract_ward_id_contractor_id_fkey" FOREIGN KEY ("ward_id", "contractor_id") REFERENCES "contractor"("ward_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "specification" ADD CONSTRAINT "specification_ward_id_contract_id_fkey" FOREIGN KEY ("ward_id", "contract_id") REFERENCES "contract"("ward_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "specification_target" ADD CONSTRAINT "specification_target_ward_id_contract_id_fiscal_year_versi_fkey" FOREIGN KEY ("ward_id", "contract_id", "fiscal_year", "version") REFERENCES "specification"("ward_id", "contract_id", "fiscal_year", "version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "office" ADD CONSTRAINT "office_ward_id_contract_id_fkey" FOREIGN KEY ("ward_id", "contract_id") REFERENCES "contract"("ward_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff" ADD CONSTRAINT "staff_ward_id_contract_id_fkey" FOREIGN KEY ("ward_id", "contract_id") REFERENCES "contract"("ward_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff" ADD CONSTRAINT "staff_ward_id_contract_id_office_id_fkey" FOREIGN KEY ("ward_id", "contract_id", "office_id") REFERENCES "office"("ward_id", "contract_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_identity" ADD CONSTRAINT "staff_identity_ward_id_contract_id_staff_id_fkey" FOREIGN KEY ("ward_id", "contract_id", "staff_id") REFERENCES "staff"("ward_id", "contract_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_pay" ADD CONSTRAINT "staff_pay_ward_id_contract_id_staff_id_fkey" FOREIGN KEY ("ward_id", "contract_id", "staff_id") REFERENCES "staff"("ward_id", "contract_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_leave" ADD CONSTRAINT "staff_leave_ward_id_contract_id_staff_id_fkey" FOREIGN KEY ("ward_id", "contract_id", "staff_id") REFERENCES "staff"("ward_id", "contract_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "qualification" ADD CONSTRAINT "qualification_ward_id_contract_id_staff_id_fkey" FOREIGN KEY ("ward_id", "contract_id", "staff_id") REFERENCES "staff"("ward_id", "contract_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "overtime_month" ADD CONSTRAINT "overtime_month_ward_id_contract_id_staff_id_fkey" FOREIGN KEY ("ward_id", "contract_id", "staff_id") REFERENCES "staff"("ward_id", "contract_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "critical_incident" ADD CONSTRAINT "critical_incident_ward_id_contract_id_staff_id_fkey" FOREIGN KEY ("ward_id", "contract_id", "staff_id") REFERENCES "staff"("ward_id", "contract_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support_case" ADD CONSTRAINT "support_case_ward_id_contract_id_fkey" FOREIGN KEY ("ward_id", "contract_id") REFERENCES "contract"("ward_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support_case" ADD CONSTRAINT "support_case_ward_id_contract_id_office_id_fkey" FOREIGN KEY ("ward_id", "contract_id", "office_id") REFERENCES "office"("ward_id", "contract_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_assignment" ADD CONSTRAINT "case_assignment_ward_id_contract_id_case_id_fkey" FOREIGN KEY ("ward_id", "contract_id", "case_id") REFERENCES "support_case"("ward_id", "contract_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_assignment" ADD CONSTRAINT "case_assignment_ward_id_contract_id_staff_id_fkey" FOREIGN KEY ("ward_id", "contract_id", "staff_id") REFERENCES "staff"("ward_id", "contract_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_record" ADD CONSTRAINT "training_record_ward_id_contract_id_staff_id_fkey" FOREIGN KEY ("ward_id", "contract_id", "staff_id") REFERENCES "staff"("ward_id", "contract_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supervision_session" ADD CONSTRAINT "supervision_session_ward_id_contract_id_fkey" FOREIGN KEY ("ward_id", "contract_id") REFERENCES "contract"("ward_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supervision_attendance" ADD CONSTRAINT "supervision_attendance_ward_id_contract_id_session_id_fkey" FOREIGN KEY ("ward_id", "contract_id", "session_id") REFERENCES "supervision_session"("ward_id", "contract_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supervision_attendance" ADD CONSTRAINT "supervision_attendance_ward_id_contract_id_staff_id_fkey" FOREIGN KEY ("ward_id", "contract_id", "staff_id") REFERENCES "staff"("ward_id", "contract_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "monthly_return" ADD CONSTRAINT "monthly_return_ward_id_contract_id_fkey" FOREIGN KEY ("ward_id", "contract_id") REFERENCES "contract"("ward_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kpi_snapshot" ADD CONSTRAINT "kpi_snapshot_ward_id_contract_id_fkey" FOREIGN KEY ("ward_id", "contract_id") REFERENCES "contract"("ward_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "flag" ADD CONSTRAINT "flag_ward_id_contract_id_fkey" FOREIGN KEY ("ward_id", "contract_id") REFERENCES "contract"("ward_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "flag" ADD CONSTRAINT "flag_ward_id_contract_id_staff_id_fkey" FOREIGN KEY ("ward_id", "contract_id", "staff_id") REFERENCES "staff"("ward_id", "contract_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "flag" ADD CONSTRAINT "flag_ward_id_contract_id_office_id_fkey" FOREIGN KEY ("ward_id", "contract_id", "office_id") REFERENCES "office"("ward_id", "contract_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "flag_event" ADD CONSTRAINT "flag_event_ward_id_contract_id_flag_id_fkey" FOREIGN KEY ("ward_id", "contract_id", "flag_id") REFERENCES "flag"("ward_id", "contract_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_day" ADD CONSTRAINT "evaluation_day_ward_id_contract_id_fkey" FOREIGN KEY ("ward_id", "contract_id") REFERENCES "contract"("ward_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_ward_id_contract_id_fkey" FOREIGN KEY ("ward_id", "contract_id") REFERENCES "contract"("ward_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_file" ADD CONSTRAINT "import_file_ward_id_contract_id_batch_id_fkey" FOREIGN KEY ("ward_id", "contract_id", "batch_id") REFERENCES "import_batch"("ward_id", "contract_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_in_session" ADD CONSTRAINT "sign_in_session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_ward_id_fkey" FOREIGN KEY ("ward_id") REFERENCES "ward"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_ward_id_contract_id_fkey" FOREIGN KEY ("ward_id", "contract_id") REFERENCES "contract"("ward_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_ward_id_contract_id_staff_id_fkey" FOREIGN KEY ("ward_id", "contract_id", "staff_id") REFERENCES "staff"("ward_id", "contract_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supervisee" ADD CONSTRAINT "supervisee_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supervisee" ADD CONSTRAINT "supervisee_ward_id_contract_id_staff_id_fkey" FOREIGN KEY ("ward_id", "contract_id", "staff_id") REFERENCES "staff"("ward_id", "contract_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "one_time_link" ADD CONSTRAINT "one_time_link_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- ============================================================================================
-- By hand: what Prisma's schema cannot say.
-- ============================================================================================

CREATE EXTENSION IF NOT EXISTS btree_gist;

-- ---- Rules that the database can hold ---------------------------------------------------------

ALTER TABLE ward ADD CHECK (code ~ '^[0-9]{6}$'), ADD CHECK (name <> '');
ALTER TABLE contract ADD CHECK (ends_on >= starts_on), ADD CHECK (code <> '');
ALTER TABLE specification ADD CHECK (cap > 0), ADD CHECK (full_time_hours > 0), ADD CHECK (training_target_hours >= 0),
  ADD CHECK (version >= 1), ADD CHECK (fiscal_year BETWEEN 2000 AND 2200);
ALTER TABLE office ADD CHECK (office_code <> '');
ALTER TABLE staff ADD CHECK (left_on >= hired_on), ADD CHECK (weekly_hours > 0 AND weekly_hours <= 168), ADD CHECK (staff_code <> ''),
  ADD CHECK (role IN ('support_worker', 'chief_support_worker', 'employment_support_worker', 'outreach_worker', 'supervisor', 'manager', 'clerk')),
  ADD CHECK (employment IN ('full_time', 'part_time'));
ALTER TABLE staff_pay ADD CHECK (annual_pay_jpy >= 0), ADD CHECK (qualification_allowance_jpy >= 0);
ALTER TABLE staff_leave ADD CHECK (ends_on >= starts_on), ADD CHECK (kind IN ('parental', 'sick', 'care', 'other'));
ALTER TABLE qualification ADD CHECK (expires_on >= obtained_on),
  ADD CHECK (kind IN ('certified_social_worker', 'mental_health_social_worker', 'certified_psychologist', 'career_consultant', 'public_health_nurse', 'care_worker', 'other'));
ALTER TABLE overtime_month ADD CHECK (extract(day FROM month) = 1), ADD CHECK (overtime_hours >= 0 AND overtime_hours <= 744),
  ADD CHECK (leave_days_taken >= 0 AND leave_days_taken <= 31);
ALTER TABLE critical_incident ADD CHECK (kind IN ('violence', 'suicide', 'threat', 'other'));
ALTER TABLE support_case ADD CHECK (closed_on >= opened_on), ADD CHECK (case_ref <> ''),
  ADD CHECK (tags <@ ARRAY['debt', 'illness', 'mental_health', 'disability', 'family', 'isolation', 'housing', 'violence', 'addiction', 'foreign_resident', 'hikikomori', 'legal']);
ALTER TABLE case_assignment ADD CHECK (to_on >= from_on),
  ADD CONSTRAINT one_lead_a_day EXCLUDE USING gist (case_id WITH =, daterange(from_on, to_on, '[]') WITH &&) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE training_record ADD CHECK (hours > 0 AND hours <= 24 AND mod(hours, 0.25) = 0),
  ADD CHECK (topic IN ('basic', 'mental_health', 'developmental_disorder', 'addiction', 'multiple_debt', 'foreign_resident', 'other')),
  ADD CHECK (format IN ('lecture', 'case_study', 'role_play', 'e_learning', 'ojt'));
ALTER TABLE supervision_session ADD CHECK (minutes > 0 AND minutes <= 1440), ADD CHECK (kind IN ('individual', 'group')),
  ADD CHECK (status IN ('planned', 'held', 'cancelled')), ADD CHECK (start_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$');
ALTER TABLE supervision_attendance ADD CHECK (attendance IN ('attended', 'absent', 'excused'));
ALTER TABLE monthly_return ADD CHECK (extract(day FROM month) = 1), ADD CHECK (numerator >= 0), ADD CHECK (denominator >= 0);
ALTER TABLE flag ADD CHECK (severity IN ('watch', 'warning', 'critical')), ADD CHECK (status IN ('open', 'acknowledged', 'plan_agreed', 'resolved')),
  ADD CHECK (subject_kind IN ('staff', 'office', 'contract')), ADD CHECK (resolved_on >= raised_on),
  ADD CHECK ((status = 'resolved') = (resolved_on IS NOT NULL)),
  ADD CONSTRAINT one_flag_per_episode EXCLUDE USING gist (contract_id WITH =, subject_id WITH =, rule WITH =, daterange(raised_on, resolved_on, '[)') WITH &&);
ALTER TABLE flag_event ADD CHECK (severity IN ('watch', 'warning', 'critical'));
ALTER TABLE import_batch ADD CHECK (status IN ('previewed', 'confirmed', 'discarded'));
ALTER TABLE user_account ADD CHECK (email = lower(email)), ADD CHECK (locale IN ('ja', 'en'));
ALTER TABLE membership ADD CHECK (role IN ('worker', 'supervisor', 'manager', 'ward', 'admin')),
  ADD CHECK ((role = 'admin') = (ward_id IS NULL)), ADD CHECK ((role IN ('admin', 'ward')) = (contract_id IS NULL)),
  ADD CHECK (role <> 'worker' OR staff_id IS NOT NULL), ADD CHECK (role IN ('worker', 'supervisor') OR staff_id IS NULL);
ALTER TABLE one_time_link ADD CHECK (kind IN ('invitation', 'reset', 'first_admin'));

-- ---- Scope of the running transaction -----------------------------------------------------------

CREATE FUNCTION app_scope() RETURNS text LANGUAGE sql STABLE AS $$ SELECT coalesce(current_setting('app.scope', true), '') $$;
CREATE FUNCTION app_ward() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('app.ward', true), '')::uuid $$;
CREATE FUNCTION app_contract() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('app.contract', true), '')::uuid $$;
CREATE FUNCTION app_user() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('app.user', true), '')::uuid $$;
CREATE FUNCTION app_staff() RETURNS uuid[] LANGUAGE sql STABLE AS $$ SELECT coalesce(nullif(current_setting('app.staff', true), ''), '{}')::uuid[] $$;

-- ---- Grants: the app owns nothing; what it may not do at all it is not granted ----------------------

GRANT USAGE ON SCHEMA public TO sasae_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO sasae_app;
REVOKE UPDATE, DELETE ON audit_entry FROM sasae_app;
REVOKE UPDATE ON evaluation_day, import_file FROM sasae_app;

-- ---- Row-level security, forced on every table --------------------------------------------------------
-- "(SELECT app_ward())" is evaluated once per statement, so that indexes still serve.
-- The owner (migrations, backup) passes by a policy of its own; the app's role never owns.

DO $$
DECLARE t text;
BEGIN
  FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
  END LOOP;

  -- What a contract's own side may do: everything within the contract.
  FOREACH t IN ARRAY ARRAY['office', 'staff', 'staff_identity', 'staff_pay', 'staff_leave', 'qualification', 'overtime_month',
    'critical_incident', 'support_case', 'case_assignment', 'training_record', 'supervision_session', 'supervision_attendance',
    'monthly_return', 'kpi_snapshot', 'flag', 'flag_event', 'evaluation_day', 'import_batch', 'import_file', 'supervisee'] LOOP
    EXECUTE format($p$CREATE POLICY contract ON %I TO sasae_app
      USING ((SELECT app_scope()) = 'contract' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract()))
      WITH CHECK ((SELECT app_scope()) = 'contract' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract()))$p$, t);
  END LOOP;

  -- What a ward may read: nothing about a person.
  FOREACH t IN ARRAY ARRAY['contractor', 'contract', 'specification', 'specification_target', 'office', 'monthly_return', 'kpi_snapshot', 'evaluation_day'] LOOP
    EXECUTE format($p$CREATE POLICY ward ON %I FOR SELECT TO sasae_app
      USING ((SELECT app_scope()) IN ('ward', 'facts') AND ward_id = (SELECT app_ward()))$p$, t);
  END LOOP;

  -- What aggregates are computed from: person-level rows without names, pay or notes, read only.
  FOREACH t IN ARRAY ARRAY['staff', 'staff_leave', 'qualification', 'overtime_month', 'critical_incident', 'support_case', 'case_assignment',
    'training_record', 'supervision_session', 'supervision_attendance', 'flag', 'flag_event'] LOOP
    EXECUTE format($p$CREATE POLICY facts ON %I FOR SELECT TO sasae_app
      USING ((SELECT app_scope()) = 'facts' AND ward_id = (SELECT app_ward()))$p$, t);
  END LOOP;

  -- What a person may read: the rows of the staff on their own list.
  FOREACH t IN ARRAY ARRAY['staff_leave', 'qualification', 'overtime_month', 'critical_incident', 'case_assignment', 'training_record',
    'supervision_attendance', 'flag', 'supervisee'] LOOP
    EXECUTE format($p$CREATE POLICY people ON %I FOR SELECT TO sasae_app
      USING ((SELECT app_scope()) = 'people' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract())
        AND staff_id = ANY ((SELECT app_staff())::uuid[]))$p$, t);
  END LOOP;

  -- What everyone within a contract may know of it.
  FOREACH t IN ARRAY ARRAY['contract', 'contractor', 'specification', 'specification_target', 'office', 'evaluation_day'] LOOP
    EXECUTE format($p$CREATE POLICY member ON %I FOR SELECT TO sasae_app
      USING ((SELECT app_scope()) IN ('contract', 'people') AND ward_id = (SELECT app_ward()) AND %s)$p$, t,
      CASE t WHEN 'contract' THEN 'id = (SELECT app_contract())' WHEN 'contractor' THEN 'true' ELSE 'contract_id = (SELECT app_contract())' END);
  END LOOP;

  -- The platform's configuration.
  FOREACH t IN ARRAY ARRAY['ward', 'contractor', 'contract', 'specification', 'specification_target', 'user_account', 'membership', 'sign_in_session',
    'one_time_link', 'job_run', 'supervisee'] LOOP
    EXECUTE format($p$CREATE POLICY platform ON %I TO sasae_app
      USING ((SELECT app_scope()) = 'platform') WITH CHECK ((SELECT app_scope()) = 'platform')$p$, t);
  END LOOP;

  -- Sign-in.
  FOREACH t IN ARRAY ARRAY['user_account', 'membership', 'sign_in_session', 'one_time_link', 'supervisee'] LOOP
    EXECUTE format($p$CREATE POLICY accounts ON %I TO sasae_app
      USING ((SELECT app_scope()) = 'accounts') WITH CHECK ((SELECT app_scope()) = 'accounts')$p$, t);
  END LOOP;
END $$;

CREATE POLICY member ON ward FOR SELECT TO sasae_app
  USING ((SELECT app_scope()) IN ('ward', 'facts', 'contract', 'people') AND id = (SELECT app_ward()));
CREATE POLICY specify ON specification TO sasae_app
  USING ((SELECT app_scope()) = 'ward' AND ward_id = (SELECT app_ward())) WITH CHECK ((SELECT app_scope()) = 'ward' AND ward_id = (SELECT app_ward()));
CREATE POLICY specify ON specification_target TO sasae_app
  USING ((SELECT app_scope()) = 'ward' AND ward_id = (SELECT app_ward())) WITH CHECK ((SELECT app_scope()) = 'ward' AND ward_id = (SELECT app_ward()));

-- Names: of the staff on the list, and of the contract's supervisors, whom a worker asks for a session.
CREATE POLICY people ON staff FOR SELECT TO sasae_app
  USING ((SELECT app_scope()) = 'people' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract())
    AND (id = ANY ((SELECT app_staff())::uuid[]) OR role = 'supervisor'));
CREATE POLICY people ON staff_identity FOR SELECT TO sasae_app
  USING ((SELECT app_scope()) = 'people' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract())
    AND staff_id IN (SELECT id FROM staff));

-- A person's own cases, sessions and flag history follow from the rows they may see.
CREATE POLICY people ON support_case FOR SELECT TO sasae_app
  USING ((SELECT app_scope()) = 'people' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract())
    AND id IN (SELECT case_id FROM case_assignment));
CREATE POLICY people ON supervision_session FOR SELECT TO sasae_app
  USING ((SELECT app_scope()) = 'people' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract())
    AND (created_by = (SELECT app_user()) OR id IN (SELECT session_id FROM supervision_attendance)));
CREATE POLICY people ON flag_event FOR SELECT TO sasae_app
  USING ((SELECT app_scope()) = 'people' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract())
    AND flag_id IN (SELECT id FROM flag));

-- What a person may write: training and supervision of the staff on the list, and a word on an own flag.
CREATE POLICY people_write ON training_record TO sasae_app
  USING ((SELECT app_scope()) = 'people' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract()) AND staff_id = ANY ((SELECT app_staff())::uuid[]))
  WITH CHECK ((SELECT app_scope()) = 'people' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract()) AND staff_id = ANY ((SELECT app_staff())::uuid[]));
CREATE POLICY people_write ON supervision_attendance TO sasae_app
  USING ((SELECT app_scope()) = 'people' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract()) AND staff_id = ANY ((SELECT app_staff())::uuid[]))
  WITH CHECK ((SELECT app_scope()) = 'people' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract()) AND staff_id = ANY ((SELECT app_staff())::uuid[]));
CREATE POLICY people_add ON supervision_session FOR INSERT TO sasae_app
  WITH CHECK ((SELECT app_scope()) = 'people' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract()) AND created_by = (SELECT app_user()));
CREATE POLICY people_change ON supervision_session FOR UPDATE TO sasae_app
  USING ((SELECT app_scope()) = 'people' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract())
    AND (created_by = (SELECT app_user()) OR id IN (SELECT session_id FROM supervision_attendance)));
CREATE POLICY people_add ON flag_event FOR INSERT TO sasae_app
  WITH CHECK ((SELECT app_scope()) = 'people' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract())
    AND actor_id = (SELECT app_user()) AND kind IN ('comment', 'viewed') AND flag_id IN (SELECT id FROM flag));

-- The audit log: anyone in a scope may add; the platform reads all, a contract its own.
CREATE POLICY add ON audit_entry FOR INSERT TO sasae_app WITH CHECK ((SELECT app_scope()) <> '');
CREATE POLICY read ON audit_entry FOR SELECT TO sasae_app
  USING ((SELECT app_scope()) = 'platform' OR ((SELECT app_scope()) = 'contract' AND contract_id = (SELECT app_contract())));

-- Counters without personal rows; read and written outside any scope.
CREATE POLICY counters ON rate_limit TO sasae_app USING (true) WITH CHECK (true);
