/**
 * The place (from 0) in a list of `count` that a key leads to from the place `at`: arrows, Home and
 * End. -1 where the key leads nowhere, or there is nothing.
 */
export function listPlace(key: string, at: number, count: number): number {
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, count - 1);
    case 'ArrowUp':
      return Math.max(at - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return -1;
  }
}
