import type { FieldValue } from '../../edits/edit-command.ts';
import { type NewServer, newServer } from '../../edits/manifests/new-manifest.ts';
import type { Field } from '../../schema/field.ts';
import type { CursorContext } from '../cursor-context.ts';
import { findHostResource, findRulesFor, listHosts } from '../names/known-hosts.ts';
import { portsOf } from '../names/known-ports.ts';
import { looseText } from '../reader/loose-value.ts';
import { routedHostIdeas } from './name-ideas.ts';

/** An item of a list as people mean it. */
export interface ItemSnippet {
  readonly label: string;
  readonly detail: string;
  readonly value: FieldValue;
  /** Words in it that somebody will want to change. */
  readonly words: readonly string[];
}

type MakeSnippets = (context: CursorContext) => readonly ItemSnippet[];

const SNIPPETS: Readonly<Record<string, MakeSnippets>> = {
  'VirtualService spec.http': httpRoutes,
  'VirtualService spec.http[].match': httpMatches,
  'VirtualService spec.http[].route': destinations,
  'VirtualService spec.tls': tlsRoutes,
  'VirtualService spec.tcp': tcpRoutes,
  'VirtualService spec.tls[].route': destinations,
  'VirtualService spec.tcp[].route': destinations,
  'Gateway spec.servers': servers,
  'DestinationRule spec.subsets': subsets,
  'ServiceEntry spec.ports': entryPorts,
  'Service spec.ports': servicePorts,
};

/** Items for a list of the resource; none where there is no usual one. */
export function itemSnippets(context: CursorContext, list: Field): readonly ItemSnippet[] {
  return SNIPPETS[`${context.resource.kind} ${list.path}`]?.(context) ?? [];
}

type FieldMap = { readonly [key: string]: FieldValue };

/** A destination as it can be written here: the first host that is known, with its port if it has several. */
function anyDestination({ snapshot, resource }: CursorContext): {
  readonly destination: FieldMap;
  readonly words: readonly string[];
} {
  const [known] = listHosts(snapshot, resource.namespace).filter(
    ({ host }) => !host.startsWith('*'),
  );
  if (known === undefined) return { destination: { host: 'my-service' }, words: ['my-service'] };
  const ports = portsOf(known.resource);
  const [port] = ports.length > 1 ? ports : [];
  return {
    destination: { host: known.host, ...(port && { port: { number: port.number } }) },
    words: [known.host],
  };
}

function httpRoutes(context: CursorContext): readonly ItemSnippet[] {
  const { destination, words } = anyDestination(context);
  const { host } = destination;
  return [
    {
      label: 'route',
      detail: 'every request to a Service',
      value: { route: [{ destination }] },
      words,
    },
    {
      label: 'route by path',
      detail: 'what begins with a path',
      value: { match: [{ uri: { prefix: '/path' } }], route: [{ destination }] },
      words: ['/path', ...words],
    },
    {
      label: 'canary',
      detail: 'a part to a second version',
      value: {
        route: [
          { destination: { ...destination, subset: 'v1' }, weight: 90 },
          { destination: { ...destination, subset: 'v2' }, weight: 10 },
        ],
      },
      words: typeof host === 'string' ? [host] : [],
    },
    {
      label: 'redirect',
      detail: 'to another path',
      value: { match: [{ uri: { exact: '/old' } }], redirect: { uri: '/new' } },
      words: ['/old', '/new'],
    },
  ];
}

function httpMatches(): readonly ItemSnippet[] {
  return [
    {
      label: 'path prefix',
      detail: 'uri.prefix',
      value: { uri: { prefix: '/path' } },
      words: ['/path'],
    },
    {
      label: 'exact path',
      detail: 'uri.exact',
      value: { uri: { exact: '/path' } },
      words: ['/path'],
    },
    {
      label: 'header',
      detail: 'headers.….exact',
      value: { headers: { 'x-header': { exact: 'value' } } },
      words: ['x-header', 'value'],
    },
  ];
}

