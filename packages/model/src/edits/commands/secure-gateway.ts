import type { GatewayNode, GatewayServerState } from '../../graph/topology.ts';
import type { Snapshot } from '../../snapshot.ts';
import { findTopologyNode } from '../../snapshot-lookup.ts';
import type { EditCommand } from '../edit-command.ts';
import { createEditDraft } from '../edit-draft.ts';
import type { PlanResult } from '../edit-plan.ts';
import type { FieldOperation } from '../fields/field-operation.ts';
import { valueAt } from '../fields/field-operation.ts';
import { newServer } from '../manifests/new-manifest.ts';
import { whyNotName } from '../manifests/resource-name.ts';
import { refuse } from '../result.ts';
import { stemOf } from './additions/addition.ts';
import { editableResource } from './connection.ts';

const NO_GATEWAY = 'This Gateway is not there any more.';

/**
 * Serves the hosts of a Gateway's HTTP servers over HTTPS too, with a certificate from a Secret, and
 * redirects HTTP to it. What is there of that already stays.
 */
export function planSecureGateway(
  snapshot: Snapshot,
  command: Extract<EditCommand, { readonly kind: 'secure-gateway' }>,
): PlanResult {
  const node = findTopologyNode(snapshot, command.node);
  if (node?.kind !== 'Gateway') {
    return refuse(NO_GATEWAY);
  }
  const resource = editableResource(snapshot, node);
  if (!resource.ok) {
    return resource;
  }
  const credentialName = command.credentialName ?? `${stemOf(node.name)}-tls`;
  const reason = whyNotName('Secret', credentialName);
  if (reason !== null) {
    return refuse(reason);
  }
  const plain = node.servers.filter(isHttp);
  if (plain.length === 0) {
    return refuse(
      `The Gateway ${node.name} has no server for HTTP whose hosts could be served over HTTPS. Add one first.`,
    );
  }
  const operations = [
    ...redirects(plain),
    ...secureServer(
      node,
      plain,
      valueAt(resource.value.value, ['spec', 'servers']),
      credentialName,
    ),
  ];
  if (operations.length === 0) {
    return refuse(`The Gateway ${node.name} serves HTTPS and redirects to it already.`);
  }
  const draft = createEditDraft(snapshot);
  draft.change(resource.value, operations);
  return draft.finish({ label: `Serve HTTPS on ${node.name}`, reveal: node.id });
}

function redirects(plain: readonly GatewayServerState[]): readonly FieldOperation[] {
  return plain
    .filter(({ tls }) => tls?.httpsRedirect !== true)
    .map(({ index }) => ({
      kind: 'set',
      path: ['spec', 'servers', index, 'tls', 'httpsRedirect'],
      value: true,
    }));
}

/** A server for those hosts that no server serves over HTTPS. */
function secureServer(
  { servers }: GatewayNode,
  plain: readonly GatewayServerState[],
  list: unknown,
  credentialName: string,
): readonly FieldOperation[] {
  const secured = new Set(servers.filter(isHttps).flatMap(({ hosts }) => hosts));
  const hosts = [...new Set(plain.flatMap((server) => server.hosts))].filter(
    (host) => !secured.has(host),
  );
  if (hosts.length === 0 || !Array.isArray(list)) {
    return [];
  }
  const tls = { mode: 'SIMPLE', credentialName };
  const value = newServer({ number: 443, protocol: 'HTTPS', hosts, tls });
  return [{ kind: 'insert', path: ['spec', 'servers'], index: list.length, value }];
}

function isHttp({ protocol }: GatewayServerState): boolean {
  return ['HTTP', 'HTTP2', 'GRPC', 'GRPC-WEB'].includes(protocol.toUpperCase());
}

/** Whether the gateway itself ends TLS there, so that http routes apply. */
function isHttps({ protocol, tls }: GatewayServerState): boolean {
  return protocol.toUpperCase() === 'HTTPS' && tls !== null && tls.mode !== 'PASSTHROUGH';
}
