import type ja from "../ja/supervision";
import type { Translated } from "../shape";

export default {} satisfies Translated<typeof ja>;
