/** By code units, as Go compares strings of ASCII: negative where `one` comes first. */
export function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
