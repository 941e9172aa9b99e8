import type { Translated } from "../shape";
import type ja from "../ja/notification";

export default {} as const satisfies Translated<typeof ja>;
