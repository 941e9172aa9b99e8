import type ja from "../ja/admin";
import type { Translated } from "../shape";

export default {} satisfies Translated<typeof ja>;
