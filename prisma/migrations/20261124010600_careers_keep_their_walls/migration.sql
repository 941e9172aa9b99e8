-- Qualifications and careers: exempt hours of a renewal, why a post was sent back, changes that wait for their day, and
-- walls that a policy alone cannot build: nobody verifies their own.

-- AlterTable
ALTER TABLE "career_post" ADD COLUMN     "rejection_note" TEXT;

-- AlterTable
ALTER TABLE "pay_history" ADD COLUMN     "applied" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "qualification" ADD COLUMN     "renewal_exempt_hours" DECIMAL(4,2),
ADD COLUMN     "renewal_exempt_reason" TEXT,
ADD COLUMN     "renewal_exempt_verified" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "rank_history" ADD COLUMN     "applied" BOOLEAN NOT NULL DEFAULT true;

ALTER TABLE qualification ADD CHECK (renewal_exempt_hours > 0 AND renewal_exempt_hours <= 10),
  ADD CHECK (renewal_exempt_hours IS NOT NULL OR NOT renewal_exempt_verified);
CREATE INDEX rank_history_waiting ON rank_history (ward_id, contract_id, from_on) WHERE NOT applied;
CREATE INDEX pay_history_waiting ON pay_history (ward_id, contract_id, from_on) WHERE NOT applied;

-- Whoever changes a qualification, a form opened before notices it. A worker's change of what was verified waits again;
-- what only concerns the renewal leaves the verification alone.
CREATE FUNCTION guard_qualification() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
  IF NEW.version = OLD.version AND NEW IS DISTINCT FROM OLD THEN
    NEW.version := OLD.version + 1;
  END IF;
  IF app_scope() = 'people' THEN
    IF (NEW.staff_id, NEW.kind, NEW.obtained_on, NEW.expires_on, NEW.number, NEW.verification, NEW.verified_by, NEW.verified_at, NEW.rejection_note)
        IS DISTINCT FROM (OLD.staff_id, OLD.kind, OLD.obtained_on, OLD.expires_on, OLD.number, OLD.verification, OLD.verified_by, OLD.verified_at, OLD.rejection_note)
      AND (NEW.staff_id <> OLD.staff_id OR NEW.verification <> 'pending' OR NEW.verified_by IS NOT NULL OR NEW.verified_at IS NOT NULL) THEN
      RAISE EXCEPTION 'a changed qualification waits for verification' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NEW.renewal_exempt_verified AND (NEW.renewal_exempt_hours, NEW.renewal_exempt_reason, true)
        IS DISTINCT FROM (OLD.renewal_exempt_hours, OLD.renewal_exempt_reason, OLD.renewal_exempt_verified) THEN
      RAISE EXCEPTION 'exempt hours wait for verification' USING ERRCODE = 'insufficient_privilege';
    END IF;
  ELSIF app_scope() = 'contract' AND NEW.renewal_exempt_verified AND NOT OLD.renewal_exempt_verified AND app_is_self(NEW.staff_id) THEN
    RAISE EXCEPTION 'nobody verifies their own' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_qualification BEFORE UPDATE ON qualification FOR EACH ROW EXECUTE FUNCTION guard_qualification();

-- A manager may be on the staff list too, as one and the same person.
CREATE FUNCTION guard_verifier() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
  IF app_scope() IN ('people', 'contract') AND NEW.verification = 'verified' AND NEW.verified_by = app_user()
    AND (TG_OP = 'INSERT' OR OLD.verification <> 'verified' OR OLD.verified_by IS DISTINCT FROM NEW.verified_by)
    AND app_is_self(NEW.staff_id) THEN
    RAISE EXCEPTION 'nobody verifies their own' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_verifier BEFORE INSERT OR UPDATE ON qualification FOR EACH ROW EXECUTE FUNCTION guard_verifier();
CREATE TRIGGER guard_verifier BEFORE INSERT OR UPDATE ON career_post FOR EACH ROW EXECUTE FUNCTION guard_verifier();

-- Posts: a worker adds and changes them as waiting, and takes back what is not verified.
DROP POLICY self_write ON career_post;
CREATE POLICY self_add ON career_post FOR INSERT TO sasae_app
  WITH CHECK ((SELECT app_scope()) = 'people' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract())
    AND staff_id = ANY ((SELECT app_staff())::uuid[]) AND app_is_self(staff_id) AND verification = 'pending' AND verified_by IS NULL);
CREATE POLICY self_change ON career_post FOR UPDATE TO sasae_app
  USING ((SELECT app_scope()) = 'people' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract()) AND app_is_self(staff_id))
  WITH CHECK ((SELECT app_scope()) = 'people' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract()) AND app_is_self(staff_id)
    AND verification = 'pending' AND verified_by IS NULL);
CREATE POLICY self_remove ON career_post FOR DELETE TO sasae_app
  USING ((SELECT app_scope()) = 'people' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract()) AND app_is_self(staff_id)
    AND verification <> 'verified');

-- Courses towards a renewal belong to a qualification of the same person.
DROP POLICY self_write ON renewal_course;
CREATE POLICY self_write ON renewal_course TO sasae_app
  USING ((SELECT app_scope()) = 'people' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract())
    AND staff_id = ANY ((SELECT app_staff())::uuid[]) AND app_is_self(staff_id))
  WITH CHECK ((SELECT app_scope()) = 'people' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract())
    AND staff_id = ANY ((SELECT app_staff())::uuid[]) AND app_is_self(staff_id)
    AND qualification_id IN (SELECT q.id FROM qualification q WHERE q.staff_id = renewal_course.staff_id AND q.kind = 'career_consultant'));

-- Pay is the business of the person and the employer.
CREATE POLICY self ON staff_pay FOR SELECT TO sasae_app
  USING ((SELECT app_scope()) = 'people' AND ward_id = (SELECT app_ward()) AND contract_id = (SELECT app_contract())
    AND staff_id = ANY ((SELECT app_staff())::uuid[]) AND app_is_self(staff_id));
