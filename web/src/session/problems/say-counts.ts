/** "2 errors, 1 warning"; empty where there is none of both. */
export function sayCounts(errors: number, warnings: number): string {
  const parts = [count(errors, 'error'), count(warnings, 'warning')];
  return parts.filter((part) => part !== '').join(', ');
}

function count(number: number, noun: string): string {
  return number === 0 ? '' : `${number} ${noun}${number === 1 ? '' : 's'}`;
}
