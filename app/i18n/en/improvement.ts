import type { Translated } from "../shape";
import type ja from "../ja/improvement";

export default {} as const satisfies Translated<typeof ja>;
