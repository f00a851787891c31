/** "a note", "2 resources", "1 resource and 3 notes": for labels and notices. */
export function sayCount(resources: number, notes: number): string {
  if (resources === 0 && notes === 1) return 'a note';
  const parts = [counted(resources, 'resource'), counted(notes, 'note')];
  return parts.filter((part) => part !== '').join(' and ');
}

function counted(count: number, noun: string): string {
  return count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`;
}
