-- Leave may be taken by the hour (時間単位年休): an hour of an eight-hour day is 0.125 days.
ALTER TABLE "overtime_month" ALTER COLUMN "leave_days_taken" SET DATA TYPE DECIMAL(5,3);
