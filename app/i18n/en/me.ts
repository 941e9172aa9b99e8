import type ja from "../ja/me";
import type { Translated } from "../shape";

export default {} satisfies Translated<typeof ja>;