function destinations(context: CursorContext): readonly ItemSnippet[] {
  const { destination, words } = anyDestination(context);
  return [
    { label: 'destination', detail: 'a Service', value: { destination }, words },
    {
      label: 'destination with weight',
      detail: 'a share of the requests',
      value: { destination, weight: 50 },
      words: [...words, '50'],
    },
  ];
}

function tlsRoutes(context: CursorContext): readonly ItemSnippet[] {
  const { destination, words } = anyDestination(context);
  const host = String(routedHostIdeas(context)[0]?.value ?? 'shop.example.com');
  return [
    {
      label: 'route by SNI',
      detail: 'passed on without ending TLS',
      value: { match: [{ port: 443, sniHosts: [host] }], route: [{ destination }] },
      words: [host, ...words],
    },
  ];
}

function tcpRoutes(context: CursorContext): readonly ItemSnippet[] {
  const { destination, words } = anyDestination(context);
  return [
    {
      label: 'route by port',
      detail: 'TCP',
      value: { match: [{ port: 9000 }], route: [{ destination }] },
      words: ['9000', ...words],
    },
  ];
}

function servers(): readonly ItemSnippet[] {
  const http: NewServer = { number: 80, protocol: 'HTTP', hosts: ['shop.example.com'] };
  const https: NewServer = {
    number: 443,
    protocol: 'HTTPS',
    hosts: ['shop.example.com'],
    tls: { mode: 'SIMPLE', credentialName: 'shop-cert' },
  };
  const words = ['shop.example.com'];
  return [
    { label: 'HTTP server', detail: 'port 80', value: newServer(http), words },
    {
      label: 'HTTPS server',
      detail: 'port 443, with a certificate',
      value: newServer(https),
      words: ['shop-cert', ...words],
    },
    {
      label: 'redirect to HTTPS',
      detail: 'port 80',
      value: newServer({ ...http, tls: { httpsRedirect: true } }),
      words,
    },
    {
      label: 'TLS passthrough',
      detail: 'port 443',
      value: newServer({ number: 443, protocol: 'TLS', hosts: words }),
      words,
    },
  ];
}

/** Subsets by version, those of the pods behind the host first. */
function subsets({ snapshot, resource }: CursorContext): readonly ItemSnippet[] {
  const host = looseText(resource.node, ['spec', 'host']);
  const wanted = snapshot.topology.edges.flatMap((edge) => {
    const isOurs =
      edge.kind === 'routes' &&
      edge.subset !== null &&
      edge.target === findHostResource(snapshot, host, resource.namespace)?.id;
    return isOurs && edge.subset !== null ? [edge.subset] : [];
  });
  const defined = findRulesFor(snapshot, host, resource.namespace).flatMap(({ details }) =>
    details.type === 'DestinationRule' ? details.subsets.map(({ name }) => name) : [],
  );
  const missing = [...new Set(wanted)].filter((name) => !defined.includes(name));
  const names = missing.length > 0 ? missing : ['v1'];
  return names.map((name) => ({
    label: `subset ${name}`,
    detail: missing.length > 0 ? 'a route names it' : 'pods of one version',
    value: { name, labels: { version: name } },
    words: [name],
  }));
}

function entryPorts(): readonly ItemSnippet[] {
  return [
    {
      label: 'HTTPS port',
      detail: '443',
      value: { number: 443, name: 'https', protocol: 'HTTPS' },
      words: [],
    },
    {
      label: 'HTTP port',
      detail: '80',
      value: { number: 80, name: 'http', protocol: 'HTTP' },
      words: [],
    },
  ];
}

function servicePorts(): readonly ItemSnippet[] {
  const value = { name: 'http', port: 80, targetPort: 8080 };
  return [{ label: 'HTTP port', detail: '80', value, words: ['8080'] }];
}
