-- Supervision, training, qualifications and careers as daily work: sessions in full, agreed actions, confidential notes,
-- requests, the quarter plan, calendars and mail, the annual training plan, evidence, careers and a record that can be carried along.

-- AlterTable
ALTER TABLE "qualification" ADD COLUMN     "created_by" UUID,
ADD COLUMN     "rejection_note" TEXT,
ADD COLUMN     "renewal_applied_on" DATE,
ADD COLUMN     "verification" TEXT NOT NULL DEFAULT 'verified',
ADD COLUMN     "verified_at" TIMESTAMPTZ(3),
ADD COLUMN     "verified_by" UUID,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "specification" ADD COLUMN     "supervision_requirement" JSONB,
ADD COLUMN     "training_approval" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "supervision_session" ADD COLUMN     "cancel_reason" TEXT,
ADD COLUMN     "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "sequence" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "series_id" UUID,
ADD COLUMN     "tentative" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "video_url" TEXT;

-- AlterTable
ALTER TABLE "training_record" ADD COLUMN     "approval" TEXT NOT NULL DEFAULT 'approved',
ADD COLUMN     "course_date_id" UUID,
ADD COLUMN     "created_by" UUID,
ADD COLUMN     "decided_at" TIMESTAMPTZ(3),
ADD COLUMN     "decided_by" UUID,
ADD COLUMN     "decision_note" TEXT,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "session_confirmation" (
    "ward_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "answer" TEXT NOT NULL,
    "comment" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "session_confirmation_pkey" PRIMARY KEY ("ward_id","contract_id","session_id","staff_id")
);

-- CreateTable
CREATE TABLE "agreed_action" (
    "ward_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "session_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "owner" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "due_on" DATE,
    "state" TEXT NOT NULL DEFAULT 'open',
    "closed_on" DATE,
    "created_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "agreed_action_pkey" PRIMARY KEY ("ward_id","contract_id","id")
);

-- CreateTable
CREATE TABLE "confidential_note" (
    "ward_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "author" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "supervisor_id" UUID,
    "key_id" TEXT NOT NULL,
    "nonce" BYTEA NOT NULL,
    "sealed" BYTEA NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "confidential_note_pkey" PRIMARY KEY ("ward_id","contract_id","id")
);

-- CreateTable
CREATE TABLE "supervision_request" (
    "ward_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "request_ref" TEXT NOT NULL,
    "staff_id" UUID NOT NULL,
    "urgency" TEXT NOT NULL,
    "themes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "case_ref" TEXT,
    "made_on" DATE NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "escalates_on" DATE,
    "status" TEXT NOT NULL DEFAULT 'open',
    "offers" JSONB NOT NULL DEFAULT '[]',
    "reply" TEXT,
    "answered_by" UUID,
    "answered_at" TIMESTAMPTZ(3),
    "session_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "supervision_request_pkey" PRIMARY KEY ("ward_id","contract_id","id")
);

-- CreateTable
CREATE TABLE "supervisor_hours" (
    "ward_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "membership_id" UUID NOT NULL,
    "weekday" INTEGER NOT NULL,
    "from_time" CHAR(5) NOT NULL,
    "to_time" CHAR(5) NOT NULL,
    "office_id" UUID,

    CONSTRAINT "supervisor_hours_pkey" PRIMARY KEY ("ward_id","contract_id","id")
);

-- CreateTable
CREATE TABLE "supervisor_absence" (
    "ward_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "membership_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,

    CONSTRAINT "supervisor_absence_pkey" PRIMARY KEY ("ward_id","contract_id","id")
);

-- CreateTable
CREATE TABLE "staff_hours" (
    "ward_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "weekday" INTEGER NOT NULL,
    "from_time" CHAR(5) NOT NULL,
    "to_time" CHAR(5) NOT NULL,

    CONSTRAINT "staff_hours_pkey" PRIMARY KEY ("ward_id","contract_id","staff_id","weekday","from_time")
);

-- CreateTable
CREATE TABLE "quarter_plan" (
    "ward_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "quarter" INTEGER NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "settings" JSONB NOT NULL,
    "items" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "quarter_plan_pkey" PRIMARY KEY ("ward_id","contract_id","id")
);

-- CreateTable
CREATE TABLE "training_course" (
    "ward_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "course_ref" TEXT NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "quarter" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "provider" TEXT,
    "topic" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "hours" DECIMAL(4,2) NOT NULL,
    "seats" INTEGER,
    "cost_jpy" INTEGER,
    "payer" TEXT NOT NULL DEFAULT 'public',
    "in_working_time" BOOLEAN NOT NULL DEFAULT true,
    "cancelled" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "training_course_pkey" PRIMARY KEY ("ward_id","contract_id","id")
);

