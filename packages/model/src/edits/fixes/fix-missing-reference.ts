import { pairsOf } from '../../graph/provided-slots.ts';
import { findServiceName, resolveHost, serviceHost } from '../../resources/host-name.ts';
import type { Resource } from '../../resources/resource.ts';
import { nearestWords } from '../../schema/nearest-words.ts';
import { fixMissingPort } from './fix-missing-port.ts';
import { fixMissingSubset } from './fix-missing-subset.ts';
import type { Fixable, Fixer, QuickFix } from './quick-fix.ts';
import { setField } from './set-field.ts';

const MOST_SUGGESTIONS = 3;

/** What is named and is not there: create it, or name something like it that is. */
export const fixMissingReference: Fixer = (fixable) => {
  switch (fixable.diagnostic.data.reference) {
    case 'gateway':
      return fixGateway(fixable);
    case 'host':
      return fixHost(fixable);
    case 'port':
      return fixMissingPort(fixable);
    case 'subset':
      return fixMissingSubset(fixable);
    case 'secret':
      return fixSecret(fixable);
    case 'selector':
      return fixSelector(fixable);
    default:
      return [];
  }
};

function fixGateway({ snapshot, diagnostic, resource, path }: Fixable): readonly QuickFix[] {
  const { namespace, name } = diagnostic.data;
  const gateways = snapshot.resources.filter(({ details }) => details.type === 'Gateway');
  const spell = (gateway: Resource) =>
    gateway.namespace === resource.namespace
      ? gateway.name
      : `${gateway.namespace}/${gateway.name}`;
  const sameName = gateways.filter((gateway) => gateway.name === name);
  const near = nearest(String(name), gateways, (gateway) => gateway.name);
  const others = [...new Set([...sameName, ...near].map(spell))].slice(0, MOST_SUGGESTIONS);
  return [
    ...others.map((text) => ({
      title: `Name the Gateway ${text}`,
      commands: [setField(resource.id, path, text)],
    })),
    {
      title: `Create the Gateway ${namespace}/${name}`,
      commands: [{ kind: 'write-node', node: `Gateway/${namespace}/${name}` }],
    },
  ];
}

function fixHost({ snapshot, diagnostic, resource, path }: Fixable): readonly QuickFix[] {
  const { host, suggestion } = diagnostic.data;
  if (typeof host !== 'string') return [];
  const { assumptions } = snapshot;
  const services = snapshot.resources.filter(({ details }) => details.type === 'Service');
  const spell = (service: Resource) =>
    service.namespace === resource.namespace
      ? service.name
      : serviceHost(service.name, service.namespace, assumptions);
  const [first = ''] = host.split('.');
  const near = nearest(first, services, (service) => service.name).map(spell);
  const named = typeof suggestion === 'string' ? [suggestion, ...near] : near;
  const missing = findServiceName(resolveHost(host, resource.namespace, assumptions), assumptions);
  return [
    ...[...new Set(named)].slice(0, MOST_SUGGESTIONS).map((text) => ({
      title: `Send to ${text}`,
      commands: [setField(resource.id, path, text)],
    })),
    ...(missing === null
      ? []
      : [
          {
            title: `Create the Service ${missing.namespace}/${missing.name}`,
            commands: [
              {
                kind: 'write-node',
                node: `Service/${missing.namespace}/${missing.name}`,
              } as const,
            ],
          },
        ]),
  ];
}

/** A Secret is never written: what is in it belongs to nobody but its owner. */
function fixSecret({ snapshot, diagnostic, resource, path }: Fixable): readonly QuickFix[] {
  const { namespace, name } = diagnostic.data;
  const secrets = snapshot.resources.filter(
    (one) => one.details.type === 'Secret' && one.namespace === namespace,
  );
  return nearest(String(name), secrets, (secret) => secret.name)
    .slice(0, MOST_SUGGESTIONS)
    .map((secret) => ({
      title: `Use the Secret ${secret.name}`,
      commands: [setField(resource.id, path, secret.name)],
    }));
}

/** The labels of gateways that are there, as their installation names them. */
function fixSelector({ snapshot, resource }: Fixable): readonly QuickFix[] {
  if (resource.details.type !== 'Gateway') return [];
  const istioLabels = [
    ...snapshot.resources.flatMap(({ details }) =>
      details.type === 'Workload' ? [details.podLabels.istio] : [],
    ),
    ...snapshot.assumptions.gateways.map(({ labels }) => labels.istio),
  ].filter((label) => label !== undefined);
  return [...new Set(istioLabels)].slice(0, MOST_SUGGESTIONS).map((label) => {
    const selector = { istio: label };
    return {
      title: `Select the pods with ${pairsOf(selector).join(', ')}`,
      commands: [
        { kind: 'set', resource: resource.id, path: ['spec', 'selector'], value: selector },
      ],
    };
  });
}

function nearest(
  word: string,
  candidates: readonly Resource[],
  nameOf: (candidate: Resource) => string,
): readonly Resource[] {
  const names = nearestWords(word, candidates.map(nameOf));
  return names.flatMap((name) => candidates.filter((one) => nameOf(one) === name).slice(0, 1));
}
