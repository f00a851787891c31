import {
  isRecord,
  listField,
  recordField,
  textsField,
  type ValueRecord,
} from '../../../resources/tolerant-value.ts';
import type { ChainTls, Credential } from '../../gateway-config.ts';
import type { PlacedServer } from '../gateways/merge-servers.ts';
import type { World } from '../world/world.ts';

/** How a server ends TLS for pods of a namespace. */
export function chainTls(world: World, placed: PlacedServer, podNamespace: string): ChainTls {
  const mode = placed.server.tls?.mode ?? 'SIMPLE';
  return {
    mode,
    wantsClientCertificate: mode === 'MUTUAL' || mode === 'ISTIO_MUTUAL',
    credential: findCredential(world, placed, podNamespace),
    written: writtenTls(placed),
  };
}

const FORMS = /^(?:kubernetes(?:-gateway)?:\/\/(?:([^/]+)\/)?)?([^/:]+)$/;

/**
 * The Secret of a server: in the namespace of the gateway's pods, or in the one that its long form
 * names. null where it names none, or nothing that is a Secret of the cluster.
 */
function findCredential(
  world: World,
  placed: PlacedServer,
  podNamespace: string,
): Credential | null {
  const { server, state } = placed;
  const [first] = textsField(writtenTls(placed), 'credentialNames');
  const written = first ?? server.tls?.credentialName;
  const [, home, name] = FORMS.exec(written ?? '') ?? [];
  if (name === undefined) return null;
  const namespace = home ?? podNamespace;
  const { resourceId, path } = state.origin;
  return {
    namespace,
    name,
    status: statusOf(world, namespace, name),
    origin: { resourceId, path: [...path, 'tls', 'credentialName'] },
  };
}

function writtenTls({ gateway, server }: PlacedServer): ValueRecord {
  const written = listField(recordField(gateway.value, 'spec'), 'servers')[server.index];
  return isRecord(written) ? recordField(written, 'tls') : {};
}

/** Secrets are rarely in a text: one is missing where the text has it elsewhere, or has others there. */
function statusOf(world: World, namespace: string, name: string): Credential['status'] {
  const { assumptions, byId } = world;
  if (byId.has(`Secret/${namespace}/${name}`)) return 'found';
  if (assumptions.secrets.includes(`${namespace}/${name}`)) return 'found';
  const { names, homes } = secretsOf(world);
  if (names.has(name)) return 'missing';
  return homes.has(namespace) && !assumptions.foreignNamespaces.includes(namespace)
    ? 'missing'
    : 'unknown';
}

interface Secrets {
  readonly names: ReadonlySet<string>;
  /** The namespaces of which the text has certificates. */
  readonly homes: ReadonlySet<string>;
}

const secrets = new WeakMap<World, Secrets>();

function secretsOf(world: World): Secrets {
  const known = secrets.get(world);
  if (known !== undefined) return known;
  const all = [...world.byId.values()].filter(({ details }) => details.type === 'Secret');
  const read = {
    names: new Set(all.map(({ name }) => name)),
    homes: new Set(
      all.flatMap(({ details, namespace }) =>
        details.type === 'Secret' && details.secretType === 'kubernetes.io/tls' ? [namespace] : [],
      ),
    ),
  };
  secrets.set(world, read);
  return read;
}
