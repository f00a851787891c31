import { isIpAddress } from './address-rules.ts';
import { isIstioLabel } from './name-rules.ts';
import { quoted } from './quoted.ts';

/** What may stand for a host beside a DNS name. */
interface HostRule {
  /** `*` alone, for every host. */
  readonly star: boolean;
  /** `*.example.com`. */
  readonly wildcard: boolean;
  readonly address: boolean;
}

const LONGEST = 255;

function isWildcardLabel(label: string): boolean {
  return label === '*' || (label.startsWith('*') && isIstioLabel(label.replace(/^\*-?/, '')));
}

function describe({ star, wildcard, address }: HostRule): string {
  const more = [
    ...(wildcard ? ['*.example.com for all names below it'] : []),
    ...(address ? ['an IP address'] : []),
    ...(star ? ['* for every host'] : []),
  ];
  return ['Write a name such as shop.example.com', ...more].join(', or ');
}

/** What people put around a host out of habit. */
function findExtra(host: string): string | null {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(host)) return 'the host alone, without the scheme in front';
  if (/^[^:]+:\d+$/.test(host)) return 'the host alone; the port has a field of its own';
  if (host.includes('/')) return 'the host alone, without a path';
  if (/\s/.test(host)) return 'it without spaces';
  return null;
}

function whyNotLabels(host: string, labels: readonly string[], rule: HostRule): string | null {
  const [first = '', ...rest] = labels.at(-1) === '' ? labels.slice(0, -1) : labels;
  const firstFits = isIstioLabel(first) || (rule.wildcard && isWildcardLabel(first));
  const bad = firstFits ? rest.find((label) => !isIstioLabel(label)) : first;
  if (bad !== undefined) {
    const what = bad === '' ? 'There is nothing between two dots' : `${quoted(bad)} does not fit`;
    return `${quoted(host)} cannot be a host: ${what}. ${describe(rule)}.`;
  }
  const isNumeric = rest.length > 0 && /^\d+$/.test(rest.at(-1) ?? '');
  return isNumeric
    ? `${quoted(host)} cannot be a host: its last part is a number. ${describe(rule)}.`
    : null;
}

function whyNotHost(host: string, rule: HostRule): string | null {
  if (host === '') return `A host is missing. ${describe(rule)}.`;
  if (host === '*') return rule.star ? null : `"*" is too much here. ${describe(rule)}.`;
  if (isIpAddress(host)) {
    return rule.address ? null : `${quoted(host)} is an IP address. ${describe(rule)}.`;
  }
  if (host.length > LONGEST) return `The host is too long: ${LONGEST} characters are allowed.`;
  const extra = findExtra(host);
  if (extra !== null) return `${quoted(host)} is more than a host. Write ${extra}.`;
  return whyNotLabels(host, host.split('.'), rule);
}

/** Why a VirtualService would not take the host; null where it would. */
export function whyNotRouteHost(host: string): string | null {
  return whyNotHost(host, { star: true, wildcard: true, address: true });
}

/** Why a DestinationRule would not take the host; null where it would. */
export function whyNotRuleHost(host: string): string | null {
  return whyNotHost(host, { star: true, wildcard: true, address: false });
}

/** Why a destination or ServiceEntry would not take the host; null where it would. */
export function whyNotDestinationHost(host: string): string | null {
  return whyNotHost(host, { star: false, wildcard: true, address: false });
}

/** Why it is no DNS name without wildcard and no IP address; null where it is one. */
export function whyNotPlainHost(host: string): string | null {
  return whyNotHost(host, { star: false, wildcard: false, address: true });
}

/** Why a ServiceEntry would not take the address of an endpoint; null where it would. */
export function whyNotEndpointAddress(address: string): string | null {
  if (!address.startsWith('unix://')) return whyNotPlainHost(address);
  const path = address.slice('unix://'.length);
  return path.startsWith('/') || path.startsWith('@')
    ? null
    : `${quoted(address)} is no socket. Write the whole path: unix:///path/to/socket.`;
}

function whyNotScope(text: string, scope: string, open: readonly string[]): string | null {
  return open.includes(scope) || isIstioLabel(scope)
    ? null
    : `${quoted(text)} has no namespace in front of "/". Write a namespace, . for the own one or * for all.`;
}

/** A whole name, `*.` in front of one, `*`, or where `address` says so an IP address. */
function whyNotWholeHost(host: string, address: boolean): string | null {
  const rule = { star: true, wildcard: true, address };
  const why = whyNotHost(host, rule);
  if (why !== null || host === '*' || isIpAddress(host)) return why;
  if (!host.includes('.')) {
    return `${quoted(host)} is a short name, and only whole ones are taken here. ${describe(rule)}.`;
  }
  return host.startsWith('*') && !host.startsWith('*.')
    ? `${quoted(host)} begins with a part of a name. Only *. in front of a whole name stands for all below it.`
    : null;
}

/** Why a server of a Gateway would not take the host, which may have `namespace/` in front; null where it would. */
export function whyNotServerHost(text: string): string | null {
  const slash = text.indexOf('/');
  if (slash < 0 || text.includes('://')) return whyNotWholeHost(text, true);
  const why = whyNotScope(text, text.slice(0, slash), ['*', '.']);
  return why ?? whyNotWholeHost(text.slice(slash + 1), true);
}

/** Why a Sidecar would not take it as what its workloads may reach; null where it would. */
export function whyNotEgressHost(text: string): string | null {
  const slash = text.indexOf('/');
  if (slash < 0 || text.includes('://')) {
    return `${quoted(text)} does not say a namespace. Write namespace/host, with . for the own namespace or * for all: ./*, istio-system/*.`;
  }
  const why = whyNotScope(text, text.slice(0, slash), ['*', '.', '~']);
  return why ?? whyNotWholeHost(text.slice(slash + 1), false);
}

/** Why a VirtualService would not take the name of a Gateway; null where it would. */
export function whyNotGatewayName(text: string): string | null {
  const parts = text.split('/');
  const fits =
    parts.length === 1
      ? text !== '' && text.split('.').every(isIstioLabel)
      : parts.length === 2 && parts.every(isIstioLabel);
  return fits
    ? null
    : `${quoted(text)} cannot be the name of a Gateway. Write its name, namespace/name where it is in another namespace, or mesh for the sidecars.`;
}

/** Why exportTo would not take the entry; null where it would. */
export function whyNotExportNamespace(text: string): string | null {
  return ['*', '.', '~'].includes(text) || isIstioLabel(text)
    ? null
    : `${quoted(text)} is no namespace. Write a namespace, . for the own one or * for all.`;
}
