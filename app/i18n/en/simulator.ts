import type { Translated } from "../shape";
import type ja from "../ja/simulator";

export default {} as const satisfies Translated<typeof ja>;