-- CreateTable
CREATE TABLE "course_date" (
    "ward_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "course_id" UUID NOT NULL,
    "held_on" DATE NOT NULL,
    "start_time" CHAR(5),
    "place" TEXT,
    "video_url" TEXT,
    "cancelled" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "course_date_pkey" PRIMARY KEY ("ward_id","contract_id","id")
);

-- CreateTable
CREATE TABLE "course_sign_up" (
    "ward_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "date_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attendance" TEXT,

    CONSTRAINT "course_sign_up_pkey" PRIMARY KEY ("ward_id","contract_id","date_id","staff_id")
);

-- CreateTable
CREATE TABLE "evidence_file" (
    "ward_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "staff_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" BYTEA NOT NULL,
    "uploaded_by" UUID,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evidence_file_pkey" PRIMARY KEY ("ward_id","contract_id","id")
);

-- CreateTable
CREATE TABLE "evidence_content" (
    "ward_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "evidence_content_pkey" PRIMARY KEY ("ward_id","contract_id","file_id")
);

-- CreateTable
CREATE TABLE "renewal_course" (
    "ward_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "qualification_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "part" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "hours" DECIMAL(5,2) NOT NULL,
    "completed_on" DATE NOT NULL,

    CONSTRAINT "renewal_course_pkey" PRIMARY KEY ("ward_id","contract_id","id")
);

-- CreateTable
CREATE TABLE "career_post" (
    "ward_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "staff_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "employer" TEXT NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "verification" TEXT NOT NULL DEFAULT 'pending',
    "verified_by" UUID,
    "verified_at" TIMESTAMPTZ(3),
    "created_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "career_post_pkey" PRIMARY KEY ("ward_id","contract_id","id")
);

-- CreateTable
CREATE TABLE "rank_history" (
    "ward_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "from_on" DATE NOT NULL,
    "role" TEXT NOT NULL,
    "recorded_by" UUID,

    CONSTRAINT "rank_history_pkey" PRIMARY KEY ("ward_id","contract_id","staff_id","from_on")
);

-- CreateTable
CREATE TABLE "pay_history" (
    "ward_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "from_on" DATE NOT NULL,
    "annual_pay_jpy" INTEGER,
    "qualification_allowance_jpy" INTEGER,
    "recorded_by" UUID,

    CONSTRAINT "pay_history_pkey" PRIMARY KEY ("ward_id","contract_id","staff_id","from_on")
);

-- CreateTable
CREATE TABLE "record_transfer" (
    "ward_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "staff_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "from_contract_id" UUID NOT NULL,
    "from_contractor" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "consented_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "record_transfer_pkey" PRIMARY KEY ("ward_id","contract_id","id")
);

-- CreateTable
CREATE TABLE "calendar_feed" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "calendar_feed_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outgoing_mail" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "to_address" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'ja',
    "subject" TEXT NOT NULL,
    "text_body" TEXT NOT NULL,
    "html_body" TEXT,
    "calendar" TEXT,
    "calendar_method" TEXT,
    "ward_id" UUID,
    "contract_id" UUID,
    "user_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lease_until" TIMESTAMPTZ(3),
    "last_error" TEXT,

    CONSTRAINT "outgoing_mail_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "agreed_action_ward_id_contract_id_staff_id_state_idx" ON "agreed_action"("ward_id", "contract_id", "staff_id", "state");

-- CreateIndex
CREATE INDEX "agreed_action_ward_id_contract_id_session_id_idx" ON "agreed_action"("ward_id", "contract_id", "session_id");

-- CreateIndex
CREATE INDEX "confidential_note_key_id_idx" ON "confidential_note"("key_id");

-- CreateIndex
CREATE UNIQUE INDEX "confidential_note_ward_id_contract_id_session_id_staff_id_a_key" ON "confidential_note"("ward_id", "contract_id", "session_id", "staff_id", "author_id");

-- CreateIndex
CREATE INDEX "supervision_request_ward_id_contract_id_status_made_on_idx" ON "supervision_request"("ward_id", "contract_id", "status", "made_on");

-- CreateIndex
CREATE INDEX "supervision_request_ward_id_contract_id_staff_id_idx" ON "supervision_request"("ward_id", "contract_id", "staff_id");

