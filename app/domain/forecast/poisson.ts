/** Quantiles of a Poisson count, by summing its probabilities from far below the mean. */

/** The smallest count whose cumulative probability reaches `probability`; 0 for a mean of 0. */
export function poissonQuantile(mean: number, probability: number): number {
  if (mean <= 0) return 0;
  // why: ten standard deviations below the mean lies less than 1e-20 of the probability.
  let count = Math.max(0, Math.floor(mean - 10 * Math.sqrt(mean) - 10));
  let mass = Math.exp(count * Math.log(mean) - mean - logFactorial(count));
  let cumulative = mass;
  while (cumulative < probability) {
    count += 1;
    mass *= mean / count;
    cumulative += mass;
  }
  return count;
}

/** ln n!, by Stirling's series from 20 up (error below 1e-12). */
function logFactorial(n: number): number {
  if (n < 20) {
    let sum = 0;
    for (let factor = 2; factor <= n; factor += 1) sum += Math.log(factor);
    return sum;
  }
  return (n + 0.5) * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * n) - 1 / (360 * n ** 3);
}
