import type { EditCommand, FieldPath, Resource, Snapshot } from '../../src/index.ts';

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
  for (const addKind of ADDABLE) {
    yield { kind: 'add-resource', addKind };
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
