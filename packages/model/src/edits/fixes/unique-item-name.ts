/** The name, or with `-2`, `-3` … behind it: the first that is not among the others. */
export function uniqueItemName(others: readonly string[], base: string): string {
  let name = base;
  for (let number = 2; others.includes(name); number += 1) name = `${base}-${number}`;
  return name;
}
