import type ja from "../ja/ward";
import type { Translated } from "../shape";

export default {} satisfies Translated<typeof ja>;
