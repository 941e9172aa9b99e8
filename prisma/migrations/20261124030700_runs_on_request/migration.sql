-- A run may be asked for by a person, for a day of their choice; each scope's last success is found by index.

-- AlterTable
ALTER TABLE "job_run" ADD COLUMN     "as_of" DATE;

-- CreateIndex
CREATE INDEX "job_run_job_scope_scheduled_for_idx" ON "job_run"("job", "scope", "scheduled_for");


-- ---- What Prisma cannot say -----------------------------------------------------------------------------

-- The app reads which migrations were applied, to say whether it is ready, and writes none.
DO $$ BEGIN
  IF to_regclass('_prisma_migrations') IS NOT NULL THEN
    REVOKE ALL ON _prisma_migrations FROM sasae_app;
    GRANT SELECT ON _prisma_migrations TO sasae_app;
  END IF;
END $$;