-- CreateIndex
CREATE UNIQUE INDEX "supervision_request_ward_id_contract_id_request_ref_key" ON "supervision_request"("ward_id", "contract_id", "request_ref");

-- CreateIndex
CREATE INDEX "supervisor_hours_membership_id_idx" ON "supervisor_hours"("membership_id");

-- CreateIndex
CREATE INDEX "supervisor_absence_membership_id_idx" ON "supervisor_absence"("membership_id");

-- CreateIndex
CREATE INDEX "quarter_plan_ward_id_contract_id_user_id_fiscal_year_quarte_idx" ON "quarter_plan"("ward_id", "contract_id", "user_id", "fiscal_year", "quarter");

-- CreateIndex
CREATE INDEX "training_course_ward_id_contract_id_fiscal_year_quarter_idx" ON "training_course"("ward_id", "contract_id", "fiscal_year", "quarter");

-- CreateIndex
CREATE UNIQUE INDEX "training_course_ward_id_contract_id_course_ref_key" ON "training_course"("ward_id", "contract_id", "course_ref");

-- CreateIndex
CREATE INDEX "course_date_ward_id_contract_id_course_id_idx" ON "course_date"("ward_id", "contract_id", "course_id");

-- CreateIndex
CREATE INDEX "course_date_ward_id_contract_id_held_on_idx" ON "course_date"("ward_id", "contract_id", "held_on");

-- CreateIndex
CREATE INDEX "course_sign_up_ward_id_contract_id_staff_id_idx" ON "course_sign_up"("ward_id", "contract_id", "staff_id");

-- CreateIndex
CREATE INDEX "evidence_file_ward_id_contract_id_subject_subject_id_idx" ON "evidence_file"("ward_id", "contract_id", "subject", "subject_id");

-- CreateIndex
CREATE INDEX "evidence_file_ward_id_contract_id_staff_id_idx" ON "evidence_file"("ward_id", "contract_id", "staff_id");

-- CreateIndex
CREATE INDEX "renewal_course_ward_id_contract_id_qualification_id_idx" ON "renewal_course"("ward_id", "contract_id", "qualification_id");

-- CreateIndex
CREATE INDEX "career_post_ward_id_contract_id_staff_id_idx" ON "career_post"("ward_id", "contract_id", "staff_id");

-- CreateIndex
CREATE UNIQUE INDEX "record_transfer_ward_id_contract_id_staff_id_from_contract__key" ON "record_transfer"("ward_id", "contract_id", "staff_id", "from_contract_id");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feed_token_hash_key" ON "calendar_feed"("token_hash");

-- CreateIndex
CREATE INDEX "calendar_feed_user_id_idx" ON "calendar_feed"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "outgoing_mail_key_key" ON "outgoing_mail"("key");

-- CreateIndex
CREATE INDEX "outgoing_mail_sent_at_failed_at_next_attempt_at_idx" ON "outgoing_mail"("sent_at", "failed_at", "next_attempt_at");

-- CreateIndex
CREATE INDEX "supervision_session_ward_id_contract_id_series_id_idx" ON "supervision_session"("ward_id", "contract_id", "series_id");

-- CreateIndex
CREATE INDEX "training_record_ward_id_contract_id_approval_idx" ON "training_record"("ward_id", "contract_id", "approval");

