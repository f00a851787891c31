import { nearestWords } from '../../../schema/nearest-words.ts';
import { valueAt } from '../../fields/field-operation.ts';
import { writeFix } from '../fix-field.ts';
import type { Fixable, Fixer, QuickFix } from '../quick-fix.ts';
import { MOST_SUGGESTIONS } from './find-similar.ts';
import { fixCredential } from './fix-credential.ts';
import { fixGatewayName } from './fix-gateway-name.ts';
import { fixMissingHost } from './fix-missing-host.ts';
import { fixMissingPort } from './fix-missing-port.ts';
import { fixMissingSubset } from './fix-missing-subset.ts';
import { fixSelector } from './fix-selector.ts';

/** What is named and is not there: create it, or name something like it that is. */
export const fixMissingReference: Fixer = (fixable) => {
  switch (fixable.diagnostic.data.reference) {
    case 'gateway':
      return fixGatewayName(fixable);
    case 'host':
      return fixMissingHost(fixable);
    case 'port':
      return fixMissingPort(fixable);
    case 'subset':
      return fixMissingSubset(fixable);
    case 'secret':
      return fixCredential(fixable);
    case 'selector':
      return fixSelector(fixable);
    case 'namespace':
      return fixNamespace(fixable);
    default:
      return [];
  }
};

/** A namespace that is not there: one of the text that is named nearly so. */
export function fixNamespace(fixable: Fixable): readonly QuickFix[] {
  const { snapshot, diagnostic, resource, path } = fixable;
  const { name, namespace } = diagnostic.data;
  const list = valueAt(resource.value, path.slice(0, -1));
  const others: readonly unknown[] = Array.isArray(list) ? list : [];
  const known = snapshot.resources.flatMap((one) =>
    one.kind === 'Namespace' ? [one.name] : one.namespace === '' ? [] : [one.namespace],
  );
  return nearestWords(String(name ?? namespace), [...new Set(known)])
    .filter((one) => one !== (name ?? namespace) && !others.includes(one))
    .slice(0, MOST_SUGGESTIONS)
    .map((one) => writeFix(fixable, one, `Name the namespace ${one}`));
}
