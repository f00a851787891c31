import type { Assumable } from '../../resources/assumable.ts';
import {
  findServiceName,
  isExternalHost,
  isWildcard,
  resolveHost,
  serviceHost,
} from '../../resources/host-name.ts';
import type { Certainty } from '../diagnostic.ts';
import type { Lookup } from '../engine/check.ts';
import { REGISTRY_HOSTS } from '../relations/registry-hosts.ts';
import { SERVICES } from '../relations/services.ts';
import { findHostAnywhere, type HostQuery } from './find-registry-host.ts';

/** What a check reads that looks for hosts. */
export const READS_OF_HOSTS = [REGISTRY_HOSTS, SERVICES] as const;

/** Why a host is not found, as a sentence, and what to do. */
export interface MissingHost {
  readonly certainty: Certainty;
  readonly message: string;
  /** The host that is probably meant; null where none is near. */
  readonly suggestion: string | null;
  readonly settledBy: readonly Assumable[];
}

/** What can be said about a host that is nowhere where it is looked for; null: it is assumed to exist. */
export function judgeMissingHost(lookup: Lookup, query: HostQuery): MissingHost | null {
  const { assumptions } = lookup;
  const { host, namespace } = query;
  if (host === '')
    return {
      certainty: 'wrong',
      message:
        'This destination has no host, so it leads nowhere. Write the Service that requests go to.',
      suggestion: null,
      settledBy: [],
    };
  if (host.includes('/')) return judgeSlash(host, assumptions);
  const fqdn = resolveHost(host, namespace, assumptions);
  if (isExternalHost(fqdn, assumptions) || isExternalHost(host, assumptions)) return null;
  const [hidden] = findHostAnywhere(lookup, fqdn);
  if (hidden !== undefined)
    return {
      certainty: 'wrong',
      message: `The host "${host}" is that of the ${hidden.kind} ${hidden.namespace}/${hidden.name}, which is not exported to where this is used. Change exportTo there or here.`,
      suggestion: null,
      settledBy: [],
    };
  const service = findServiceName(fqdn, assumptions);
  return service === null
    ? judgeOutsideName(lookup, host)
    : judgeServiceName(lookup, { host, fqdn, ...service });
}

/** Gateways are named so, and destinations are not. */
function judgeSlash(host: string, assumptions: Lookup['assumptions']): MissingHost {
  const [namespace = '', name = ''] = host.split('/');
  const suggestion = serviceHost(name, namespace, assumptions);
  return {
    certainty: 'wrong',
    message: `"${host}" is no host: a destination is not named by namespace/name. Write the whole name of the Service: ${suggestion}.`,
    suggestion,
    settledBy: [],
  };
}

interface ServiceName {
  /** As written. */
  readonly host: string;
  readonly fqdn: string;
  readonly name: string;
  readonly namespace: string;
}

function judgeServiceName(
  lookup: Lookup,
  { host, fqdn, name, namespace }: ServiceName,
): MissingHost {
  const isThere: Assumable = { kind: 'external-host', host: fqdn };
  if (lookup.assumptions.foreignNamespaces.includes(namespace))
    return {
      certainty: 'unknown',
      message: `The host "${host}" is a Service of the namespace ${namespace}, which you say is outside this text. Portolan takes it to be there.`,
      suggestion: null,
      settledBy: [isThere],
    };
  if (lookup.find(SERVICES, namespace).length === 0)
    return {
      certainty: 'unknown',
      message: `The Service "${name}" is not in this text, and no other Service of the namespace ${namespace} is. Nothing is wrong if the cluster has it; add ${namespace} to the assumed foreign namespaces to say so.`,
      suggestion: null,
      settledBy: [{ kind: 'foreign-namespace', namespace }, isThere],
    };
  return {
    certainty: 'wrong',
    message: `There is no Service "${name}" in the namespace ${namespace}, so requests that go to "${host}" fail. Correct the name, or create the Service.`,
    suggestion: null,
    settledBy: [isThere],
  };
}

/** A name with dots that is no Service's whole name: of another place, or cut short. */
function judgeOutsideName(lookup: Lookup, host: string): MissingHost {
  const { assumptions } = lookup;
  const [name = '', namespace = '', ...rest] = host.split('.');
  const isShort =
    name !== '' && namespace !== '' && rest.every((part, at) => at === 0 && part === 'svc');
  if (isShort) {
    const whole = serviceHost(name, namespace, assumptions);
    if (findHostAnywhere(lookup, whole).length > 0)
      return {
        certainty: 'wrong',
        message: `Istio takes "${host}" as it is, because it has a dot, and knows no such host. Write the whole name of the Service: ${whole}.`,
        suggestion: whole,
        settledBy: [],
      };
  }
  return {
    certainty: 'unknown',
    message: `No Service and no ServiceEntry in this text has the host "${host}". Requests fail unless the mesh knows it: add a ServiceEntry, or add the host to the assumed external hosts.`,
    suggestion: null,
    settledBy: isWildcard(host) ? [] : [{ kind: 'external-host', host }],
  };
}
