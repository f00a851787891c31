/** An element of an XML text. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Of itself and what is in it. */
  readonly text: string;
}

interface OpenElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
}

// Every character that XML 1.0 lets stand in a document.
const CHARACTERS = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;
const TAG = /<(\/?)([A-Za-z][\w:-]*)((?:\s+[A-Za-z][\w:-]*="[^"<]*")*)\s*(\/?)>/y;
const ATTRIBUTE = /([A-Za-z][\w:-]*)="([^"]*)"/g;
const REFERENCE = /&(?:amp|lt|gt|quot|apos);/g;

/**
 * Reads an XML text as strictly as a reader of the standard, as far as pictures need it: one root,
 * tags that match, attributes once, no sign that has to be escaped. Throws where it is not well formed.
 */
export function readXml(xml: string): XmlElement {
  if (!CHARACTERS.test(xml)) throw new Error('a character that XML forbids');
  const open: OpenElement[] = [];
  let root: XmlElement | null = null;
  let at = 0;
  while (at < xml.length) {
    const next = xml.indexOf('<', at);
    const text = plain(xml.slice(at, next < 0 ? xml.length : next));
    const inside = open.at(-1);
    if (inside !== undefined) inside.text += text;
    else if (text.trim() !== '') throw new Error(`text outside the root: ${text}`);
    if (next < 0) break;
    TAG.lastIndex = next;
    const tag = TAG.exec(xml);
    if (tag === null) throw new Error(`not a tag: ${xml.slice(next, next + 60)}`);
    at = TAG.lastIndex;
    const [, slash, name = '', attributes = '', empty] = tag;
    if (slash !== '/') {
      if (root !== null) throw new Error('a second root');
      open.push({ name, attributes: readAttributes(attributes), children: [], text: '' });
    }
    if (slash !== '/' && empty !== '/') continue;
    const closed = open.pop();
    if (closed?.name !== name) throw new Error(`</${name}> closes ${closed?.name}`);
    const parent = open.at(-1);
    if (parent === undefined) root = closed;
    else {
      parent.children.push(closed);
      parent.text += closed.text;
    }
  }
  if (root === null || open.length > 0) throw new Error('not closed');
  return root;
}

/** All elements of a name, at any depth. */
export function elementsOf(root: XmlElement, name: string): readonly XmlElement[] {
  return [
    ...(root.name === name ? [root] : []),
    ...root.children.flatMap((child) => elementsOf(child, name)),
  ];
}

function readAttributes(text: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', value = ''] of text.matchAll(ATTRIBUTE)) {
    if (attributes.has(name)) throw new Error(`${name} twice`);
    attributes.set(name, plain(value));
  }
  return attributes;
}

const SIGNS: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
};

function plain(text: string): string {
  if (text.replace(REFERENCE, '').includes('&')) throw new Error(`not escaped: ${text}`);
  return text.replace(REFERENCE, (reference) => SIGNS[reference] ?? '');
}
