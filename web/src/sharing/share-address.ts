/** The address of this app with a sketch in it. */
export function sketchAddress(page: string, fragment: string): string {
  // From inside an embed, the app is beside it.
  return addressOf(page, new URL(page).pathname.replace(/embed\.html$/, ''), fragment);
}

/** The address of the page that shows a sketch inside other pages. */
export function embedAddress(page: string, fragment: string): string {
  return addressOf(page, 'embed.html', fragment);
}

/** The HTML that shows a sketch inside another page. */
export function embedMarkup(page: string, fragment: string, name: string): string {
  const address = attribute(embedAddress(page, fragment));
  return `<iframe src="${address}" title="${attribute(name)}" width="100%" height="480" style="border: 0" loading="lazy"></iframe>`;
}

function addressOf(page: string, file: string, fragment: string): string {
  const url = new URL(file, page);
  url.hash = fragment;
  return url.href;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;', '<': '&lt;' };

function attribute(text: string): string {
  return text.replace(/[&"<]/g, (sign) => ENTITIES[sign] ?? sign);
}
