/** Why a text cannot be a port number; null where it can. */
export function whyNotPort(text: string): string | null {
  const port = Number(text);
  return Number.isInteger(port) && port >= 1 && port <= 65_535
    ? null
    : 'A port is a whole number from 1 to 65535.';
}
