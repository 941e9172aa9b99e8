import type ja from "../ja/flag";
import type { Translated } from "../shape";

export default {} satisfies Translated<typeof ja>;
