import type { ServiceNode } from '../../graph/topology.ts';
import { whyNotNamespace } from '../../schema/values/name-rules.ts';
import type { Snapshot } from '../../snapshot.ts';
import { findTopologyNode } from '../../snapshot-lookup.ts';
import type { EditCommand } from '../edit-command.ts';
import { createEditDraft } from '../edit-draft.ts';
import type { PlanResult } from '../edit-plan.ts';
import {
  type FieldMap,
  type ManifestName,
  type NewServer,
  newDestinationRule,
  newGateway,
  newService,
  newVirtualService,
} from '../manifests/new-manifest.ts';
import { uniqueName, whyNotName } from '../manifests/resource-name.ts';
import { refuse } from '../result.ts';
import { assumedGateway, gatewaySelector } from './assumed-gateway.ts';
import { type CanarySubsets, canarySubsets } from './canary.ts';

type NewIngress = Extract<EditCommand, { readonly kind: 'new-ingress' }>;

/** Writes a whole ingress: Gateway, VirtualService, and the Service and DestinationRule where they are not there. */
export function planNewIngress(snapshot: Snapshot, command: NewIngress): PlanResult {
  const reason = whyNotIngress(command);
  if (reason !== null) {
    return refuse(reason);
  }
  const { service } = command;
  const namespace = command.namespace ?? snapshot.assumptions.defaultNamespace;
  const node = findTopologyNode(snapshot, `Service/${namespace}/${service.name}`);
  const present = node?.kind === 'Service' && node.status === 'present' ? node : null;
  const ports = present?.ports.flatMap(({ port }) => port ?? []) ?? [];
  if (present !== null && !ports.includes(service.port)) {
    return refuse(
      `The Service ${service.name} has no port ${service.port}. It has ${ports.join(', ') || 'none'}.`,
    );
  }
  const nameOf = (kind: string, base: string): ManifestName => ({
    name: uniqueName(snapshot, kind, namespace, base),
    namespace: command.namespace ?? null,
  });
  const gateway = nameOf('Gateway', `${service.name}-gateway`);
  const host = nameOf('VirtualService', service.name);
  const canary = canaryFor(snapshot, command, present, nameOf);
  const draft = createEditDraft(snapshot);
  draft.changeAll(canary?.changes ?? []);
  const selector = gatewaySelector(assumedGateway(snapshot).labels);
  draft.append(newGateway(gateway, selector, serversOf(command)));
  draft.append(
    newVirtualService(host, {
      hosts: [command.host],
      gateways: [gateway.name],
      matches: command.paths.map((prefix) => ({ uri: { prefix } })),
      route: routeOf(command, ports.length > 1, canary),
    }),
  );
  if (present === null) {
    const port = { name: 'http', port: service.port, targetPort: service.port };
    draft.append(newService({ ...host, name: service.name }, { app: service.name }, [port]));
  }
  if (canary?.manifest) {
    draft.append(canary.manifest);
  }
  return draft.finish({
    label: `Add an ingress for ${command.host}`,
    reveal: `VirtualService/${namespace}/${host.name}`,
  });
}

function serversOf({ host, https }: NewIngress): readonly NewServer[] {
  const hosts = [host];
  if (https === null) {
    return [{ number: 80, protocol: 'HTTP', hosts }];
  }
  const tls = { mode: 'SIMPLE', credentialName: https.credentialName };
  return [
    { number: 80, protocol: 'HTTP', hosts, tls: { httpsRedirect: true } },
    { number: 443, protocol: 'HTTPS', hosts, tls },
  ];
}

function canaryFor(
  snapshot: Snapshot,
  { canary, service }: NewIngress,
  present: ServiceNode | null,
  nameOf: (kind: string, base: string) => ManifestName,
): CanarySubsets | null {
  if (canary === null) {
    return null;
  }
  if (present !== null) {
    return canarySubsets(snapshot, present, service.name);
  }
  const names = ['v1', 'v2'] as const;
  const rule = nameOf('DestinationRule', service.name);
  return { names, manifest: newDestinationRule(rule, service.name, names), changes: [] };
}

function routeOf(
  { service, canary }: NewIngress,
  isPortNeeded: boolean,
  subsets: CanarySubsets | null,
): readonly FieldMap[] {
  const port: FieldMap = isPortNeeded ? { port: { number: service.port } } : {};
  if (subsets === null || canary === null) {
    return [{ destination: { host: service.name, ...port } }];
  }
  const [stable, next] = subsets.names;
  return [
    { destination: { host: service.name, subset: stable, ...port }, weight: 100 - canary.percent },
    { destination: { host: service.name, subset: next, ...port }, weight: canary.percent },
  ];
}

function whyNotIngress({
  host,
  https,
  service,
  paths,
  canary,
  namespace,
}: NewIngress): string | null {
  const isPort = Number.isInteger(service.port) && service.port >= 1 && service.port <= 65535;
  const badPath = paths.find((path) => !/^\/\S*$/.test(path));
  const percent = canary?.percent ?? 0;
  return (
    whyNotHost(host) ??
    (https === null ? null : whyNotName('Secret', https.credentialName)) ??
    whyNotName('Service', service.name) ??
    (isPort ? null : 'A port is a whole number from 1 to 65535.') ??
    (badPath === undefined ? null : `A path begins with "/" and has no spaces: "${badPath}".`) ??
    (Number.isInteger(percent) && percent >= 0 && percent <= 100
      ? null
      : 'The part of the new version is a whole number of per cent, from 0 to 100.') ??
    (namespace === undefined ? null : whyNotNamespace(namespace))
  );
}

/** Why a Gateway would not take the host; null where it would. Istio: `*`, or a DNS name that may begin with `*.`. */
export function whyNotHost(host: string): string | null {
  if (host === '*') {
    return null;
  }
  const label = '[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?';
  const isName = new RegExp(`^(?:\\*\\.)?${label}(?:\\.${label})*$`, 'i').test(host);
  return isName && host.length <= 255 && host.includes('.')
    ? null
    : `"${host}" cannot be the host of an ingress. Write a whole name such as shop.example.com, *.example.com for all names below it, or * for every host.`;
}
