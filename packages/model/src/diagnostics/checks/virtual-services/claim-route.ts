import type { FieldPath } from '../../../documents/field-path.ts';
import { resolveGatewayName } from '../../../resources/gateway-name.ts';
import { matchesSelector } from '../../../resources/match-selector.ts';
import type { Resource } from '../../../resources/resource.ts';
import {
  isRecord,
  labelsField,
  listField,
  recordField,
} from '../../../resources/tolerant-value.ts';
import type { Lookup, ResourceCheck } from '../../engine/check.ts';
import { findPods, type PodSet, READS_OF_PODS } from '../../facts/find-pods.ts';
import { fullName } from '../../facts/full-name.ts';
import { GATEWAYS_BY_NAME } from '../../relations/gateways.ts';
import { EVERY } from '../../relations/pods.ts';
import { REQUEST_AUTHENTICATIONS, ROOT_NAMESPACE } from '../../relations/policies.ts';

const CLAIM = /^@request\.auth\.claims(?:\..+|\[.+\].*)$/i;

/**
 * Routes by a claim of a token, on a gateway whose pods no RequestAuthentication is for. As Istio's
 * virtualservice.JWTClaimRouteAnalyzer has it.
 */
export const claimRoute: ResourceCheck = {
  name: 'claim-route',
  codes: ['IST0149'],
  about: ['VirtualService'],
  reads: [...READS_OF_PODS, GATEWAYS_BY_NAME, REQUEST_AUTHENTICATIONS],
  run: (resource, lookup, report) => {
    const { details, namespace } = resource;
    if (details.type !== 'VirtualService' || details.gateways === null) return;
    const claim = findClaim(resource);
    if (claim === null) return;
    for (const written of details.gateways) {
      const named = resolveGatewayName(written, namespace);
      if (named === null) continue;
      const [gateway] = lookup.find(GATEWAYS_BY_NAME, `${named.namespace}/${named.name}`);
      if (gateway?.details.type !== 'Gateway') continue;
      for (const pod of findPods(lookup, gateway.details.selector)) {
        if (isAuthenticated(pod, lookup)) continue;
        const isKnown = lookup.find(REQUEST_AUTHENTICATIONS, EVERY).length > 0;
        report({
          code: 'IST0149',
          resource,
          path: claim.path,
          part: 'key',
          certainty: isKnown ? 'wrong' : 'unknown',
          message: `This route asks for a claim of a token, but no RequestAuthentication in this text is for the pods of ${fullName(pod)}, which run the Gateway ${fullName(gateway)}. Without one the route never matches.`,
          args: [claim.key, fullName(gateway), fullName(pod)],
          related: [
            { resource: gateway.id, path: ['spec', 'selector'], message: 'the pods are these' },
          ],
        });
      }
    }
  },
};

function findClaim({ value }: Resource): { readonly key: string; readonly path: FieldPath } | null {
  const routes = listField(recordField(value, 'spec'), 'http');
  for (const [at, route] of routes.entries()) {
    if (!isRecord(route)) continue;
    for (const [index, match] of listField(route, 'match').entries()) {
      if (!isRecord(match)) continue;
      for (const field of ['headers', 'withoutHeaders']) {
        const key = Object.keys(recordField(match, field)).find((one) => CLAIM.test(one));
        if (key !== undefined)
          return { key, path: ['spec', 'http', at, 'match', index, field, key] };
      }
    }
  }
  return null;
}

function isAuthenticated({ namespace, labels }: PodSet, lookup: Lookup): boolean {
  return [...new Set([ROOT_NAMESPACE, namespace])]
    .flatMap((place) => lookup.find(REQUEST_AUTHENTICATIONS, place))
    .some(({ value }) => {
      const selector = recordField(recordField(value, 'spec'), 'selector');
      return matchesSelector(labelsField(selector, 'matchLabels'), labels);
    });
}
