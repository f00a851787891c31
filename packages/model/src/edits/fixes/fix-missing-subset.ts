import { formatScalar } from '../../documents/format-scalar.ts';
import { resolveHost } from '../../resources/host-name.ts';
import type { DestinationRule } from '../../resources/kinds/destination-rule.ts';
import type { Resource } from '../../resources/resource.ts';
import { nearestWords } from '../../schema/nearest-words.ts';
import type { Fixable, Fixer, QuickFix } from './quick-fix.ts';
import { setField } from './set-field.ts';

/** A subset that no DestinationRule has: add it where the host has a rule, else write a rule; or name one that is there. */
export const fixMissingSubset: Fixer = (fixable) => {
  const { snapshot, diagnostic, resource, path } = fixable;
  const { host, subset } = diagnostic.data;
  if (typeof host !== 'string' || typeof subset !== 'string') return [];
  const fqdn = resolveHost(host, resource.namespace, snapshot.assumptions);
  const rule = snapshot.resources.find((one) => isRuleOf(one, fqdn, fixable));
  if (rule === undefined) return [writeRule(fixable, host, subset)];
  const { subsets } = rule.details as DestinationRule;
  const near = nearestWords(
    subset,
    subsets.map(({ name }) => name),
  );
  return [
    {
      title: `Add the subset ${subset} to the DestinationRule ${rule.name}`,
      commands: [
        {
          kind: 'insert',
          resource: rule.id,
          path: ['spec', 'subsets'],
          index: subsets.length,
          value: { name: subset, labels: { version: subset } },
        },
      ],
    },
    ...near.slice(0, 2).map((name) => ({
      title: `Use the subset ${name}`,
      commands: [setField(resource.id, path, name)],
    })),
  ];
};

function isRuleOf({ details, namespace }: Resource, fqdn: string, { snapshot }: Fixable): boolean {
  return (
    details.type === 'DestinationRule' &&
    resolveHost(details.host, namespace, snapshot.assumptions) === fqdn
  );
}

function writeRule({ resource }: Fixable, host: string, subset: string): QuickFix {
  const [name = ''] = host.split('.');
  const format = (text: string) => formatScalar(text);
  const text = `apiVersion: ${resource.group}/${resource.version}
kind: DestinationRule
metadata:
  name: ${format(name.replace(/^\*/, 'all'))}
  namespace: ${format(resource.namespace)}
spec:
  host: ${format(host)}
  subsets:
    - name: ${format(subset)}
      labels:
        version: ${format(subset)}
`;
  return {
    title: `Write a DestinationRule for ${host} with the subset ${subset}`,
    commands: [{ kind: 'add-manifests', text }],
  };
}
