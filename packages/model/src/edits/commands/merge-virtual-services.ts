import { gatewayKey } from '../../envoy/match/http-match.ts';
import { routeMatchesOf } from '../../envoy/match/route-matches.ts';
import { resolveHost } from '../../resources/host-name.ts';
import type { HttpRoute } from '../../resources/kinds/virtual-service.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { EditCommand } from '../edit-command.ts';
import { createEditDraft } from '../edit-draft.ts';
import type { PlanResult } from '../edit-plan.ts';
import type { FieldOperation } from '../fields/field-operation.ts';
import { isEqualValue } from '../fields/is-equal-value.ts';
import { type Result, refuse, success } from '../result.ts';
import { copyEntry, keepMeaning } from './moved-entry.ts';
import { findVirtualService, type VirtualServiceResource } from './virtual-service-route.ts';

/**
 * Puts the routes of one VirtualService into another one for the same hosts on the same Gateways, as
 * they are written, and deletes it. The order is the one in which istiod merges the two: those of
 * `into` first, a route for every request last. Refused where that would not be the same.
 */
export function planMergeVirtualServices(
  snapshot: Snapshot,
  command: Extract<EditCommand, { readonly kind: 'merge-virtual-services' }>,
): PlanResult {
  const into = findVirtualService(snapshot, command.into);
  if (!into.ok) {
    return into;
  }
  const from = findVirtualService(snapshot, command.from);
  if (!from.ok) {
    return from;
  }
  const reason = whyNotTogether(snapshot, into.value, from.value);
  if (reason !== null) {
    return refuse(reason);
  }
  const order = orderOf(into.value, from.value);
  if (!order.ok) {
    return order;
  }
  const draft = createEditDraft(snapshot);
  draft.change(into.value, insertions(snapshot, into.value, from.value, order.value));
  draft.remove(from.value);
  const label = `Merge ${from.value.name} into ${into.value.name}`;
  return draft.finish({ label, reveal: into.value.id });
}

function whyNotTogether(
  { assumptions }: Snapshot,
  into: VirtualServiceResource,
  from: VirtualServiceResource,
): string | null {
  const hostsOf = ({ details, namespace }: VirtualServiceResource) =>
    details.hosts.map((host) => resolveHost(host, namespace, assumptions));
  const gatewaysOf = ({ details, namespace }: VirtualServiceResource) =>
    (details.gateways ?? ['mesh']).map((text) => gatewayKey(text, namespace));
  if (into.id === from.id) {
    return 'These two are one VirtualService already.';
  }
  if (!isSameSet(hostsOf(into), hostsOf(from))) {
    return `${into.name} and ${from.name} do not have the same hosts, so one VirtualService could not do what both do. Give them the same hosts first.`;
  }
  if (!isSameSet(gatewaysOf(into), gatewaysOf(from))) {
    return `${into.name} and ${from.name} are not on the same Gateways, so one VirtualService could not do what both do. Put them on the same Gateways first.`;
  }
  if (!isSameSet(into.details.exportTo ?? ['*'], from.details.exportTo ?? ['*'])) {
    return `${into.name} and ${from.name} are not exported to the same namespaces. Make exportTo the same first.`;
  }
  if ([into, from].some(({ details }) => details.tls.length + details.tcp.length > 0)) {
    return 'One of the two has routes for tls or tcp, whose order cannot be told. Put them together in the YAML.';
  }
  const isEmpty = [into, from].some(({ details }) => details.http.length === 0);
  return isEmpty ? 'One of the two has no routes. Delete it instead.' : null;
}

function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  const all = new Set(one);
  return all.size === new Set(other).size && other.every((each) => all.has(each));
}

/** Which routes of `from` go where. */
interface MergedOrder {
  /** In front of the route of `into` for every request, or at its end. */
  readonly middle: readonly HttpRoute[];
  readonly at: number;
  /** Behind all of `into`. */
  readonly last: readonly HttpRoute[];
}

function orderOf(into: VirtualServiceResource, from: VirtualServiceResource): Result<MergedOrder> {
  const [own, added] = [findCatchAll(into), findCatchAll(from)];
  const { http } = from.details;
  if ([own, added].some((route) => route !== null && route.matches.length > 1)) {
    return refuse(
      'A route that takes every request has other matches beside that. Split it first: a route for every request comes last, and its other matches do not.',
    );
  }
  const middle = added === null ? http : http.filter(({ index }) => index < added.index);
  const last = added === null ? [] : http.filter(({ index }) => index >= added.index);
  const at = own?.index ?? into.details.http.length;
  if (own === null || added === null) {
    return success({ middle, at, last });
  }
  if (!isEqualValue(actionOf(into, own), actionOf(from, added))) {
    return refuse(
      `Both ${into.name} and ${from.name} have a route that takes every request, and only one can count. Take one of the two away first.`,
    );
  }
  return success({ middle, at, last: last.filter((route) => route !== added) });
}

function findCatchAll(resource: VirtualServiceResource): HttpRoute | null {
  const found = routeMatchesOf(resource).find(({ match }) => match?.isCatchAll === true);
  return found?.route ?? null;
}

function actionOf(resource: VirtualServiceResource, { index }: HttpRoute): unknown {
  const { match: _, name: __, ...action } = copyEntry(resource, ['spec', 'http', index]).value;
  return action;
}

function insertions(
  snapshot: Snapshot,
  into: VirtualServiceResource,
  from: VirtualServiceResource,
  { middle, at, last }: MergedOrder,
): readonly FieldOperation[] {
  const path = ['spec', 'http'];
  const end = into.details.http.length + middle.length;
  const places = [
    ...middle.map((route, index) => ({ route, index: at + index })),
    ...last.map((route, index) => ({ route, index: end + index })),
  ];
  return places.flatMap(({ route, index }): readonly FieldOperation[] => {
    const { value, lines } = copyEntry(from, [...path, route.index]);
    const insert = { kind: 'insert', path, index, value } as const;
    return [
      lines === undefined ? insert : { ...insert, lines },
      ...keepMeaning(snapshot, value, [...path, index], from.namespace, into.namespace),
    ];
  });
}
