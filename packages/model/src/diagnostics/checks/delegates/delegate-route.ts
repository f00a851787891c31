import { findDelegateConflict } from '../../../envoy/delegate-conflict.ts';
import type { HttpRoute, RouteDelegate } from '../../../resources/kinds/virtual-service.ts';
import type { Resource } from '../../../resources/resource.ts';
import { isRecord, listField, recordField } from '../../../resources/tolerant-value.ts';
import type { Lookup, Report, ResourceCheck } from '../../engine/check.ts';
import { fullName } from '../../facts/full-name.ts';
import { VIRTUAL_SERVICES_BY_NAME } from '../../relations/bindings.ts';
import { NAMESPACES_IN_USE } from '../../relations/namespaces.ts';
import { scopesOf } from '../../relations/registry-hosts.ts';

/** The VirtualService that a route is left to: is it there, can it be a delegate, and do its matches fit? */
export const delegateRoute: ResourceCheck = {
  name: 'delegate-route',
  codes: ['PTL280', 'PTL281', 'PTL282', 'PTL283'],
  about: ['VirtualService'],
  reads: [VIRTUAL_SERVICES_BY_NAME, NAMESPACES_IN_USE],
  run: (resource, lookup, report) => {
    const { details, namespace } = resource;
    // Delegates of delegates are not followed, and Istio refuses them.
    if (details.type !== 'VirtualService' || details.hosts.length === 0) return;
    for (const route of details.http) {
      const { delegate } = route;
      if (delegate === null || delegate.name === '') continue;
      const home = delegate.namespace ?? namespace;
      const [found] = lookup.find(VIRTUAL_SERVICES_BY_NAME, `${home}/${delegate.name}`);
      if (found === undefined) reportMissing(resource, route, delegate, lookup, report);
      else checkDelegate(resource, route, found, report);
    }
  },
};

function reportMissing(
  resource: Resource,
  route: HttpRoute,
  { name, namespace }: RouteDelegate,
  lookup: Lookup,
  report: Report,
): void {
  const home = namespace ?? resource.namespace;
  const isForeign = lookup.assumptions.foreignNamespaces.includes(home);
  const isOutside = isForeign || lookup.find(NAMESPACES_IN_USE, home).length === 0;
  report({
    code: 'PTL280',
    resource,
    path: ['spec', 'http', route.index, 'delegate', 'name'],
    certainty: isOutside ? 'unknown' : 'wrong',
    message: isOutside
      ? `The VirtualService "${name}" is one of the namespace ${home}, ${isForeign ? 'which you say is outside this text. Portolan takes it to be there.' : 'of which nothing is in this text. Unless it is there, Istio leaves this route out.'}`
      : `There is no VirtualService "${name}" in the namespace ${home}, so Istio leaves this route out. Correct the name, or create it without hosts.`,
    settledBy: isOutside && !isForeign ? [{ kind: 'foreign-namespace', namespace: home }] : [],
    data: isOutside
      ? { namespace: home, name, assumption: 'foreignNamespaces' }
      : { namespace: home, name },
  });
}

function checkDelegate(root: Resource, route: HttpRoute, found: Resource, report: Report): void {
  const { details } = found;
  if (details.type !== 'VirtualService') return;
  const path = ['spec', 'http', route.index, 'delegate', 'name'];
  const data = { namespace: found.namespace, name: found.name };
  if (details.hosts.length > 0) {
    report({
      code: 'PTL281',
      resource: root,
      path,
      message: `${fullName(found)} has hosts, and what a route is left to must have none, so Istio leaves this route out. Take the hosts away there.`,
      related: [{ resource: found.id, path: ['spec', 'hosts'], message: 'hosts of the delegate' }],
      data,
    });
    return;
  }
  const scopes = scopesOf(details.exportTo, found.namespace);
  if (!scopes.includes('*') && !scopes.includes(root.namespace)) {
    report({
      code: 'PTL282',
      resource: root,
      path,
      message: `${fullName(found)} is not exported to the namespace ${root.namespace}, so Istio leaves this route out. Add "${root.namespace}" to its exportTo.`,
      related: [{ resource: found.id, path: ['spec', 'exportTo'], message: 'who sees it' }],
      data,
    });
    return;
  }
  reportConflicts(root, route, found, report);
}

/** A delegate's route is left out as a whole where one of its matches fits none of the root's. */
function reportConflicts(root: Resource, route: HttpRoute, found: Resource, report: Report): void {
  if (found.details.type !== 'VirtualService' || route.matches.length === 0) return;
  const routes = listField(recordField(found.value, 'spec'), 'http');
  for (const { index } of found.details.http) {
    const written = routes[index];
    const blocks = isRecord(written) ? listField(written, 'match') : [];
    blocks.forEach((block, at) => {
      if (!isRecord(block)) return;
      const conflicts = route.matches.map((match) => findDelegateConflict(match, block));
      const [first] = conflicts;
      if (first === undefined || first === null || conflicts.includes(null)) return;
      report({
        code: 'PTL283',
        resource: found,
        path: ['spec', 'http', index, 'match', at],
        message: `Istio leaves this route out where ${fullName(root)} delegates to it: its ${first} is not within that of route ${route.index + 1} there. A delegate can only narrow down what it gets, and regular expressions never count as narrower.`,
        related: [
          {
            resource: root.id,
            path: ['spec', 'http', route.index, 'match'],
            message: 'what the delegate gets',
          },
        ],
        data: { root: root.id, field: first },
      });
    });
  }
}
