/** A worker's own year as the worker's screens show it. */
import type { Day } from "../../lib/calendar";
import type { WorkerFigures } from "../kpi/worker";
import type { GridCell } from "../supervision/rules";
import type { SessionFacts } from "./facts";
import type { OwnTask } from "./own-tasks";
import type { QualificationKind } from "./vocabulary";

export type OwnQualification = {
  kind: QualificationKind;
  obtainedOn: Day;
  expiresOn: Day | null;
  /** Days to the last valid day, null where it lasts. */
  daysLeft: number | null;
  isValid: boolean;
};
export type OwnYear = WorkerFigures & {
  cells: GridCell[];
  tasks: OwnTask[];
  qualifications: OwnQualification[];
  /** The next session to which the worker is invited. */
  next: SessionFacts | null;
  /** Training that waits for approval and does not count yet. */
  pendingTrainingHours: number;
};
