import answer from "./survey-answer";
import manage from "./survey-manage";
import results from "./survey-results";

export default { ...answer, manage, results } as const;
