import { serviceHost } from '../../../resources/host-name.ts';
import { textHere, writeFix } from '../fix-field.ts';
import type { Fixer } from '../quick-fix.ts';
import { findSimilar, MOST_SUGGESTIONS } from '../references/find-similar.ts';

/** A host that a Sidecar lets through and that is not there: the whole name of a Service that is. */
export const fixSidecarHost: Fixer = (fixable) => {
  const { snapshot, resource } = fixable;
  const written = textHere(fixable);
  if (written === null) return [];
  const slash = written.indexOf('/');
  const scope = written.slice(0, slash + 1);
  const [first = ''] = written.slice(slash + 1).split('.');
  const home = ['', './', '*/'].includes(scope) ? null : scope.slice(0, -1);
  const services = snapshot.resources.filter(
    ({ details, namespace }) =>
      details.type === 'Service' &&
      (home === null ? scope !== './' || namespace === resource.namespace : namespace === home),
  );
  const same = services.filter(({ name }) => name === first);
  const found = same.length > 0 ? same : findSimilar(first, services);
  return found.slice(0, MOST_SUGGESTIONS).map((service) => {
    const host = serviceHost(service.name, service.namespace, snapshot.assumptions);
    return writeFix(fixable, `${scope}${host}`, `Write ${scope}${host}`);
  });
};
