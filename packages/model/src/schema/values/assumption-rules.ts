import type { AssumedGateway, Assumptions } from '../../resources/assumptions.ts';
import { whyNotDestinationHost } from './host-rules.ts';
import {
  whyNotLabelKey,
  whyNotLabelValue,
  whyNotNamespace,
  whyNotResourceName,
  whyNotServiceName,
} from './name-rules.ts';
import { whyNotPort } from './number-rules.ts';
import { quoted } from './quoted.ts';

/** What is written as one text among the assumptions; a label as `key=value`, a Secret as `namespace/name`. */
export type AssumedText = 'external-host' | 'secret' | 'cluster-domain' | 'label';

/** Why the text cannot be one of these in any cluster; null where it can. */
export function whyNotAssumed(what: AssumedText, text: string): string | null {
  switch (what) {
    case 'external-host':
      return whyNotDestinationHost(text);
    case 'secret':
      return whyNotSecretEntry(text);
    case 'cluster-domain':
      return whyNotClusterDomain(text);
    case 'label':
      return whyNotLabelPair(text);
  }
}

function whyNotSecretEntry(entry: string): string | null {
  const [namespace = '', name, ...rest] = entry.split('/');
  if (name === undefined || rest.length > 0)
    return `${quoted(entry)} does not say where the Secret is. Write namespace/name, such as istio-system/shop-tls.`;
  return whyNotNamespace(namespace) ?? whyNotResourceName(name);
}

/** It may be empty. */
function whyNotClusterDomain(domain: string): string | null {
  if (domain === '') return null;
  return domain.includes('*') || whyNotDestinationHost(domain) !== null
    ? `${quoted(domain)} cannot be the domain of a cluster. Write a name such as cluster.local.`
    : null;
}

function whyNotLabelPair(pair: string): string | null {
  const at = pair.indexOf('=');
  if (at < 0) return `${quoted(pair)} has no value. Write key=value, such as istio=ingressgateway.`;
  return whyNotLabelKey(pair.slice(0, at)) ?? whyNotLabelValue(pair.slice(at + 1));
}

/** Why the gateway cannot run like this; null where it can. */
function whyNotGateway({ name, namespace, labels, service }: AssumedGateway): string | null {
  const [badPort] = (service?.ports ?? [])
    .flatMap(({ port, targetPort }) => [whyNotPort(port), whyNotPort(targetPort)])
    .filter((why) => why !== null);
  const [badLabel] = Object.entries(labels)
    .map((pair) => whyNotLabelPair(pair.join('=')))
    .filter((why) => why !== null);
  return whyNotServiceName(name) ?? whyNotNamespace(namespace) ?? badLabel ?? badPort ?? null;
}

/** What of the assumptions no cluster can be like, each with its field; in words of the user. */
export function findOddAssumptions(assumptions: Assumptions): readonly string[] {
  const { defaultNamespace, clusterDomain, gateways } = assumptions;
  const say = (field: string, why: string | null): readonly string[] =>
    why === null ? [] : [`${field}: ${why}`];
  const sayEach = (
    field: string,
    entries: readonly string[],
    whyNot: (entry: string) => string | null,
  ): readonly string[] => entries.flatMap((entry, at) => say(`${field}[${at}]`, whyNot(entry)));
  return [
    ...say('defaultNamespace', whyNotNamespace(defaultNamespace)),
    ...say('clusterDomain', whyNotClusterDomain(clusterDomain)),
    ...gateways.flatMap((gateway, at) => say(`gateways[${at}]`, whyNotGateway(gateway))),
    ...sayEach('externalHosts', assumptions.externalHosts, whyNotDestinationHost),
    ...sayEach('foreignNamespaces', assumptions.foreignNamespaces, whyNotNamespace),
    ...sayEach('secrets', assumptions.secrets, whyNotSecretEntry),
  ];
}
