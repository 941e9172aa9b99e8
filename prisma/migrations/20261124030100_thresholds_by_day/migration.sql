-- A ward's bounds for thresholds by the day from which they hold, so that a day is judged by those that stood on it.

-- CreateTable
CREATE TABLE "threshold_bound" (
    "ward_id" UUID NOT NULL,
    "from_on" DATE NOT NULL,
    "bounds" JSONB,

    CONSTRAINT "threshold_bound_pkey" PRIMARY KEY ("ward_id","from_on")
);

-- AddForeignKey
ALTER TABLE "threshold_bound" ADD CONSTRAINT "threshold_bound_ward_id_fkey" FOREIGN KEY ("ward_id") REFERENCES "ward"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ---- What Prisma cannot say -----------------------------------------------------------------------------

ALTER TABLE threshold_bound ENABLE ROW LEVEL SECURITY;
ALTER TABLE threshold_bound FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON threshold_bound TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY member ON threshold_bound FOR SELECT TO sasae_app
  USING ((SELECT app_scope()) IN ('ward', 'facts', 'contract', 'people') AND ward_id = (SELECT app_ward()));
GRANT SELECT ON threshold_bound TO sasae_app;

-- Bounds that a ward begins with hold from the start, a change from its day in Tokyo on; the day's last change counts.
CREATE FUNCTION keep_threshold_bounds() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  INSERT INTO threshold_bound (ward_id, from_on, bounds)
  VALUES (NEW.id, CASE TG_OP WHEN 'INSERT' THEN '0001-01-01' ELSE (now() AT TIME ZONE 'Asia/Tokyo')::date END, NEW.threshold_bounds)
  ON CONFLICT (ward_id, from_on) DO UPDATE SET bounds = EXCLUDED.bounds;
  RETURN NULL;
END $$;
CREATE TRIGGER keep_threshold_bounds_insert AFTER INSERT ON ward FOR EACH ROW
  WHEN (NEW.threshold_bounds IS NOT NULL) EXECUTE FUNCTION keep_threshold_bounds();
CREATE TRIGGER keep_threshold_bounds_update AFTER UPDATE OF threshold_bounds ON ward FOR EACH ROW
  WHEN (NEW.threshold_bounds IS DISTINCT FROM OLD.threshold_bounds) EXECUTE FUNCTION keep_threshold_bounds();
REVOKE EXECUTE ON FUNCTION keep_threshold_bounds() FROM PUBLIC;
