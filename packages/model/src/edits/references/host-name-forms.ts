import type { Assumptions } from '../../resources/assumptions.ts';
import { findServiceName, resolveHost, serviceHost } from '../../resources/host-name.ts';
import { type NameForm, type PlaceAndName, placeOf, textForm } from './name-form.ts';

/** How a host without anything around it is read and written. */
interface HostReading {
  readonly find: (host: string, assumptions: Assumptions) => PlaceAndName | null;
  readonly write: (host: string, target: PlaceAndName, assumptions: Assumptions) => string;
}

/** Nothing but the FQDN: what Istio compares with hosts that it knows. */
const FULL: HostReading = {
  find: findServiceName,
  write: (_, { name, namespace }, assumptions) => serviceHost(name, namespace, assumptions),
};

/** What DNS in a cluster completes: `name.ns`, `name.ns.svc` and the FQDN, each of which stays what it is. */
const DNS: HostReading = {
  find: (host, { clusterDomain }) => {
    const [name, namespace, ...rest] = host.split('.');
    const isInCluster = ['', 'svc', `svc.${clusterDomain}`].includes(rest.join('.'));
    return name && namespace && isInCluster ? { namespace, name } : null;
  },
  write: (host, { name, namespace }) => [name, namespace, ...host.split('.').slice(2)].join('.'),
};

/** A host with something around it that stays as it is; the pattern's groups are before, host and after. */
function hostWithin(pattern: RegExp, reading: HostReading): NameForm {
  const partsOf = (text: string): readonly [string, string, string] => {
    const [, before = '', host = '', after = ''] = pattern.exec(text) ?? [];
    return [before, host, after];
  };
  return textForm({
    resolve: (text, { snapshot }) => {
      const place = reading.find(partsOf(text)[1], snapshot.assumptions);
      return place === null ? null : serviceId(place);
    },
    rewrite: (text, { snapshot }, target) => {
      const [before, host, after] = partsOf(text);
      return before + reading.write(host, target, snapshot.assumptions) + after;
    },
  });
}

function serviceId({ namespace, name }: PlaceAndName): string {
  return `Service/${namespace}/${name}`;
}

/** A host as Istio reads it beside its resource: a short name, which stays short where it is right, or the FQDN. */
export const SERVICE_HOST = textForm({
  resolve: (text, { snapshot: { assumptions }, namespace }) => {
    const place = findServiceName(resolveHost(text, namespace, assumptions), assumptions);
    return place === null ? null : serviceId(place);
  },
  rewrite: (text, reader, { namespace, name }) => {
    const isShort = !text.includes('.') && reader.namespace === namespace;
    return isShort ? name : serviceHost(name, namespace, reader.snapshot.assumptions);
  },
});

/** The FQDN of a Service, alone. */
export const FULL_HOST = hostWithin(/^()(.*)()$/s, FULL);

/** `host` or `ns/host` of a Gateway's server: the namespace is that of VirtualServices, and stays. */
export const SERVER_HOST = hostWithin(/^([^/]*\/)?(.*)()$/s, FULL);

/** `host:port`, as istiod calls its virtual hosts. */
export const VIRTUAL_HOST_NAME = hostWithin(/^()(.*)(:\d+)$/s, FULL);

/** `outbound|port|subset|host`, as istiod calls its clusters. */
export const CLUSTER_NAME = hostWithin(/^((?:outbound|inbound)\|\d*\|[^|]*\|)(.*)()$/s, FULL);

/** A host that DNS looks up or a client asks for, with a port or without. */
export const DNS_HOST = hostWithin(/^()(.*?)(:[\d*]+)?$/s, DNS);

/** A URL, for its host. */
export const URL_HOST = hostWithin(/^([a-z][a-z0-9+.-]*:\/\/(?:[^/@]*@)?)([^/:?#]*)(.*)$/is, DNS);

/**
 * `ns/host` of a Sidecar's egress, where `ns` is the namespace of the Service: `*` is any, `.` the
 * Sidecar's own.
 */
export const EGRESS_HOST = textForm({
  resolve: (text, reader) => {
    const { scope, host } = splitScope(text);
    const id = FULL_HOST.resolve(host, reader);
    const namespace = scope === '.' ? reader.namespace : scope;
    return id !== null && (scope === '*' || placeOf(id).namespace === namespace) ? id : null;
  },
  rewrite: (text, { namespace, snapshot }, target) => {
    const { scope } = splitScope(text);
    const isKept = scope === '*' || (scope === '.' && namespace === target.namespace);
    const host = serviceHost(target.name, target.namespace, snapshot.assumptions);
    return `${isKept ? scope : target.namespace}/${host}`;
  },
});

function splitScope(text: string): { readonly scope: string; readonly host: string } {
  const slash = text.indexOf('/');
  return { scope: text.slice(0, Math.max(0, slash)), host: text.slice(slash + 1) };
}
