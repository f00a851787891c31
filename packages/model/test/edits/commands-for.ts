import type { EditCommand, FieldPath, Resource, Snapshot, TopologyNode } from '../../src/index.ts';

const ADDABLE = [
  'LoadBalancer',
  'Gateway',
  'VirtualService',
  'Service',
  'ServiceEntry',
  'DestinationRule',
  'Deployment',
] as const;

/** Every command on every place of a snapshot that it can apply to; of long lists of places some, always the same. */
export function* commandsFor(snapshot: Snapshot, most: number): Generator<EditCommand> {
  yield* spread([...resourceCommands(snapshot)], most);
  yield* spread([...fieldCommands(snapshot)], most * 2);
  yield* spread([...graphCommands(snapshot)], most);
  yield* spread([...routeCommands(snapshot)], most);
  yield* spread([...additionCommands(snapshot)], most);
  yield { kind: 'clean-up' };
  yield { kind: 'format' };
  yield { kind: 'add-manifests', text: PASTED };
  for (const name of ['shop', snapshot.resources.find(({ kind }) => kind === 'Service')?.name]) {
    if (name !== undefined) {
      yield {
        kind: 'new-ingress',
        host: 'shop.example.com',
        https: { credentialName: 'shop-tls' },
        service: { name, port: 80 },
        paths: ['/cart', '/orders'],
        canary: { percent: 10 },
      };
    }
  }
  yield* spread([...reconnectCommands(snapshot)], most);
  for (const addKind of ADDABLE) {
    yield { kind: 'add-resource', addKind };
  }
}

const PASTED =
  '# pasted\napiVersion: v1\nkind: Service\nmetadata: {name: cart}\nspec: {ports: [{port: 80}]}\n';

function* routeCommands({ resources }: Snapshot): Generator<EditCommand> {
  const services = resources.filter(({ details }) => details.type === 'VirtualService');
  for (const [index, { id: from }] of services.entries()) {
    const into = services[index - 1]?.id;
    if (into !== undefined) yield { kind: 'merge-virtual-services', into, from };
  }
  for (const { id: resource, details } of resources) {
    if (details.type === 'VirtualService') {
      for (const protocol of ['http', 'tls', 'tcp'] as const) {
        yield { kind: 'add-route', resource, protocol };
        for (const { index, destinations } of details[protocol]) {
          const route = { protocol, index };
          yield { kind: 'split-route', resource, route };
          yield { kind: 'merge-routes', resource, route };
          yield { kind: 'add-canary', resource, route, percent: 10 };
          yield { kind: 'duplicate-item', resource, path: ['spec', protocol], index };
          const weights = destinations.map((_, place) => (place === 0 ? 70 : 30));
          yield { kind: 'set-weights', resource, route, weights };
        }
      }
    }
  }
}

function* additionCommands({ topology }: Snapshot): Generator<EditCommand> {
  for (const { id: node } of topology.nodes) {
    yield { kind: 'secure-gateway', node };
    for (const addKind of ADDABLE) {
      yield { kind: 'add-connected', node, addKind };
    }
  }
}

function spread<T>(all: readonly T[], most: number): readonly T[] {
  const step = Math.max(1, all.length / most);
  return all.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}

function* resourceCommands({ resources }: Snapshot): Generator<EditCommand> {
  for (const { id, name } of resources) {
    yield { kind: 'delete-resource', resource: id, cleanUp: false };
    yield { kind: 'delete-resource', resource: id, cleanUp: true };
    yield { kind: 'duplicate-resource', resource: id };
    const renamed = `${name.replace(/[^a-z0-9-]/g, '').slice(0, 40)}-x`;
    yield { kind: 'rename-resource', resource: id, name: renamed };
    yield { kind: 'rename-resource', resource: id, name, namespace: 'elsewhere' };
    yield { kind: 'rename-resource', resource: id, name: renamed, namespace: 'elsewhere' };
  }
}

function* fieldCommands({ resources }: Snapshot): Generator<EditCommand> {
  for (const resource of resources) {
    yield* fieldsIn(resource, resource.value, []);
  }
}

function* fieldsIn(resource: Resource, value: unknown, path: FieldPath): Generator<EditCommand> {
  const { id } = resource;
  if (path.length > 1) {
    yield { kind: 'remove', resource: id, path };
  }
  if (Array.isArray(value)) {
    yield { kind: 'insert', resource: id, path, index: 0, value: 'new.example.com' };
    yield {
      kind: 'insert',
      resource: id,
      path,
      index: value.length,
      value: { host: 'new', port: 80 },
    };
    if (value.length > 1) {
      yield { kind: 'move', resource: id, path, from: 0, to: value.length - 1 };
    }
    for (const [index, item] of value.entries()) {
      yield* fieldsIn(resource, item, [...path, index]);
    }
  } else if (typeof value === 'object' && value !== null) {
    yield { kind: 'set', resource: id, path: [...path, 'added'], value: ['a', { b: 'yes' }] };
    for (const [key, item] of Object.entries(value)) {
      yield { kind: 'rename-key', resource: id, path: [...path, key], key: `${key}X` };
      yield* fieldsIn(resource, item, [...path, key]);
    }
  } else {
    yield { kind: 'set', resource: id, path, value: 'other value' };
    yield { kind: 'set', resource: id, path, value: { weight: 10 } };
  }
}

function* graphCommands({ topology }: Snapshot): Generator<EditCommand> {
  for (const { id } of topology.edges) {
    yield { kind: 'disconnect', edge: id };
  }
  for (const { id, status } of topology.nodes) {
    if (status !== 'present') {
      yield { kind: 'write-node', node: id };
    }
  }
  for (const { id: source } of topology.nodes) {
    for (const { id: target } of topology.nodes) {
      if (source !== target) {
        yield { kind: 'connect', source, target };
      }
    }
  }
}

/** Nodes that each end of each edge is led to, so that long texts do not give millions of commands. */
const NODES_PER_END = 12;

function* reconnectCommands({ topology: { nodes, edges } }: Snapshot): Generator<EditCommand> {
  for (const edge of edges) {
    for (const end of ['source', 'target'] as const) {
      const kind = nodes.find(({ id }) => id === edge[end])?.kind;
      const alike = nodes.filter((node) => node.kind === kind);
      const [other] = nodes.filter((node) => node.kind !== kind);
      for (const node of [
        ...spread(alike, NODES_PER_END),
        ...(other === undefined ? [] : [other]),
      ]) {
        const command = { kind: 'reconnect', edge: edge.id, end, node: node.id } as const;
        yield command;
        if (edge.kind === 'routes') {
          yield* moreExactly(command, node);
        }
      }
    }
  }
}

/** The same to the last route or port of the node. */
function* moreExactly(
  command: Extract<EditCommand, { kind: 'reconnect' }>,
  node: TopologyNode,
): Generator<EditCommand> {
  if (node.kind === 'VirtualService') {
    for (const protocol of ['http', 'tls', 'tcp'] as const) {
      const index = node[protocol].at(-1)?.index;
      if (index !== undefined) {
        yield { ...command, route: { protocol, index } };
      }
    }
  } else if (node.kind === 'Service') {
    const port = node.ports.at(-1)?.port ?? null;
    if (port !== null) {
      yield { ...command, port };
    }
  }
}
