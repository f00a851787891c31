import type { Resource } from '../../../resources/resource.ts';
import { nearestWords } from '../../../schema/nearest-words.ts';

/** More than these nobody reads. */
export const MOST_SUGGESTIONS = 3;

/** The resources that are named nearly so, the nearest first. */
export function findSimilar(word: string, candidates: readonly Resource[]): readonly Resource[] {
  const names = [
    ...new Set(
      nearestWords(
        word,
        candidates.map(({ name }) => name),
      ),
    ),
  ];
  return names.flatMap((name) => candidates.filter((one) => one.name === name).slice(0, 1));
}
