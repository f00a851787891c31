import { writeFix } from '../fix-field.ts';
import type { Fixer } from '../quick-fix.ts';
import { findSimilar, MOST_SUGGESTIONS } from './find-similar.ts';

/** A Secret that is not there: one that is. A Secret is never written: what is in it belongs to nobody but its owner. */
export const fixCredential: Fixer = (fixable) => {
  const { snapshot, diagnostic } = fixable;
  const { namespace, name } = diagnostic.data;
  const secrets = snapshot.resources.filter(
    (one) => one.details.type === 'Secret' && one.namespace === namespace,
  );
  return findSimilar(String(name), secrets)
    .slice(0, MOST_SUGGESTIONS)
    .map((secret) => writeFix(fixable, secret.name, `Use the Secret ${secret.name}`));
};