-- AddForeignKey
ALTER TABLE "session_confirmation" ADD CONSTRAINT "session_confirmation_ward_id_contract_id_session_id_staff__fkey" FOREIGN KEY ("ward_id", "contract_id", "session_id", "staff_id") REFERENCES "supervision_attendance"("ward_id", "contract_id", "session_id", "staff_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_confirmation" ADD CONSTRAINT "session_confirmation_ward_id_contract_id_staff_id_fkey" FOREIGN KEY ("ward_id", "contract_id", "staff_id") REFERENCES "staff"("ward_id", "contract_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreed_action" ADD CONSTRAINT "agreed_action_ward_id_contract_id_session_id_fkey" FOREIGN KEY ("ward_id", "contract_id", "session_id") REFERENCES "supervision_session"("ward_id", "contract_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreed_action" ADD CONSTRAINT "agreed_action_ward_id_contract_id_staff_id_fkey" FOREIGN KEY ("ward_id", "contract_id", "staff_id") REFERENCES "staff"("ward_id", "contract_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "confidential_note" ADD CONSTRAINT "confidential_note_ward_id_contract_id_session_id_fkey" FOREIGN KEY ("ward_id", "contract_id", "session_id") REFERENCES "supervision_session"("ward_id", "contract_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "confidential_note" ADD CONSTRAINT "confidential_note_ward_id_contract_id_staff_id_fkey" FOREIGN KEY ("ward_id", "contract_id", "staff_id") REFERENCES "staff"("ward_id", "contract_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supervision_request" ADD CONSTRAINT "supervision_request_ward_id_contract_id_staff_id_fkey" FOREIGN KEY ("ward_id", "contract_id", "staff_id") REFERENCES "staff"("ward_id", "contract_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supervisor_hours" ADD CONSTRAINT "supervisor_hours_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supervisor_absence" ADD CONSTRAINT "supervisor_absence_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_hours" ADD CONSTRAINT "staff_hours_ward_id_contract_id_staff_id_fkey" FOREIGN KEY ("ward_id", "contract_id", "staff_id") REFERENCES "staff"("ward_id", "contract_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quarter_plan" ADD CONSTRAINT "quarter_plan_ward_id_contract_id_fkey" FOREIGN KEY ("ward_id", "contract_id") REFERENCES "contract"("ward_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_course" ADD CONSTRAINT "training_course_ward_id_contract_id_fkey" FOREIGN KEY ("ward_id", "contract_id") REFERENCES "contract"("ward_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_date" ADD CONSTRAINT "course_date_ward_id_contract_id_course_id_fkey" FOREIGN KEY ("ward_id", "contract_id", "course_id") REFERENCES "training_course"("ward_id", "contract_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_sign_up" ADD CONSTRAINT "course_sign_up_ward_id_contract_id_date_id_fkey" FOREIGN KEY ("ward_id", "contract_id", "date_id") REFERENCES "course_date"("ward_id", "contract_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_sign_up" ADD CONSTRAINT "course_sign_up_ward_id_contract_id_staff_id_fkey" FOREIGN KEY ("ward_id", "contract_id", "staff_id") REFERENCES "staff"("ward_id", "contract_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_file" ADD CONSTRAINT "evidence_file_ward_id_contract_id_staff_id_fkey" FOREIGN KEY ("ward_id", "contract_id", "staff_id") REFERENCES "staff"("ward_id", "contract_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_content" ADD CONSTRAINT "evidence_content_ward_id_contract_id_file_id_fkey" FOREIGN KEY ("ward_id", "contract_id", "file_id") REFERENCES "evidence_file"("ward_id", "contract_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "renewal_course" ADD CONSTRAINT "renewal_course_ward_id_contract_id_qualification_id_fkey" FOREIGN KEY ("ward_id", "contract_id", "qualification_id") REFERENCES "qualification"("ward_id", "contract_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "renewal_course" ADD CONSTRAINT "renewal_course_ward_id_contract_id_staff_id_fkey" FOREIGN KEY ("ward_id", "contract_id", "staff_id") REFERENCES "staff"("ward_id", "contract_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "career_post" ADD CONSTRAINT "career_post_ward_id_contract_id_staff_id_fkey" FOREIGN KEY ("ward_id", "contract_id", "staff_id") REFERENCES "staff"("ward_id", "contract_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rank_history" ADD CONSTRAINT "rank_history_ward_id_contract_id_staff_id_fkey" FOREIGN KEY ("ward_id", "contract_id", "staff_id") REFERENCES "staff"("ward_id", "contract_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pay_history" ADD CONSTRAINT "pay_history_ward_id_contract_id_staff_id_fkey" FOREIGN KEY ("ward_id", "contract_id", "staff_id") REFERENCES "staff"("ward_id", "contract_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "record_transfer" ADD CONSTRAINT "record_transfer_ward_id_contract_id_staff_id_fkey" FOREIGN KEY ("ward_id", "contract_id", "staff_id") REFERENCES "staff"("ward_id", "contract_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- ---- Checks ------------------------------------------------------------------------------------------

ALTER TABLE supervision_session ADD CHECK (video_url ~ '^https://'), ADD CHECK (version >= 1), ADD CHECK (sequence >= 0);
ALTER TABLE session_confirmation ADD CHECK (answer IN ('confirmed', 'disputed'));
ALTER TABLE agreed_action ADD CHECK (owner IN ('supervisee', 'supervisor')), ADD CHECK (text <> ''), ADD CHECK (state IN ('open', 'done', 'dropped')),
  ADD CHECK ((state = 'open') = (closed_on IS NULL));
ALTER TABLE confidential_note ADD CHECK (author IN ('supervisor', 'supervisee')), ADD CHECK (octet_length(nonce) = 12), ADD CHECK (octet_length(sealed) >= 16);
ALTER TABLE supervision_request ADD CHECK (urgency IN ('urgent', 'soon', 'routine')),
  ADD CHECK (status IN ('open', 'offered', 'scheduled', 'declined', 'withdrawn')), ADD CHECK ((urgency = 'urgent') = (escalates_on IS NOT NULL));
ALTER TABLE supervisor_hours ADD CHECK (weekday BETWEEN 1 AND 7), ADD CHECK (from_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  ADD CHECK (to_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'), ADD CHECK (from_time < to_time);
ALTER TABLE staff_hours ADD CHECK (weekday BETWEEN 1 AND 7), ADD CHECK (from_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  ADD CHECK (to_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'), ADD CHECK (from_time < to_time);
ALTER TABLE supervisor_absence ADD CHECK (ends_on >= starts_on);
ALTER TABLE quarter_plan ADD CHECK (quarter BETWEEN 1 AND 4), ADD CHECK (status IN ('draft', 'confirmed')),
  ADD CHECK ((status = 'confirmed') = (confirmed_at IS NOT NULL));
CREATE UNIQUE INDEX quarter_plan_one_draft ON quarter_plan (ward_id, contract_id, user_id, fiscal_year, quarter) WHERE status = 'draft';
ALTER TABLE training_record ADD CHECK (approval IN ('pending', 'approved', 'rejected'));
ALTER TABLE training_course ADD CHECK (quarter BETWEEN 1 AND 4), ADD CHECK (hours > 0 AND hours <= 24 AND mod(hours, 0.25) = 0), ADD CHECK (seats > 0),
  ADD CHECK (cost_jpy >= 0), ADD CHECK (payer IN ('public', 'contractor', 'worker')), ADD CHECK (title <> ''),
  ADD CHECK (topic IN ('basic', 'mental_health', 'developmental_disorder', 'addiction', 'multiple_debt', 'foreign_resident', 'other')),
  ADD CHECK (format IN ('lecture', 'case_study', 'role_play', 'e_learning', 'ojt'));
ALTER TABLE course_date ADD CHECK (start_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'), ADD CHECK (video_url ~ '^https://');
ALTER TABLE course_sign_up ADD CHECK (status IN ('signed_up', 'waiting', 'withdrawn')), ADD CHECK (attendance IN ('attended', 'absent'));
ALTER TABLE evidence_file ADD CHECK (subject IN ('training', 'qualification', 'career')), ADD CHECK (bytes > 0 AND bytes <= 10485760),
  ADD CHECK (media_type IN ('application/pdf', 'image/png', 'image/jpeg')), ADD CHECK (octet_length(sha256) = 32);
ALTER TABLE qualification ADD CHECK (verification IN ('pending', 'verified', 'rejected'));
ALTER TABLE renewal_course ADD CHECK (part IN ('knowledge', 'skill')), ADD CHECK (hours > 0 AND hours <= 100);
ALTER TABLE career_post ADD CHECK (field IN ('welfare', 'consultation', 'recognised')), ADD CHECK (to_on >= from_on), ADD CHECK (employer <> ''),
  ADD CHECK (verification IN ('pending', 'verified', 'rejected'));
ALTER TABLE rank_history ADD CHECK (role IN ('support_worker', 'chief_support_worker', 'employment_support_worker', 'outreach_worker', 'supervisor', 'manager', 'clerk'));
ALTER TABLE pay_history ADD CHECK (annual_pay_jpy >= 0), ADD CHECK (qualification_allowance_jpy >= 0);
ALTER TABLE outgoing_mail ADD CHECK ((calendar IS NULL) = (calendar_method IS NULL)), ADD CHECK (calendar_method IN ('REQUEST', 'CANCEL'));

-- ---- Who is who: what the scope's own list cannot tell --------------------------------------------------

-- Whether the member of staff is the signed-in person, as a worker.
CREATE FUNCTION app_is_self(staff uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT EXISTS (SELECT FROM membership WHERE user_id = app_user() AND role = 'worker' AND accepted_at IS NOT NULL
    AND ward_id = app_ward() AND contract_id = app_contract() AND staff_id = staff) $$;
-- Whether the membership is one of the signed-in person's.
CREATE FUNCTION app_is_own_membership(membership_of uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT EXISTS (SELECT FROM membership WHERE id = membership_of AND user_id = app_user() AND ended_at IS NULL) $$;
-- The account of the supervisor who holds a session: the one under whose staff code it stands, else the one who made it.
CREATE FUNCTION app_session_supervisor(session uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT m.user_id FROM supervision_session s
    JOIN membership m ON m.ward_id = s.ward_id AND m.contract_id = s.contract_id AND m.role = 'supervisor'
      AND m.accepted_at IS NOT NULL AND m.ended_at IS NULL
    LEFT JOIN staff p ON p.ward_id = m.ward_id AND p.contract_id = m.contract_id AND p.id = m.staff_id
    WHERE s.ward_id = app_ward() AND s.contract_id = app_contract() AND s.id = session
      AND (p.staff_code = s.supervisor_code OR m.user_id = s.created_by)
    ORDER BY p.staff_code = s.supervisor_code DESC NULLS LAST, m.user_id = s.created_by DESC, m.id LIMIT 1 $$;
-- When the signed-in supervisor is taken, in any contract: times alone. A supervisor of several contracts is one person.
CREATE FUNCTION app_own_bookings(first_day date, last_day date)
  RETURNS TABLE (session_id uuid, held_on date, start_time text, minutes int, elsewhere boolean) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT s.id, s.held_on, s.start_time::text, s.minutes, s.contract_id IS DISTINCT FROM app_contract() FROM supervision_session s
    WHERE s.held_on BETWEEN first_day AND last_day AND s.status <> 'cancelled' AND EXISTS (
      SELECT FROM membership m LEFT JOIN staff p ON p.ward_id = m.ward_id AND p.contract_id = m.contract_id AND p.id = m.staff_id
      WHERE m.user_id = app_user() AND m.role = 'supervisor' AND m.accepted_at IS NOT NULL AND m.ended_at IS NULL
        AND m.ward_id = s.ward_id AND m.contract_id = s.contract_id AND (s.supervisor_code = p.staff_code OR s.created_by = m.user_id)) $$;
REVOKE EXECUTE ON FUNCTION app_is_self(uuid), app_is_own_membership(uuid), app_session_supervisor(uuid), app_own_bookings(date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_is_self(uuid), app_is_own_membership(uuid), app_session_supervisor(uuid), app_own_bookings(date, date) TO sasae_app;

-- ---- Grants and row-level security ------------------------------------------------------------------------

GRANT SELECT, INSERT, UPDATE, DELETE ON session_confirmation, agreed_action, confidential_note, supervision_request, supervisor_hours,
  supervisor_absence, staff_hours, quarter_plan, training_course, course_date, course_sign_up, evidence_file, evidence_content,
  renewal_course, career_post, rank_history, pay_history, record_transfer, calendar_feed, outgoing_mail TO sasae_app;
REVOKE UPDATE ON evidence_content, record_transfer FROM sasae_app;

DO $$
DECLARE
  t text;
  here constant text := $p$ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract())$p$;
BEGIN
  FOREACH t IN ARRAY ARRAY['session_confirmation', 'agreed_action', 'confidential_note', 'supervision_request', 'supervisor_hours',
    'supervisor_absence', 'staff_hours', 'quarter_plan', 'training_course', 'course_date', 'course_sign_up', 'evidence_file', 'evidence_content',
    'renewal_course', 'career_post', 'rank_history', 'pay_history', 'record_transfer', 'calendar_feed', 'outgoing_mail'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
  END LOOP;

  -- The contract's own side: everything but what is said in supervision. Of that it reads no word.
  FOREACH t IN ARRAY ARRAY['staff_hours', 'training_course', 'course_date', 'course_sign_up', 'evidence_file', 'evidence_content', 'renewal_course',
    'career_post', 'rank_history', 'pay_history'] LOOP
    EXECUTE format($p$CREATE POLICY contract ON %I TO sasae_app USING ((SELECT app_scope()) = 'contract' AND %s)
      WITH CHECK ((SELECT app_scope()) = 'contract' AND %s)$p$, t, here, here);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['session_confirmation', 'supervisor_hours', 'supervisor_absence', 'quarter_plan', 'record_transfer'] LOOP
    EXECUTE format($p$CREATE POLICY contract ON %I FOR SELECT TO sasae_app USING ((SELECT app_scope()) = 'contract' AND %s)$p$, t, here);
  END LOOP;

  -- What a person may read: the rows of the staff on their own list.
  FOREACH t IN ARRAY ARRAY['session_confirmation', 'agreed_action', 'supervision_request', 'staff_hours', 'course_sign_up', 'renewal_course',
    'career_post', 'rank_history'] LOOP
    EXECUTE format($p$CREATE POLICY people ON %I FOR SELECT TO sasae_app
      USING ((SELECT app_scope()) = 'people' AND %s AND staff_id = ANY ((SELECT app_staff())::uuid[]))$p$, t, here);
  END LOOP;
  -- What only the person themselves may read of it: a supervisor is not the employer.
  FOREACH t IN ARRAY ARRAY['evidence_file', 'pay_history', 'record_transfer'] LOOP
    EXECUTE format($p$CREATE POLICY self ON %I FOR SELECT TO sasae_app
      USING ((SELECT app_scope()) = 'people' AND %s AND staff_id = ANY ((SELECT app_staff())::uuid[]) AND app_is_self(staff_id))$p$, t, here);
  END LOOP;
  -- What a person adds and changes of their own.
  FOREACH t IN ARRAY ARRAY['evidence_file', 'renewal_course', 'career_post', 'staff_hours'] LOOP
    EXECUTE format($p$CREATE POLICY self_write ON %I TO sasae_app
      USING ((SELECT app_scope()) = 'people' AND %s AND staff_id = ANY ((SELECT app_staff())::uuid[]) AND app_is_self(staff_id))
      WITH CHECK ((SELECT app_scope()) = 'people' AND %s AND staff_id = ANY ((SELECT app_staff())::uuid[]) AND app_is_self(staff_id))$p$, t, here, here);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['session_confirmation', 'supervision_request', 'course_sign_up', 'record_transfer'] LOOP
    EXECUTE format($p$CREATE POLICY self_add ON %I FOR INSERT TO sasae_app
      WITH CHECK ((SELECT app_scope()) = 'people' AND %s AND staff_id = ANY ((SELECT app_staff())::uuid[]) AND app_is_self(staff_id))$p$, t, here);
  END LOOP;

  -- Courses are open to everyone of the contract; of a plan a ward sees what is offered, never who goes.
  FOREACH t IN ARRAY ARRAY['training_course', 'course_date'] LOOP
    EXECUTE format($p$CREATE POLICY member ON %I FOR SELECT TO sasae_app USING ((SELECT app_scope()) = 'people' AND %s)$p$, t, here);
    EXECUTE format($p$CREATE POLICY ward ON %I FOR SELECT TO sasae_app
      USING ((SELECT app_scope()) IN ('ward', 'facts') AND ward_id = (SELECT app_ward()))$p$, t);
  END LOOP;
END $$;

-- The supervisee's word on a record, taken back where the record changes.
CREATE POLICY people_change ON session_confirmation FOR UPDATE TO sasae_app
  USING ((SELECT app_scope()) = 'people' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract()) AND app_is_self(staff_id));
CREATE POLICY people_remove ON session_confirmation FOR DELETE TO sasae_app
  USING ((SELECT app_scope()) = 'people' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract())
    AND (app_is_self(staff_id) OR staff_id = ANY ((SELECT app_supervisees())::uuid[])));

-- Agreed actions: the supervisee and those who supervise them write.
CREATE POLICY people_write ON agreed_action TO sasae_app
  USING ((SELECT app_scope()) = 'people' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract())
    AND (app_is_self(staff_id) OR staff_id = ANY ((SELECT app_supervisees())::uuid[])))
  WITH CHECK ((SELECT app_scope()) = 'people' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract())
    AND (app_is_self(staff_id) OR staff_id = ANY ((SELECT app_supervisees())::uuid[])));

-- A confidential note: its author, the session's supervisor and the supervisee, nobody else whatever their rights.
CREATE POLICY two ON confidential_note FOR SELECT TO sasae_app
  USING ((SELECT app_scope()) = 'people' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract())
    AND staff_id = ANY ((SELECT app_staff())::uuid[])
    AND (author_id = (SELECT app_user()) OR supervisor_id = (SELECT app_user()) OR app_is_self(staff_id)));
CREATE POLICY author_add ON confidential_note FOR INSERT TO sasae_app
  WITH CHECK ((SELECT app_scope()) = 'people' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract())
    AND staff_id = ANY ((SELECT app_staff())::uuid[]) AND author_id = (SELECT app_user())
    AND (CASE author WHEN 'supervisee' THEN app_is_self(staff_id) ELSE app_session_supervisor(session_id) = (SELECT app_user()) END));
CREATE POLICY author_change ON confidential_note FOR UPDATE TO sasae_app
  USING ((SELECT app_scope()) = 'people' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract()) AND author_id = (SELECT app_user()))
  WITH CHECK (author_id = (SELECT app_user()) AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract()));
CREATE POLICY author_remove ON confidential_note FOR DELETE TO sasae_app
  USING ((SELECT app_scope()) = 'people' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract()) AND author_id = (SELECT app_user()));
-- A change of keys passes over sealed texts without opening the rest of the house.
CREATE POLICY rotation ON confidential_note FOR SELECT TO sasae_app USING ((SELECT app_scope()) = 'rotation');
CREATE POLICY rotation_change ON confidential_note FOR UPDATE TO sasae_app
  USING ((SELECT app_scope()) = 'rotation') WITH CHECK ((SELECT app_scope()) = 'rotation');

-- Requests: the worker and those who supervise them; the manager sees only that an urgent one waits.
CREATE POLICY people_change ON supervision_request FOR UPDATE TO sasae_app
  USING ((SELECT app_scope()) = 'people' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract())
    AND (app_is_self(staff_id) OR staff_id = ANY ((SELECT app_supervisees())::uuid[])));
CREATE POLICY contract ON supervision_request FOR SELECT TO sasae_app
  USING ((SELECT app_scope()) = 'contract' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract())
    AND urgency = 'urgent' AND status = 'open');

-- A supervisor's own hours, absences and drafts; whom they supervise is asked for their hours too.
CREATE POLICY own ON supervisor_hours TO sasae_app
  USING ((SELECT app_scope()) = 'people' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract()) AND app_is_own_membership(membership_id))
  WITH CHECK ((SELECT app_scope()) = 'people' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract()) AND app_is_own_membership(membership_id));
CREATE POLICY own ON supervisor_absence TO sasae_app
  USING ((SELECT app_scope()) = 'people' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract()) AND app_is_own_membership(membership_id))
  WITH CHECK ((SELECT app_scope()) = 'people' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract()) AND app_is_own_membership(membership_id));
CREATE POLICY own ON quarter_plan TO sasae_app
  USING ((SELECT app_scope()) = 'people' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract()) AND user_id = (SELECT app_user()))
  WITH CHECK ((SELECT app_scope()) = 'people' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract()) AND user_id = (SELECT app_user()));
CREATE POLICY supervisor_write ON staff_hours TO sasae_app
  USING ((SELECT app_scope()) = 'people' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract()) AND staff_id = ANY ((SELECT app_supervisees())::uuid[]))
  WITH CHECK ((SELECT app_scope()) = 'people' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract()) AND staff_id = ANY ((SELECT app_supervisees())::uuid[]));

CREATE POLICY self_change ON course_sign_up FOR UPDATE TO sasae_app
  USING ((SELECT app_scope()) = 'people' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract()) AND app_is_self(staff_id));
CREATE POLICY self ON evidence_content TO sasae_app
  USING ((SELECT app_scope()) = 'people' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract()) AND file_id IN (SELECT id FROM evidence_file))
  WITH CHECK ((SELECT app_scope()) = 'people' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract()) AND file_id IN (SELECT id FROM evidence_file));
-- A worker's own qualifications wait for the manager's eye: nobody verifies their own.
CREATE POLICY self_add ON qualification FOR INSERT TO sasae_app
  WITH CHECK ((SELECT app_scope()) = 'people' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract())
    AND staff_id = ANY ((SELECT app_staff())::uuid[]) AND app_is_self(staff_id) AND verification = 'pending');
CREATE POLICY self_change ON qualification FOR UPDATE TO sasae_app
  USING ((SELECT app_scope()) = 'people' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract()) AND app_is_self(staff_id))
  WITH CHECK ((SELECT app_scope()) = 'people' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract()) AND app_is_self(staff_id));
CREATE POLICY self_remove ON qualification FOR DELETE TO sasae_app
  USING ((SELECT app_scope()) = 'people' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract()) AND app_is_self(staff_id) AND verification <> 'verified');

-- Calendar addresses are sign-in's; mail is queued from anywhere within a scope and sent by the platform's job.
CREATE POLICY accounts ON calendar_feed TO sasae_app
  USING ((SELECT app_scope()) = 'accounts') WITH CHECK ((SELECT app_scope()) = 'accounts');
CREATE POLICY queue ON outgoing_mail FOR INSERT TO sasae_app WITH CHECK ((SELECT app_scope()) IN ('people', 'contract', 'platform', 'accounts'));
CREATE POLICY platform ON outgoing_mail TO sasae_app
  USING ((SELECT app_scope()) = 'platform') WITH CHECK ((SELECT app_scope()) = 'platform');
