import { listDestinations } from '../../../diagnostics/facts/list-destinations.ts';
import { resolveHost } from '../../../resources/host-name.ts';
import type { DestinationRule } from '../../../resources/kinds/destination-rule.ts';
import type { Resource } from '../../../resources/resource.ts';
import { nearestWords } from '../../../schema/nearest-words.ts';
import type { Snapshot } from '../../../snapshot.ts';
import { type ManifestName, newDestinationRule } from '../../manifests/new-manifest.ts';
import { uniqueName } from '../../manifests/resource-name.ts';
import { addManifest } from '../add-manifest.ts';
import { appendItem, writeFix } from '../fix-field.ts';
import type { Fixable, Fixer, QuickFix } from '../quick-fix.ts';

/** A subset that no DestinationRule has: add it where the host has a rule, else write a rule; or name one that is there. */
export const fixMissingSubset: Fixer = (fixable) => {
  const { snapshot, diagnostic, resource } = fixable;
  const { host, subset } = diagnostic.data;
  if (typeof host !== 'string' || typeof subset !== 'string') return [];
  const rule = findRule(fixable, resolveHost(host, resource.namespace, snapshot.assumptions));
  if (rule === undefined) return [writeRule(fixable, host, subset)];
  const names = (rule.details as DestinationRule).subsets.map(({ name }) => name);
  // Another rule for the host counts, which has it not.
  if (names.includes(subset)) return [];
  const labels = { version: subset };
  return [
    ...nearestWords(subset, names)
      .slice(0, 2)
      .map((name) => writeFix(fixable, name, `Use the subset ${name}`)),
    {
      title: `Add the subset ${subset} to the DestinationRule ${rule.name}`,
      commands: [appendItem(rule, ['spec', 'subsets'], { name: subset, labels })],
    },
  ];
};

/** The DestinationRule of the text for exactly this host. */
export function findRule({ snapshot }: Fixable, fqdn: string): Resource | undefined {
  return snapshot.resources.find(
    ({ details, namespace, stale }) =>
      details.type === 'DestinationRule' &&
      !stale &&
      resolveHost(details.host, namespace, snapshot.assumptions) === fqdn,
  );
}

function writeRule({ snapshot, resource }: Fixable, host: string, subset: string): QuickFix {
  const subsets = subsetsOf(snapshot, resolveHost(host, resource.namespace, snapshot.assumptions));
  const all = [...new Set([subset, ...subsets])].toSorted();
  const rule = newDestinationRule(nameRule(snapshot, resource, host), host, all);
  const what = all.length === 1 ? 'the subset' : 'the subsets';
  return {
    title: `Write a DestinationRule for ${host} with ${what} ${all.join(', ')}`,
    commands: [addManifest(snapshot, rule)],
  };
}

/** All subsets of the host that the text names. */
function subsetsOf({ resources, assumptions }: Snapshot, fqdn: string): readonly string[] {
  return resources.flatMap(({ details, namespace }) =>
    details.type === 'VirtualService'
      ? listDestinations(details).flatMap(({ host, subset }) =>
          resolveHost(host, namespace, assumptions) === fqdn ? (subset ?? []) : [],
        )
      : [],
  );
}

/** A free name for a DestinationRule of this host, beside the resource. */
export function nameRule(snapshot: Snapshot, beside: Resource, host: string): ManifestName {
  const { namespace, namespaceIsWritten } = beside;
  const [first = ''] = host.replace(/^\*\.?/, 'all-').split('.');
  const name = uniqueName(snapshot, 'DestinationRule', namespace, first);
  return { name, namespace: namespaceIsWritten ? namespace : null };
}
