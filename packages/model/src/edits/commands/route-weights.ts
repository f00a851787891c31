import type { RouteDestination } from '../../resources/kinds/virtual-service.ts';

/** The part of the traffic that each destination has among these, 0 to 1; equal parts where none has any. */
export function sharesOf(destinations: readonly RouteDestination[]): readonly number[] {
  const total = destinations.reduce((sum, { share }) => sum + share, 0);
  return destinations.map(({ share }) => (total > 0 ? share / total : 1 / destinations.length));
}

/** The shares after one more destination with an equal part joined; the others keep their proportion. */
export function withEqualPart(shares: readonly number[]): readonly number[] {
  const part = 1 / (shares.length + 1);
  return [...shares.map((share) => share * (1 - part)), part];
}

/** Whole weights that sum up to 100, as near to the shares as can be. */
export function toWeights(shares: readonly number[]): readonly number[] {
  const weights = shares.map((share) => Math.floor(share * 100 + 1e-9));
  const left = 100 - weights.reduce((sum, weight) => sum + weight, 0);
  const byRemainder = shares
    .map((share, index) => ({ index, remainder: share * 100 - (weights[index] ?? 0) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index)
    .slice(0, Math.max(0, left));
  for (const { index } of byRemainder) {
    weights[index] = (weights[index] ?? 0) + 1;
  }
  return weights;
}
