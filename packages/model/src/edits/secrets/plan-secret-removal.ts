import type { ManifestDocument } from '../../documents/manifest-document.ts';
import { parseDocument } from '../../documents/parse-document.ts';
import { splitDocuments } from '../../documents/split-documents.ts';
import { treeOf } from '../../documents/tree-of.ts';
import type { Snapshot } from '../../snapshot.ts';
import { applyTextEdits, type TextEdit } from '../../text/text-edit.ts';
import { lineBreakOf } from '../fields/source-lines.ts';
import { findComments } from './find-comments.ts';
import { findSecrets, isEntangled, namesSecretKind, type SecretMapping } from './find-secrets.ts';

/** What has to change in a text so that it can be given away without the values of its Secrets. */
export interface SecretRemoval {
  readonly edits: readonly TextEdit[];
  /** Names of the Secrets whose values go, in text order; empty for one without a name. */
  readonly secrets: readonly string[];
  /** Documents that go as a whole, by their index. */
  readonly cut: readonly CutDocument[];
}

/** A document that goes as a whole. */
export interface CutDocument {
  /** 0-based index. */
  readonly document: number;
  /** `unreadable`: nobody can tell where its values are; `entangled`: aliases may repeat them elsewhere. */
  readonly why: 'unreadable' | 'entangled';
}

/**
 * Plans how the values of all Secrets go and everything else stays byte for byte: keys, names and
 * the number of documents. A document that may hold a Secret and cannot be taken apart for certain
 * is replaced by a comment. Comments of documents with Secrets go too, since old values stand there.
 */
export function planSecretRemoval({
  documents,
  starts,
}: Pick<Snapshot, 'documents' | 'starts'>): SecretRemoval {
  const edits: TextEdit[] = [];
  const secrets: string[] = [];
  const cut: CutDocument[] = [];
  documents.forEach((document, index) => {
    const plan = planForDocument(document);
    if (plan.cut !== null) cut.push({ document: index, why: plan.cut });
    secrets.push(...plan.secrets);
    const start = starts[index] ?? 0;
    for (const { range, newText } of plan.edits)
      edits.push({ range: { start: start + range.start, end: start + range.end }, newText });
  });
  return { edits, secrets, cut };
}

interface DocumentPlan {
  readonly edits: readonly TextEdit[];
  readonly secrets: readonly string[];
  readonly cut: CutDocument['why'] | null;
}

const NOTHING: DocumentPlan = { edits: [], secrets: [], cut: null };

const CUT_COMMENTS: Readonly<Record<CutDocument['why'], string>> = {
  unreadable:
    '# Left out here: a document that may hold a Secret, and cannot be read, so that its values could not be taken out.',
  entangled:
    '# Left out here: a document with a Secret whose values may be repeated through aliases.',
};

function planForDocument(document: ManifestDocument): DocumentPlan {
  const { text, status } = document;
  if (status !== 'parsed') {
    return mayHoldSecret(text) || mayHoldSecret(document.lastGood?.text ?? '')
      ? cutDocument(text, 'unreadable')
      : NOTHING;
  }
  if (!/secret/i.test(text) && !text.includes('\\')) return NOTHING;
  const tree = treeOf(document);
  if (isEntangled(tree) && namesSecretKind(tree)) return cutDocument(text, 'entangled');
  const secrets = findSecrets(tree);
  const comments = findComments(document);
  const saysSecret = comments.some(({ start, end }) => KIND_IN_TEXT.test(text.slice(start, end)));
  if (secrets.length === 0 && !saysSecret) return NOTHING;
  const edits = [...valueEdits(secrets), ...comments.map((range) => ({ range, newText: '#' }))];
  const sorted = edits.sort((one, other) => one.range.start - other.range.start);
  return isRid(applyTextEdits(text, sorted))
    ? { edits: sorted, secrets: secrets.map(({ name }) => name), cut: null }
    : cutDocument(text, 'entangled');
}

const KIND_IN_TEXT = /\bkind\b["']?\s*:\s*["']?secret/i;
const DATA_IN_TEXT = /(?:^|[\s{,"'#])(?:string)?data["']?\s*:/im;

/** Errs on the side of yes: of what cannot be parsed, only the words can be gone by. */
function mayHoldSecret(text: string): boolean {
  return KIND_IN_TEXT.test(text) || DATA_IN_TEXT.test(text);
}

/** A Secret among the values of another one is gone with the value that it is in. */
function valueEdits(secrets: readonly SecretMapping[]): TextEdit[] {
  const ranges = secrets
    .flatMap(({ values }) => values.map(({ range }) => range))
    .sort((one, other) => one.start - other.start);
  const edits: TextEdit[] = [];
  let end = 0;
  for (const range of ranges) {
    if (range.start < end) continue;
    edits.push({ range, newText: '""' });
    end = range.end;
  }
  return edits;
}

/** Whether what is left is a document that can be read, and no Secret in it has a value. */
function isRid(text: string): boolean {
  const document = parseDocument(text);
  return document.status === 'parsed' && findSecrets(treeOf(document)).length === 0;
}

/** The document becomes a comment; the `---` keeps it a document of its own. */
function cutDocument(text: string, why: CutDocument['why']): DocumentPlan {
  const lineBreak = lineBreakOf(text);
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const close = splitDocuments(text)[0]?.closed === true ? `${lineBreak}...` : '';
  const ending = /[\r\n]$/.test(text) ? lineBreak : '';
  const newText = `---${lineBreak}${CUT_COMMENTS[why]}${close}${ending}`;
  return { edits: [{ range: { start, end: text.length }, newText }], secrets: [], cut: why };
}
