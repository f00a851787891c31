import { toWeights } from '@portolan/model';

/**
 * The weights after the border between two neighbours moved: what one of them gains the other loses.
 * Both keep at least 0; the sum stays.
 */
export function moveBorder(
  weights: readonly number[],
  border: number,
  by: number,
): readonly number[] {
  const left = weights[border] ?? 0;
  const right = weights[border + 1] ?? 0;
  const step = Math.max(-left, Math.min(right, Math.round(by)));
  return weights.map((weight, index) => {
    if (index === border) return weight + step;
    return index === border + 1 ? weight - step : weight;
  });
}

/** The others share what is left, in the proportion that they had. null where nothing changes. */
export function withShare(
  percents: readonly number[],
  at: number,
  share: number,
): readonly number[] | null {
  if (!Number.isInteger(share) || share < 0 || share > 100 || share === percents[at]) return null;
  const others = percents.reduce((sum, percent, index) => (index === at ? sum : sum + percent), 0);
  const count = percents.length - 1;
  const parts = percents.map((percent, index) => {
    if (index === at) return share / 100;
    const part = others > 0 ? percent / others : 1 / count;
    return ((100 - share) / 100) * part;
  });
  return toWeights(parts);
}
