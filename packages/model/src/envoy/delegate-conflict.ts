import { isDeepEqual } from '../graph/is-deep-equal.ts';
import {
  fieldOf,
  findTexts,
  integerField,
  isRecord,
  labelsField,
  recordField,
  textField,
  type ValueRecord,
} from '../resources/tolerant-value.ts';

/**
 * The field in which a match of a delegate cannot be within one of the route that delegates; null
 * where it can. As istiod's `hasConflict`: regular expressions are never within anything.
 */
export function findDelegateConflict(root: ValueRecord, delegate: ValueRecord): string | null {
  if ((root.ignoreUriCase === true) !== (delegate.ignoreUriCase === true)) return 'ignoreUriCase';
  for (const field of ['uri', 'scheme', 'method', 'authority'])
    if (isConflict(fieldOf(root, field), fieldOf(delegate, field))) return field;
  for (const field of ['headers', 'withoutHeaders', 'queryParams']) {
    const [own, others] = [recordField(delegate, field), recordField(root, field)];
    for (const name of Object.keys(own))
      if (isConflict(fieldOf(others, name), fieldOf(own, name))) return field;
  }
  return findSourceConflict(root, delegate);
}

const MAPS: ReadonlySet<string> = new Set(['headers', 'queryParams', 'sourceLabels']);
const NAMES: ReadonlySet<string> = new Set(['name', 'statPrefix', 'ignoreUriCase']);

/**
 * Whether a delegate's match can be within every match of a root that this other match of a delegate
 * can be within, and leaves nothing of it there: it asks for nothing that the other does not ask for
 * in the same words. A header that a delegate's requests must not have replaces what the root says of
 * it, which may take more requests, so those have to be the same.
 */
export function fitsWherever(match: ValueRecord, other: ValueRecord): boolean {
  if ((match.ignoreUriCase === true) !== (other.ignoreUriCase === true)) return false;
  const [lacks, otherLacks] = [match, other].map((one) => recordField(one, 'withoutHeaders'));
  if (!isDeepEqual(lacks, otherLacks)) return false;
  return Object.entries(match).every(([field, value]) => {
    if (NAMES.has(field)) return true;
    if (!MAPS.has(field) || !isRecord(value)) return isDeepEqual(value, fieldOf(other, field));
    const others = recordField(other, field);
    return Object.entries(value).every(([key, one]) => isDeepEqual(one, fieldOf(others, key)));
  });
}

function findSourceConflict(root: ValueRecord, delegate: ValueRecord): string | null {
  const [port, ownPort] = [root, delegate].map((match) => integerField(match, 'port') || null);
  if (port != null && ownPort != null && port !== ownPort) return 'port';
  const namespace = textField(root, 'sourceNamespace');
  if (namespace !== null && textField(delegate, 'sourceNamespace') !== namespace)
    return 'sourceNamespace';
  const labels = labelsField(root, 'sourceLabels');
  for (const [name, value] of Object.entries(labelsField(delegate, 'sourceLabels')))
    if (Object.hasOwn(labels, name) && labels[name] !== value) return 'sourceLabels';
  const [gateways, own] = [findTexts(root, 'gateways'), findTexts(delegate, 'gateways')];
  const isOutside = gateways !== null && own?.some((text) => !gateways.includes(text));
  return isOutside === true ? 'gateways' : null;
}

/** Where both ask for something, only the same text, or one behind the same beginning, is within. */
function isConflict(root: unknown, delegate: unknown): boolean {
  if (!isRecord(root) || !isRecord(delegate)) return false;
  const exact = textField(root, 'exact');
  if (exact !== null) return textField(delegate, 'exact') !== exact;
  const prefix = textField(root, 'prefix');
  const text = textField(delegate, 'prefix') ?? textField(delegate, 'exact');
  return prefix === null || text === null || !text.startsWith(prefix);
}
