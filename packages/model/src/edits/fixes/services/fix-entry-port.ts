import { findResource } from '../../../snapshot-lookup.ts';
import { takeOutFix, writeFix } from '../fix-field.ts';
import type { Fixer } from '../quick-fix.ts';
import { MOST_SUGGESTIONS } from '../references/find-similar.ts';

/** One port of a host with several protocols: that of the other ServiceEntries. */
export const fixEntryProtocol: Fixer = (fixable) => {
  const { snapshot, diagnostic, resource, path } = fixable;
  const { port } = diagnostic.data;
  const own = resource.details.type === 'ServiceEntry' ? resource.details.ports : [];
  const written = own.find(({ index }) => index === path[2])?.protocol.toUpperCase();
  const protocols = diagnostic.related.flatMap((related) => {
    const entry = findResource(snapshot, related.resource);
    return entry?.details.type === 'ServiceEntry'
      ? entry.details.ports.filter((one) => one.number === port).map(({ protocol }) => protocol)
      : [];
  });
  return [...new Set(protocols)]
    .filter((protocol) => protocol !== '' && protocol.toUpperCase() !== written)
    .slice(0, MOST_SUGGESTIONS)
    .map((protocol) => writeFix(fixable, protocol));
};

/** A port of a host that is given more than once: here it can go, as long as others are left. */
export const fixRepeatedEntryPort: Fixer = (fixable) => {
  const { resource, path, diagnostic } = fixable;
  const ports = resource.details.type === 'ServiceEntry' ? resource.details.ports : [];
  if (ports.length < 2) return [];
  const { port } = diagnostic.data;
  return [
    { ...takeOutFix(fixable, path.slice(0, 3)), title: `Leave port ${port} to the other one` },
  ];
};
