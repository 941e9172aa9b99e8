import type ja from "../ja/contractor";
import type { Translated } from "../shape";

export default {} satisfies Translated<typeof ja>;
