import type ja from "../ja/import";
import type { Translated } from "../shape";

export default {} satisfies Translated<typeof ja>;
