/** "2 errors, 1 warning"; empty where there is none of both. */
export function sayCounts(errors: number, warnings: number): string {
  const parts = [sayCount(errors, 'error'), sayCount(warnings, 'warning')];
  return parts.filter((part) => part !== '').join(', ');
}

/** "3 routes"; empty where there is none. */
export function sayCount(number: number, noun: string): string {
  return number === 0 ? '' : `${number} ${noun}${number === 1 ? '' : 's'}`;
}
