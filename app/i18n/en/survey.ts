import type ja from "../ja/survey";
import type { Translated } from "../shape";
import answer from "./survey-answer";
import manage from "./survey-manage";
import results from "./survey-results";

export default { ...answer, manage, results } satisfies Translated<typeof ja>;
