import { formatScalar } from '../../src/index.ts';

/** A document's text, and the value that Kubernetes reads in it. */
export interface PrintedDocument {
  readonly text: string;
  readonly value: unknown;
}

/** A node with all its looks. */
export type PrintableNode =
  | PrintableCollection
  | {
      readonly kind: 'scalar';
      readonly value: string | number | boolean;
      readonly style: string;
      readonly anchored: boolean;
    }
  | { readonly kind: 'absent'; readonly written: '' | '~' | 'null' }
  | { readonly kind: 'words'; readonly words: readonly string[]; readonly quote: '' | "'" | '"' }
  | { readonly kind: 'alias'; readonly pick: number };

/** A mapping or sequence; the keys of a sequence's entries are not used. */
export interface PrintableCollection {
  readonly kind: 'mapping' | 'sequence';
  readonly flow: boolean;
  /** Of a flow collection: an entry per line. */
  readonly spread: boolean;
  readonly trailingComma: boolean;
  readonly padding: boolean;
  /** The bracket closes at the column of the key, which YAML 1.2 forbids and kubectl takes. */
  readonly closesShallow: boolean;
  readonly entries: readonly PrintableEntry[];
  /** Columns deeper than the key or dash. */
  readonly step: number;
  /** A sequence at the column of its key. */
  readonly atKey: boolean;
  /** Of a sequence: spaces behind each dash. */
  readonly gap: number;
  readonly endComment: boolean;
  readonly anchored: boolean;
  readonly merges: boolean;
}

export interface PrintableEntry {
  readonly key: { readonly written: string; readonly name: string };
  readonly value: PrintableNode;
  /** Columns of comment lines above, relative to the entry; -99 is the line start. */
  readonly comments: readonly number[];
  readonly blankLines: number;
  readonly trailingComment: boolean;
  readonly keyComment: boolean;
  readonly gap: number;
  readonly explicit: boolean;
}

export interface DocumentFrame {
  readonly head: string;
  readonly crlf: boolean;
  readonly finalLineEnding: boolean;
  readonly byteOrderMark: boolean;
  readonly closed: boolean;
  readonly blankTail: number;
}

/** The document in the looks that it asks for, as far as they are YAML. */
export function printDocument(root: PrintableNode, frame: DocumentFrame): PrintedDocument {
  const page: Page = { anchors: [], comments: 0, endsInBlock: false };
  const { text: body, value } = printRoot(page, root);
  let text = frame.head + body;
  if (!page.endsInBlock) text += '\n'.repeat(frame.blankTail);
  if (frame.closed) text += '...\n';
  if (!frame.finalLineEnding && !page.endsInBlock) text = text.replace(/\n+$/, '');
  if (frame.crlf) text = text.replaceAll('\n', '\r\n');
  return { text: (frame.byteOrderMark ? '\uFEFF' : '') + text, value };
}

interface Page {
  /** Complete ones, so that an alias is never cyclic. */
  readonly anchors: { readonly name: string; readonly value: unknown }[];
  comments: number;
  /** The last line is that of a block scalar: a deeper comment or a blank line behind would be its text. */
  endsInBlock: boolean;
}

function printRoot(page: Page, root: PrintableNode): PrintedDocument {
  const isCollection = root.kind === 'mapping' || root.kind === 'sequence';
  if (isCollection && !root.flow && root.entries.length > 0)
    return printBlock(page, root, 0, false);
  if (isCollection) {
    const printed = printFlow(page, root, 0);
    return { text: `${printed.text}\n`, value: printed.value };
  }
  const entry = { ...PLAIN_ENTRY, value: root };
  const printed = printAfter(page, entry, 0, true);
  return { text: `root:${printed.text}`, value: { root: printed.value } };
}

const PLAIN_ENTRY = {
  key: { written: 'root', name: 'root' },
  comments: [],
  blankLines: 0,
  trailingComment: false,
  keyComment: false,
  gap: 1,
  explicit: false,
};

