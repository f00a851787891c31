/** A command line that applies the text, for pasting into a shell: nothing in it is expanded there. */
export function applyCommand(text: string): string {
  const lines = new Set(text.split(/\r\n|\r|\n/));
  let delimiter = 'EOF';
  for (let number = 2; lines.has(delimiter); number++) {
    delimiter = `EOF${number}`;
  }
  const ending = /[\r\n]$/.test(text) ? '' : '\n';
  return `kubectl apply -f - <<'${delimiter}'\n${text}${ending}${delimiter}\n`;
}
