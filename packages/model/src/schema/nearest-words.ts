/** How many letters have to be added, left out, changed or swapped with their neighbour. */
function editDistance(left: string, right: string): number {
  const width = right.length + 1;
  const cost = new Array<number>((left.length + 1) * width).fill(0);
  const at = (row: number, column: number) => cost[row * width + column] ?? 0;
  for (let row = 0; row <= left.length; row += 1) {
    for (let column = 0; column <= right.length; column += 1) {
      cost[row * width + column] = cheapest(left, right, row, column, at);
    }
  }
  return at(left.length, right.length);
}

function cheapest(
  left: string,
  right: string,
  row: number,
  column: number,
  at: (row: number, column: number) => number,
): number {
  if (row === 0 || column === 0) return row + column;
  const same = left[row - 1] === right[column - 1];
  const change = at(row - 1, column - 1) + (same ? 0 : 1);
  const least = Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, change);
  const swapped =
    row > 1 &&
    column > 1 &&
    left[row - 1] === right[column - 2] &&
    left[row - 2] === right[column - 1];
  return swapped ? Math.min(least, at(row - 2, column - 2) + 1) : least;
}

/** Letters alone, all small: `sni_hosts` and `SNIHosts` are one word. */
function lettersOf(word: string): string {
  return word.toLowerCase().replace(/[^a-z0-9]/g, '');
}

// Longer words are never names, and comparing costs as much as the product of the lengths.
const LONGEST = 100;

/** The words that may have been meant by this one, the nearest first: up to a third of its letters may be wrong. */
export function nearestWords(word: string, candidates: readonly string[]): readonly string[] {
  const letters = lettersOf(word).slice(0, LONGEST);
  const allowed = Math.max(1, Math.floor(letters.length / 3));
  return candidates
    .map((candidate) => ({ candidate, distance: editDistance(letters, lettersOf(candidate)) }))
    .filter(({ distance }) => distance <= allowed)
    .sort((left, right) => left.distance - right.distance)
    .map(({ candidate }) => candidate);
}