function printBlock(
  page: Page,
  node: PrintableCollection,
  column: number,
  onDashLine: boolean,
): PrintedDocument {
  let text = '';
  const items: unknown[] = [];
  const fields: Record<string, unknown> = {};
  const merge = node.kind === 'mapping' && node.merges ? mergeSource(page) : undefined;
  if (merge) {
    text += `${onDashLine ? '' : spaces(column)}<<: *${merge.name}\n`;
    Object.assign(fields, merge.value);
  }
  node.entries.forEach((entry, index) => {
    const isInline = onDashLine && index === 0 && !merge;
    if (!isInline) text += printLead(page, entry, column) + spaces(column);
    if (node.kind === 'sequence') {
      const printed = printAfter(page, { ...entry, gap: node.gap }, column, false);
      text += `-${printed.text}`;
      items.push(printed.value);
      return;
    }
    const { written, name } = entry.key;
    text += entry.explicit ? `? ${written}\n${spaces(column)}:` : `${written}:`;
    const printed = printAfter(page, entry, column, true);
    text += printed.text;
    fields[name] = printed.value;
  });
  if (node.endComment && !page.endsInBlock) text += `${spaces(column)}${comment(page)}\n`;
  return { text, value: node.kind === 'sequence' ? items : fields };
}

/** Blank lines and comment lines above an entry. */
function printLead(page: Page, { blankLines, comments }: PrintableEntry, column: number): string {
  if (page.endsInBlock) {
    page.endsInBlock = false;
    return comments.map(() => `${spaces(column)}${comment(page)}\n`).join('');
  }
  const lines = comments.map((offset) => `${spaces(column + offset)}${comment(page)}\n`);
  return '\n'.repeat(blankLines) + lines.join('');
}

/** What follows `key:` or `-`, to the end of the line or lines. */
function printAfter(
  page: Page,
  entry: PrintableEntry,
  column: number,
  inMapping: boolean,
): PrintedDocument {
  const { value: node, gap } = entry;
  const tail = entry.trailingComment ? ` ${comment(page)}\n` : '\n';
  page.endsInBlock = false;
  switch (node.kind) {
    case 'absent':
      return { text: (node.written && ` ${node.written}`) + tail, value: null };
    case 'words': {
      const lines = node.words.join(`\n${spaces(column + 2)}`);
      return { text: ` ${node.quote}${lines}${node.quote}${tail}`, value: node.words.join(' ') };
    }
    case 'alias':
    case 'scalar': {
      if (node.kind === 'scalar' && node.style === 'literal' && isLiteral(node.value)) {
        const header = entry.keyComment ? ` ${comment(page)}` : '';
        return printLiteral(page, node.value, node.anchored, column, header);
      }
      const printed = printFlow(page, node, column);
      return { text: spaces(gap) + printed.text + tail, value: printed.value };
    }
    default:
      if (node.flow || node.entries.length === 0) {
        const printed = printFlow(page, node, column);
        return { text: ` ${printed.text}${tail}`, value: printed.value };
      }
      return printNested(page, node, entry, column, inMapping);
  }
}

function printNested(
  page: Page,
  node: PrintableCollection,
  entry: PrintableEntry,
  column: number,
  inMapping: boolean,
): PrintedDocument {
  const [first] = node.entries;
  const startsWithComment = (first?.comments.length ?? 0) > 0;
  const onDashLine = !inMapping && !node.anchored && !entry.keyComment && !startsWithComment;
  if (onDashLine) {
    const printed = printBlock(page, node, column + 1 + entry.gap, true);
    return { text: spaces(entry.gap) + printed.text, value: printed.value };
  }
  const anchor = node.anchored ? ` ${newAnchor(page)}` : '';
  const head = anchor + (entry.keyComment ? ` ${comment(page)}` : '');
  const atKey = inMapping && node.kind === 'sequence' && node.atKey;
  const printed = printBlock(page, node, column + (atKey ? 0 : node.step), false);
  keepAnchor(page, anchor, printed.value);
  return { text: `${head}\n${printed.text}`, value: printed.value };
}

