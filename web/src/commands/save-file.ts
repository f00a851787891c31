/** Hands a file to the browser's downloads. */
export function saveFile(
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

/** A name that every file system takes for a sketch's name; one that ends in a fitting way keeps its ending. */
export function fileName(name: string, ending: string): string {
  const safe = name.replace(/[^\p{L}\p{N} ._()-]+/gu, '-').trim() || 'sketch';
  const isYaml = /\.(ya?ml|json)$/i.test(safe);
  if (ending === 'yaml') return isYaml ? safe : `${safe}.yaml`;
  return `${safe.replace(/\.(ya?ml|json|zip)$/i, '')}.${ending}`;
}
