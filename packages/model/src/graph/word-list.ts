const MOST = 5;

/** The words as a sentence has them: `a`, `a and b`, `a, b and c`; long lists are cut. */
export function listWords(words: readonly (string | number)[]): string {
  const shown =
    words.length > MOST ? [...words.slice(0, MOST), `${words.length - MOST} more`] : words;
  if (shown.length <= 1) return shown.join('');
  return `${shown.slice(0, -1).join(', ')} and ${shown[shown.length - 1]}`;
}
