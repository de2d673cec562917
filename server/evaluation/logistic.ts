/** A fitted logistic model: p = 1 / (1 + exp(-(bias + weights . x))). */
export interface LogisticModel {
  weights: number[];
  bias: number;
  logLoss: number;
}

const STEPS = 500;
const RATE = 0.5;

/** One judged candidate; `weight` balances the judgments. */
export interface Row {
  x: number[];
  y: 0 | 1;
  weight: number;
}

/**
 * Logistic regression with an L2 penalty, by gradient descent on standardised features; weights come back in the
 * features' own units. `rows` are all of one length. The penalty pulls towards `prior` (in the features' own units), else
 * towards nothing: where there are few rows, the answer is nearly the prior.
 */
export function fitLogistic(
  rows: Row[],
  penalty = 0.01,
  prior?: Pick<LogisticModel, 'weights' | 'bias'>,
): LogisticModel {
  const width = rows[0]?.x.length ?? 0;
  const total = rows.reduce((sum, row) => sum + row.weight, 0);
  const columns = Array.from({ length: width }, (_, i) => i);
  const mean = columns.map((i) => rows.reduce((sum, row) => sum + row.weight * (row.x[i] ?? 0), 0) / total);
  const spread = columns.map((i) => {
    const variance = rows.reduce((sum, row) => sum + row.weight * ((row.x[i] ?? 0) - (mean[i] ?? 0)) ** 2, 0) / total;
    return Math.sqrt(variance) || 1;
  });
  const scaled = rows.map((row) => ({ ...row, x: row.x.map((v, i) => (v - (mean[i] ?? 0)) / (spread[i] ?? 1)) }));
  const home = columns.map((i) => (prior?.weights[i] ?? 0) * (spread[i] ?? 1));
  const weights = [...home];
  const homeBias = prior
    ? prior.bias + columns.reduce((sum, i) => sum + (prior.weights[i] ?? 0) * (mean[i] ?? 0), 0)
    : null;
  let bias = homeBias ?? 0;
  for (let step = 0; step < STEPS; step += 1) {
    const slope = weights.map((weight, i) => penalty * (weight - (home[i] ?? 0)));
    let biasSlope = homeBias === null ? 0 : penalty * (bias - homeBias);
    for (const row of scaled) {
      const error = ((probability(row.x, weights, bias) - row.y) * row.weight) / total;
      biasSlope += error;
      row.x.forEach((value, i) => {
        slope[i] = (slope[i] ?? 0) + error * value;
      });
    }
    bias -= RATE * biasSlope;
    slope.forEach((value, i) => {
      weights[i] = (weights[i] ?? 0) - RATE * value;
    });
  }
  const loss = scaled.reduce((sum, row) => {
    const p = Math.min(1 - 1e-9, Math.max(1e-9, probability(row.x, weights, bias)));
    return sum - row.weight * Math.log(row.y === 1 ? p : 1 - p);
  }, 0);
  const unscaled = weights.map((weight, i) => weight / (spread[i] ?? 1));
  return {
    weights: unscaled,
    bias: bias - unscaled.reduce((sum, weight, i) => sum + weight * (mean[i] ?? 0), 0),
    logLoss: loss / total,
  };
}

function probability(x: number[], weights: number[], bias: number): number {
  const logit = x.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), bias);
  return 1 / (1 + Math.exp(-logit));
}
