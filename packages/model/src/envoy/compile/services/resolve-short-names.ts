import type { Assumptions } from '../../../resources/assumptions.ts';
import { resolveHost } from '../../../resources/host-name.ts';
import {
  findRecord,
  isRecord,
  textField,
  textsField,
  type ValueRecord,
} from '../../../resources/tolerant-value.ts';
import { gatewayKey } from '../../match/http-match.ts';

/**
 * A route of a VirtualService of this namespace with whole names: hosts of destinations and mirrors,
 * and the Gateways of its matches. Short names mean the namespace in which they are written.
 */
export function resolveShortNames(
  route: ValueRecord,
  namespace: string,
  assumptions: Assumptions,
): ValueRecord {
  const whole = (destination: ValueRecord): ValueRecord => {
    const host = textField(destination, 'host');
    const resolved = host === null ? null : resolveHost(host, namespace, assumptions);
    return resolved === host ? destination : { ...destination, host: resolved };
  };
  const within = (item: unknown): unknown => {
    const destination = isRecord(item) ? findRecord(item, 'destination') : null;
    return destination === null ? item : { ...Object(item), destination: whole(destination) };
  };
  const resolved: Record<string, unknown> = { ...route };
  const mirror = findRecord(route, 'mirror');
  if (mirror !== null) resolved.mirror = whole(mirror);
  for (const field of ['route', 'mirrors'])
    if (Array.isArray(route[field])) resolved[field] = route[field].map(within);
  if (Array.isArray(route.match))
    resolved.match = route.match.map((block: unknown) => wholeGateways(block, namespace));
  return resolved;
}

function wholeGateways(block: unknown, namespace: string): unknown {
  if (!isRecord(block) || !Array.isArray(block.gateways)) return block;
  const gateways = textsField(block, 'gateways').map((text) => gatewayKey(text, namespace));
  return { ...block, gateways };
}
