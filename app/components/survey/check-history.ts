/** Results of self-checks that a person chose to keep, in this browser alone. */
import { resultsFrom, type CheckResult } from "../../domain/survey/self-check";

const KEY = "sasae-self-check";
const MOST = 200;

export function readResults(): CheckResult[] {
  try {
    return resultsFrom(localStorage.getItem(KEY));
  } catch {
    return [];
  }
}

/** Keeps a result; the same check on the same day replaces the earlier one. False where the browser keeps nothing. */
export function keepResult(result: CheckResult): boolean {
  const others = readResults().filter(({ day, check }) => day !== result.day || check !== result.check);
  try {
    localStorage.setItem(KEY, JSON.stringify([...others, result].slice(-MOST)));
    return true;
  } catch {
    return false;
  }
}

export function forgetResults(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // why: where nothing can be kept, nothing is there to forget.
  }
}
