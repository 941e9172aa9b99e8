import type { Translated } from "../shape";
import type ja from "../ja/threshold";

export default {} as const satisfies Translated<typeof ja>;
