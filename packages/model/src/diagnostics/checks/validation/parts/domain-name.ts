import { isIpAddress } from '../../../../schema/values/address-rules.ts';
import {
  whyNotDestinationHost,
  whyNotPlainHost,
  whyNotRuleHost,
} from '../../../../schema/values/host-rules.ts';
import { isIstioLabel } from '../../../../schema/values/name-rules.ts';
import { quoteGo } from '../../../engine/format-go.ts';
import type { Judge } from '../judge.ts';
import { type Place, readText } from '../place.ts';

/** What Istio says of a name that is no domain name; null where it is one. */
export function whyNotDomain(name: string): string | null {
  return whyNotDomainLength(name) ?? whyNotDomainLabels(name);
}

/** As `whyNotDomain`, and a wildcard may stand in front. */
export function whyNotWildcardDomain(name: string): string | null {
  const why = whyNotDomainLength(name);
  if (why !== null) return why;
  const dot = name.indexOf('.');
  const first = dot < 0 ? name : name.slice(0, dot);
  if (!isWildcardLabel(first))
    return `domain name ${quoteGo(name)} invalid (label ${quoteGo(first)} invalid)`;
  return dot < 0 ? null : whyNotDomainLabels(name.slice(dot + 1));
}

function whyNotDomainLength(name: string): string | null {
  if (name === '') return 'empty domain name not allowed';
  return name.length > 255 ? `domain name ${quoteGo(name)} too long (max 255)` : null;
}

function whyNotDomainLabels(domain: string): string | null {
  const labels = domain.split('.');
  const last = labels.at(-1) ?? '';
  if (/^[-+]?\d+$/.test(last))
    return `domain name ${quoteGo(domain)} invalid (top level domain ${quoteGo(last)} cannot be all-numeric)`;
  const bad = labels.find(
    (label, index) => !isIstioLabel(label) && !(label === '' && index === labels.length - 1),
  );
  return bad === undefined
    ? null
    : `domain name ${quoteGo(domain)} invalid (label ${quoteGo(bad)} invalid)`;
}

function isWildcardLabel(label: string): boolean {
  return label === '*' || (label.length <= 63 && isIstioLabel(label.replace(/^\*-?/, '')));
}

const GENERIC = 'This is no host. Write a name such as shop.example.com.';

/** A name of the network that may begin with a wildcard. */
export function judgeWildcardHost(judge: Judge, place: Place): void {
  const host = readText(place);
  const why = host === null ? null : whyNotWildcardDomain(host);
  if (host !== null && why !== null)
    judge.refuse(place, why, whyNotRuleHost(host) ?? whyNotDestinationHost(host) ?? GENERIC);
}

/** A whole name of the network, without a wildcard. */
export function judgeDomain(judge: Judge, place: Place): void {
  const host = readText(place);
  const why = host === null ? null : whyNotDomain(host);
  if (host !== null && why !== null)
    judge.refuse(place, why, whyNotPlainHost(host) ?? 'A name of a host has to stand here.');
}

/** An IP address, where one is written. */
export function judgeAddress(judge: Judge, place: Place): void {
  const address = readText(place);
  if (address === null || isIpAddress(address)) return;
  judge.refuse(
    place,
    `${address} is not a valid IP`,
    `"${address}" is no IP address. Write one such as 10.1.2.3, or leave the field out.`,
  );
}
