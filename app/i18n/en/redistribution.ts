import type { Translated } from "../shape";
import type ja from "../ja/redistribution";

export default {} as const satisfies Translated<typeof ja>;
