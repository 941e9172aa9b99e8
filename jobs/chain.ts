/** Does a round of work after those begun before. */
export type Chain = (name: string, round: () => Promise<unknown>) => Promise<void>;

/**
 * Puts rounds one behind the other, so that one process never competes with itself. A round that fails is complained of and
 * left to the next: the database may be away for a while. While the process ends, no further round begins.
 */
export function chain(isEnding: () => boolean, complain: (name: string, error: unknown) => void): Chain {
  let last = Promise.resolve();
  return (name, round) => {
    last = last.then(async () => {
      if (isEnding()) return;
      try {
        await round();
      } catch (error) {
        complain(name, error);
      }
    });
    return last;
  };
}
