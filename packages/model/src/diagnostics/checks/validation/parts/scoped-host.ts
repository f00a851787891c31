import { isIpAddress } from '../../../../schema/values/address-rules.ts';
import { whyNotRouteHost } from '../../../../schema/values/host-rules.ts';
import { isIstioLabel } from '../../../../schema/values/name-rules.ts';
import { quoted } from '../../../../schema/values/quoted.ts';
import { quoteGo } from '../../../engine/format-go.ts';
import type { Judge } from '../judge.ts';
import { type Place, readText } from '../place.ts';
import { whyNotWildcardDomain } from './domain-name.ts';

/** What has hosts with a namespace in front. */
export type ScopedHostOwner = 'gateway' | 'sidecar';

/** A host that may, and in a Sidecar must, have `namespace/` in front. */
export function judgeScopedHost(judge: Judge, place: Place, owner: ScopedHostOwner): void {
  const text = readText(place);
  if (text === null) return;
  const slash = text.indexOf('/');
  if (slash < 0 && owner === 'sidecar') {
    judge.refuse(
      place,
      'host must be of form namespace/dnsName',
      `${quoted(text)} does not say a namespace. Write namespace/host, with . for the own namespace or * for all: ./*, istio-system/*.`,
    );
    return;
  }
  const host = text.slice(slash + 1);
  if (slash >= 0) judgeScope(judge, place, text.slice(0, slash), host, owner);
  judgeHost(judge, place, host, owner);
}

function judgeScope(
  judge: Judge,
  place: Place,
  scope: string,
  host: string,
  owner: ScopedHostOwner,
): void {
  if (scope === '' || host === '')
    judge.refuse(
      place,
      'config namespace and dnsName in host entry cannot be empty',
      'One side of the "/" is empty. In front of it stands a namespace, behind it a host.',
    );
  const isOpen = scope === '*' || scope === '.' || (scope === '~' && owner === 'sidecar');
  if (!isOpen && !isIstioLabel(scope))
    judge.refuse(
      place,
      `invalid namespace value ${quoteGo(scope)} in ${owner}`,
      `${quoted(scope)} is no namespace. In front of "/" stands a namespace, . for the own one or * for all.`,
    );
}

function judgeHost(judge: Judge, place: Place, host: string, owner: ScopedHostOwner): void {
  if (host !== '*' && !host.includes('.'))
    judge.refuse(
      place,
      'short names (non FQDN) are not allowed',
      `${quoted(host)} is a short name, and only whole ones are taken here. Write a name such as shop.example.com.`,
    );
  const why = whyNotWildcardDomain(host);
  if (why !== null && (owner === 'sidecar' || !isIpAddress(host)))
    judge.refuse(
      place,
      why,
      whyNotRouteHost(host) ??
        `${quoted(host)} cannot be a host here. Write a name such as shop.example.com.`,
    );
  if (isPartialWildcard(host))
    judge.refuse(
      place,
      `partial wildcard ${quoteGo(host)} not allowed`,
      `In ${quoted(host)}, "*" stands for a part of a name. Only *. in front of a whole name stands for all below it.`,
    );
}

/** Whether a `*` stands for something else than all names, or all names below one. */
export function isPartialWildcard(host: string): boolean {
  return host.includes('*') && host !== '*' && !host.startsWith('*.');
}