function printFlow(page: Page, node: PrintableNode, column: number): PrintedDocument {
  switch (node.kind) {
    case 'absent':
      return { text: node.written || 'null', value: null };
    case 'words':
      return { text: node.words.join(' '), value: node.words.join(' ') };
    case 'alias': {
      const target = page.anchors[node.pick % Math.max(page.anchors.length, 1)];
      return target
        ? { text: `*${target.name} `, value: target.value }
        : { text: '~', value: null };
    }
    case 'scalar': {
      const anchor = node.anchored ? `${newAnchor(page)} ` : '';
      const quote = node.style === 'single' ? 'single' : 'double';
      const always = node.style === 'single' || node.style === 'double';
      keepAnchor(page, anchor, node.value);
      return { text: anchor + formatScalar(node.value, { quote, always }), value: node.value };
    }
    default:
      return printFlowCollection(page, node, column);
  }
}

function printFlowCollection(
  page: Page,
  node: PrintableCollection,
  column: number,
): PrintedDocument {
  const anchor = node.anchored ? `${newAnchor(page)} ` : '';
  const isList = node.kind === 'sequence';
  const printed = node.entries.map(({ key, value }) => {
    const item = printFlow(page, value, column + 2);
    return { ...item, key: key.name, text: isList ? item.text : `${key.written}: ${item.text}` };
  });
  const value = isList
    ? printed.map((item) => item.value)
    : Object.fromEntries(printed.map((item) => [item.key, item.value]));
  keepAnchor(page, anchor, value);
  const texts = printed.map(({ text }) => text);
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  const comma = node.trailingComma && texts.length > 0 ? ',' : '';
  if (!node.spread || texts.length === 0) {
    const pad = node.padding && texts.length > 0 ? ' ' : '';
    const joined = texts.join(node.padding ? ' , ' : ', ');
    return { text: anchor + open + pad + joined + comma + pad + close, value };
  }
  const lines = node.entries.map(({ comments, trailingComment }, index) => {
    const lead = comments.map(() => `${spaces(column + 2)}${comment(page)}\n`).join('');
    const mark = index === texts.length - 1 ? comma : ',';
    const tail = trailingComment ? ` ${comment(page)}` : '';
    return `${lead}${spaces(column + 2)}${texts[index]}${mark}${tail}\n`;
  });
  const end = spaces(node.closesShallow ? column : column + 1);
  return { text: `${anchor}${open}\n${lines.join('')}${end}${close}`, value };
}

function isLiteral(value: string | number | boolean): value is string {
  if (typeof value !== 'string' || !/^[\x21\x22\x24-\x2c\x2e-\x7eé][\x20-\x7eé\n]*$/.test(value))
    return false;
  return !/[ \t](?:\n|$)/.test(value);
}

function printLiteral(
  page: Page,
  value: string,
  anchored: boolean,
  column: number,
  headerComment: string,
): PrintedDocument {
  const content = value.replace(/\n+$/, '');
  const breaks = value.length - content.length;
  const chomping = breaks === 0 ? '-' : breaks === 1 ? '' : '+';
  const anchor = anchored ? `${newAnchor(page)} ` : '';
  keepAnchor(page, anchor, value);
  const indent = spaces(column + 2);
  const lines = content.split('\n').map((line) => (line === '' ? '' : indent + line));
  page.endsInBlock = true;
  const tail = '\n'.repeat(Math.max(breaks, 1));
  const style = content.includes('\n') || column % 2 === 0 ? '|' : '>';
  return {
    text: ` ${anchor}${style}${chomping}${headerComment}\n${lines.join('\n')}${tail}`,
    value,
  };
}

function newAnchor(page: Page): string {
  page.comments++;
  return `&k${page.comments}`;
}

function keepAnchor(page: Page, written: string, value: unknown): void {
  const name = written.trim().slice(1);
  if (name !== '') page.anchors.push({ name, value });
}

function mergeSource(page: Page): { readonly name: string; readonly value: object } | undefined {
  for (const { name, value } of page.anchors) {
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return { name, value };
  }
  return undefined;
}

function comment(page: Page): string {
  page.comments++;
  const tails = ['', ' x: y', ' - z', ' "q"', " it's", ' [', ' &a *b', ' {{ .x }}'];
  return `# c${page.comments}${tails[page.comments % tails.length]}`;
}

function spaces(count: number): string {
  return ' '.repeat(Math.max(0, count));
}
