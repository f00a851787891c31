/** The address of this app with a sketch in it. */
export function sketchAddress(page: string, fragment: string): string {
  const url = new URL(page);
  url.search = '';
  url.hash = fragment;
  return url.href;
}
