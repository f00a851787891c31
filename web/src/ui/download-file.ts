/** Saves a text or bytes as a file, as they are, where the browser saves files. */
export function downloadFile(
  name: string,
  content: string | Uint8Array<ArrayBuffer>,
  type: string,
): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

/** A name that every system takes for a file. */
export function toFileName(name: string): string {
  return name.replace(/[^\p{L}\p{N} ._()-]+/gu, '-').trim() || 'sketch';
}

/** The same for YAML; a name that says already that it is YAML or JSON keeps its ending. */
export function toYamlName(name: string): string {
  const safe = toFileName(name);
  return /\.(ya?ml|json)$/i.test(safe) ? safe : `${safe}.yaml`;
}
