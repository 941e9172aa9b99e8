import type ja from "../ja/auth";
import type { Translated } from "../shape";

export default {} satisfies Translated<typeof ja>;
