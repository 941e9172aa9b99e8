import type ja from "../ja/kpi";
import type { Translated } from "../shape";

export default {} satisfies Translated<typeof ja>;
