import { pairsOf } from '../../graph/provided-slots.ts';
import type { GatewayServer } from '../../resources/kinds/gateway.ts';
import type { Resource } from '../../resources/resource.ts';
import {
  isRecord,
  listField,
  recordField,
  textField,
  type ValueRecord,
} from '../../resources/tolerant-value.ts';
import type { Relation } from '../engine/relation.ts';
import { suffixesOf } from './registry-hosts.ts';

/** Istio's Gateways by `namespace/name`, by the namespace, and by `/name`. */
export const GATEWAYS_BY_NAME: Relation = {
  name: 'gateways-by-name',
  kinds: ['Gateway'],
  keysOf: ({ namespace, name }) => [`${namespace}/${name}`, namespace, `/${name}`],
};

/** Gateways of the Gateway API by `namespace/name`. */
export const KUBERNETES_GATEWAYS_BY_NAME: Relation = {
  name: 'kubernetes-gateways-by-name',
  kinds: ['Gateway.gateway.networking.k8s.io'],
  keysOf: ({ namespace, name }) => [`${namespace}/${name}`],
};

/** Gateways by the certificates of their servers: see `certificatesOf`. */
export const GATEWAYS_BY_CERTIFICATE: Relation = {
  name: 'gateways-by-certificate',
  kinds: ['Gateway'],
  keysOf: (resource) => certificatesOf(resource).map(({ key }) => key),
};

/** A server's certificate: the Secret as written, or else both files. */
export interface ServerCertificate {
  readonly key: string;
  /** The server's place in `spec.servers`. */
  readonly index: number;
  readonly field: 'credentialName' | 'serverCertificate';
}

/** The certificates of a Gateway's servers. */
export function certificatesOf({ value }: Resource): readonly ServerCertificate[] {
  return listField(recordField(value, 'spec'), 'servers').flatMap((server, index) => {
    if (!isRecord(server)) return [];
    const found = readCertificate(recordField(server, 'tls'));
    return found === null ? [] : [{ ...found, index }];
  });
}

function readCertificate(tls: ValueRecord): Omit<ServerCertificate, 'index'> | null {
  const credential = textField(tls, 'credentialName');
  if (credential !== null) return { key: `secret ${credential}`, field: 'credentialName' };
  const certificate = textField(tls, 'serverCertificate');
  const privateKey = textField(tls, 'privateKey');
  return certificate === null || privateKey === null
    ? null
    : { key: `files ${certificate} ${privateKey}`, field: 'serverCertificate' };
}

/**
 * Gateways by each host of each server: `=` and the whole selector, and `<` and each run of its
 * pairs, so that Gateways of one workload find each other: see `serverKey`.
 */
export const GATEWAYS_BY_SERVER: Relation = {
  name: 'gateways-by-server',
  kinds: ['Gateway'],
  keysOf: (resource) => {
    const { details } = resource;
    if (details.type !== 'Gateway') return [];
    const pairs = pairsOf(details.selector ?? {});
    const keys = new Set<string>();
    for (const server of details.servers)
      for (const host of server.hosts) {
        const place = { bind: bindOf(resource, server), port: server.port, host };
        keys.add(serverKey('=', pairs, place));
        for (const run of runsOf(pairs)) keys.add(serverKey('<', run, place));
      }
    return [...keys];
  },
};

/** Where a server listens, and for which host, as written. */
export interface ServerPlace {
  readonly bind: string;
  readonly port: number | null;
  readonly host: string;
}

/** The key of a server's host: with the whole selector, or with a part of it. */
export function serverKey(
  extent: '=' | '<',
  pairs: readonly string[],
  { bind, port, host }: ServerPlace,
): string {
  return `${extent} ${port ?? 0} ${host} ${bind} ${pairs.join(',')}`;
}

/** The address that the server binds to; empty for all. */
export function bindOf({ value }: Resource, { index }: GatewayServer): string {
  const server = listField(recordField(value, 'spec'), 'servers')[index];
  return isRecord(server) ? (textField(server, 'bind') ?? '') : '';
}

/** The runs of neighbouring pairs, the empty one and the whole among them, each once. */
export function runsOf(pairs: readonly string[]): readonly (readonly string[])[] {
  const runs: (readonly string[])[] = [[]];
  for (let from = 0; from < pairs.length; from += 1)
    for (let to = from + 1; to <= pairs.length; to += 1) runs.push(pairs.slice(from, to));
  return runs;
}

/** A host of a server, as it counts for others on the same port of the same pods. */
export interface HostClaim {
  readonly server: GatewayServer;
  /** Its place in the server's `hosts`. */
  readonly index: number;
  readonly written: string;
  /** Whose VirtualServices it is for; `*` for all. */
  readonly namespace: string;
  /** Without the namespace, in small letters. */
  readonly host: string;
  /** The port and the selector. */
  readonly listener: string;
}

/** The hosts of a Gateway's servers. */
export function hostClaimsOf({ details, namespace }: Resource): readonly HostClaim[] {
  if (details.type !== 'Gateway') return [];
  const selector = pairsOf(details.selector ?? {}).join(',');
  return details.servers.flatMap((server) =>
    server.hosts.map((written, index) => {
      const slash = written.indexOf('/');
      const prefix = slash < 0 ? '*' : written.slice(0, slash);
      return {
        server,
        index,
        written,
        namespace: prefix === '.' ? namespace : prefix,
        host: written.slice(slash + 1).toLowerCase(),
        listener: `${server.port ?? 0} ${selector}`,
      };
    }),
  );
}

/** Gateways by the hosts on their ports, after `HostClaim.listener`: `host`, and `/suffix` for wildcards over it. */
export const GATEWAYS_BY_LISTENER: Relation = {
  name: 'gateways-by-listener',
  kinds: ['Gateway'],
  keysOf: (resource) => [
    ...new Set(
      hostClaimsOf(resource).flatMap(({ host, listener }) => [
        `${listener} ${host}`,
        ...suffixesOf(host).map((suffix) => `${listener} /${suffix}`),
      ]),
    ),
  ],
};
