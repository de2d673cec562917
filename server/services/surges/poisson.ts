/** The probability that a count is `count` or more where `usual` are expected: the upper tail of a Poisson distribution. */
export function atLeast(count: number, usual: number): number {
  if (count <= 0) return 1;
  if (usual <= 0) return 0;
  // Summed from the tail's own first term on, so that what is very unlikely is not lost in 1 - (almost 1).
  let term = Math.exp(count * Math.log(usual) - usual - logFactorial(count));
  let sum = 0;
  for (let k = count; k < count + 1_000 && (term > sum * 1e-12 || k < usual); k += 1) {
    sum += term;
    term *= usual / (k + 1);
  }
  return Math.min(1, sum);
}

function logFactorial(n: number): number {
  let sum = 0;
  for (let k = 2; k <= n; k += 1) sum += Math.log(k);
  return sum;
}
