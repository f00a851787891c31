import {
  fieldOf,
  findTexts,
  isRecord,
  labelsField,
  recordField,
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

function findSourceConflict(root: ValueRecord, delegate: ValueRecord): string | null {
  for (const field of ['port', 'sourceNamespace']) {
    const [wide, narrow] = [fieldOf(root, field) ?? null, fieldOf(delegate, field) ?? null];
    const isFree = wide === null || narrow === null;
    if (!isFree && wide !== narrow) return field;
  }
  const labels = labelsField(root, 'sourceLabels');
  for (const [name, value] of Object.entries(labelsField(delegate, 'sourceLabels')))
    if (Object.hasOwn(labels, name) && labels[name] !== value) return 'sourceLabels';
  const [gateways, own] = [findTexts(root, 'gateways'), findTexts(delegate, 'gateways')];
  const isOutside = gateways !== null && own?.some((text) => !gateways.includes(text));
  return isOutside === true ? 'gateways' : null;
}

function isConflict(root: unknown, delegate: unknown): boolean {
  if (!isRecord(root) || !isRecord(delegate)) return false;
  if (Object.keys(root).length === 0 || Object.keys(delegate).length === 0) return false;
  if ('regex' in root || 'regex' in delegate) return true;
  if (typeof root.exact === 'string') return delegate.exact !== root.exact;
  if (typeof root.prefix !== 'string') return false;
  const text = delegate.prefix ?? delegate.exact;
  return typeof text === 'string' && !text.startsWith(root.prefix);
}
