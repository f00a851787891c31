import type { ServiceEntryNode, ServiceNode, VirtualServiceNode } from '../../../graph/topology.ts';
import type { Snapshot } from '../../../snapshot.ts';
import { edgesOf, findTopologyNode } from '../../../snapshot-lookup.ts';
import { newService, newServiceEntry } from '../../manifests/new-manifest.ts';
import { type Result, success } from '../../result.ts';
import { connectService } from '../connect-service.ts';
import { freeHost } from '../free-host.ts';
import { findUnselectedWorkload } from '../loose-ends.ts';
import {
  type Addition,
  type AdditionOptions,
  nameBeside,
  stemOf,
  type UnwrittenNode,
} from './addition.ts';

const NEW_NODE = {
  status: 'present',
  resourceId: null,
  stale: false,
  explanation: '',
  duplicates: 0,
  subsets: [],
} as const;

/** Behind a VirtualService: a Service that one of its routes leads to. What it names and is missing comes first. */
export function addServiceBehind(
  snapshot: Snapshot,
  node: VirtualServiceNode,
  { route }: AdditionOptions,
): Result<Addition | UnwrittenNode> {
  const missing = edgesOf(snapshot, node.id).find(
    (edge) =>
      edge.kind === 'routes' &&
      edge.source === node.id &&
      (route === undefined || (edge.protocol === route.protocol && edge.route === route.index)) &&
      findTopologyNode(snapshot, edge.target)?.status === 'missing',
  );
  if (missing !== undefined) {
    return success({ unwritten: missing.target });
  }
  const { namespace } = node;
  const workload = findUnselectedWorkload(snapshot, namespace);
  const name = nameBeside(snapshot, node, 'Service', [
    workload?.labels.app ?? '',
    stemOf(node.name),
  ]);
  const port = { name: 'http', port: 80, targetPort: workload?.containerPort ?? 80 };
  const target: ServiceNode = {
    ...NEW_NODE,
    kind: 'Service',
    id: `Service/${namespace}/${name.name}`,
    ...{ name: name.name, namespace, serviceType: 'ClusterIP', workloads: [], missingHost: null },
    ports: [{ index: 0, ...port, protocol: 'TCP', appProtocol: null }],
  };
  const connection = connectService(snapshot, node, target, { ...(route && { route }) });
  return connection.ok
    ? success({
        name: name.name,
        manifest: newService(name, workload?.labels ?? { app: name.name }, [port]),
        changes: connection.value.changes,
        reveal: target.id,
      })
    : connection;
}

/** Behind a VirtualService: a host outside the mesh that one of its routes leads to. */
export function addServiceEntryBehind(
  snapshot: Snapshot,
  node: VirtualServiceNode,
  { route }: AdditionOptions,
): Result<Addition> {
  const { namespace } = node;
  const name = nameBeside(snapshot, node, 'ServiceEntry', [`${stemOf(node.name)}-external`]);
  const host = freeHost(snapshot);
  const port = { number: 443, name: 'https', protocol: 'HTTPS' };
  const target: ServiceEntryNode = {
    ...NEW_NODE,
    kind: 'ServiceEntry',
    id: `ServiceEntry/${namespace}/${name.name}`,
    ...{ name: name.name, namespace, location: 'MESH_EXTERNAL', resolution: 'DNS' },
    hosts: [host],
    ports: [{ index: 0, ...port, targetPort: null }],
  };
  const connection = connectService(snapshot, node, target, { ...(route && { route }) });
  return connection.ok
    ? success({
        name: name.name,
        manifest: newServiceEntry(name, host, [port]),
        changes: connection.value.changes,
        reveal: target.id,
      })
    : connection;
}
