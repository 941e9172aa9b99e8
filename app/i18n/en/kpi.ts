import type ja from "../ja/kpi";
import type { Translated } from "../shape";
import cli from "./kpi-cli";

export default {
  cli,
} satisfies Translated<typeof ja>;
