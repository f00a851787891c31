import { findServiceName, resolveHost, serviceHost } from '../../../resources/host-name.ts';
import type { Resource } from '../../../resources/resource.ts';
import type { Snapshot } from '../../../snapshot.ts';
import { writeFix } from '../fix-field.ts';
import type { Fixable, Fixer, QuickFix } from '../quick-fix.ts';
import { findSimilar, MOST_SUGGESTIONS } from './find-similar.ts';

/** A host that is not there: the whole name where it was cut short, one that is named nearly so, or a new Service. */
export const fixMissingHost: Fixer = (fixable) => {
  const { diagnostic } = fixable;
  const verb = diagnostic.code === 'IST0101' ? 'Send to' : 'Name the host';
  return [
    ...findHosts(fixable).map((text) => writeFix(fixable, text, `${verb} ${text}`)),
    ...(diagnostic.code === 'IST0101' ? createService(fixable) : []),
  ];
};

function findHosts({ snapshot, diagnostic, resource }: Fixable): readonly string[] {
  const { host, suggestion } = diagnostic.data;
  if (typeof host !== 'string') return [];
  const { assumptions } = snapshot;
  const spell = (service: Resource) =>
    service.namespace === resource.namespace
      ? service.name
      : serviceHost(service.name, service.namespace, assumptions);
  const [first = ''] = host.slice(host.indexOf('/') + 1).split('.');
  const services = snapshot.resources.filter(({ details }) => details.type === 'Service');
  const near = [...services.filter(({ name }) => name === first), ...findSimilar(first, services)];
  const entries = snapshot.resources.flatMap(({ details }) =>
    details.type === 'ServiceEntry' ? details.hosts.filter((one) => isNearHost(host, one)) : [],
  );
  const told = typeof suggestion === 'string' ? [suggestion] : [];
  const hosts = [...told, ...entries, ...near.map(spell)].filter((one) => one !== host);
  return [...new Set(hosts)].slice(0, MOST_SUGGESTIONS);
}

/** Whether the two names are the same but for one letter or two; wildcards lead nowhere. */
function isNearHost(host: string, other: string): boolean {
  if (other.startsWith('*') || !host.includes('.')) return false;
  const shared = [...host].filter((letter, index) => letter === other[index]).length;
  const fromEnd = [...host].filter((letter, index) => {
    return letter === other[other.length - host.length + index];
  }).length;
  return Math.max(host.length, other.length) - Math.max(shared, fromEnd) <= 2;
}

/** The Service that the host names, where it names one; or what it stands for as a node. */
function createService({ snapshot, diagnostic, resource }: Fixable): readonly QuickFix[] {
  const { assumptions } = snapshot;
  const { host } = diagnostic.data;
  const fqdn = resolveHost(String(host), resource.namespace, assumptions);
  const missing = findServiceName(fqdn, assumptions);
  if (missing !== null)
    return [
      {
        title: `Create the Service ${missing.namespace}/${missing.name}`,
        commands: [{ kind: 'write-node', node: `Service/${missing.namespace}/${missing.name}` }],
      },
    ];
  if (!isOutsideName(fqdn, snapshot)) return [];
  return [
    {
      title: `Create a ServiceEntry for ${fqdn}`,
      commands: [{ kind: 'write-node', node: `Service/${resource.namespace}/${fqdn}` }],
    },
  ];
}

/** Whether it looks like a host of the world: a whole name, and not a Service's that is cut short. */
function isOutsideName(host: string, { resources }: Snapshot): boolean {
  const [, second = '', ...rest] = host.split('.');
  if (!/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(host) || /\.(?:svc\.|svc$|local$)/.test(host))
    return false;
  return rest.length > 0 || !resources.some(({ namespace }) => namespace === second);
}
