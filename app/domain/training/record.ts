/** Training records as their owner's screens show them. */
import type { Day } from "../../lib/calendar";
import type { TrainingFormat, TrainingTopic } from "../workforce/vocabulary";

export type TrainingRow = {
  id: string;
  attendedOn: Day;
  title: string;
  provider: string | null;
  topic: TrainingTopic;
  format: TrainingFormat;
  hours: number;
  inWorkingTime: boolean | null;
  publiclyFunded: boolean | null;
  /** Logged by form, so that the person may take it back. */
  logged: boolean;
};
export type TrainingPage = {
  rows: TrainingRow[];
  page: number;
  pages: number;
  total: number;
  hours: number;
  byTopic: { topic: TrainingTopic; hours: number; records: number }[];
};

export type Course = { title: string; topic: TrainingTopic; format: TrainingFormat; hours: number };
