import { resolveGatewayName } from '../../../resources/gateway-name.ts';
import { isRecord, listField, recordField } from '../../../resources/tolerant-value.ts';
import type { ResourceCheck } from '../../engine/check.ts';
import { judgeMissingGateway } from '../../facts/judge-missing-gateway.ts';
import { GATEWAYS_BY_NAME } from '../../relations/gateways.ts';

/** A Gateway that a match names, and that is not there: the match fits no request. As Kiali has it. */
export const matchGateway: ResourceCheck = {
  name: 'match-gateway',
  codes: ['KIA1102'],
  about: ['VirtualService'],
  reads: [GATEWAYS_BY_NAME],
  run: (resource, lookup, report) => {
    const { namespace, value } = resource;
    const spec = recordField(value, 'spec');
    for (const protocol of ['http', 'tls', 'tcp'])
      for (const [route, one] of listField(spec, protocol).entries())
        for (const [match, two] of listField(isRecord(one) ? one : {}, 'match').entries())
          for (const [index, text] of listField(isRecord(two) ? two : {}, 'gateways').entries()) {
            const named = typeof text === 'string' ? resolveGatewayName(text, namespace) : null;
            if (named === null) continue;
            const key = `${named.namespace}/${named.name}`;
            if (lookup.find(GATEWAYS_BY_NAME, key).length > 0) continue;
            const missing = judgeMissingGateway(named, namespace, lookup);
            const isKnown = missing.certainty === 'wrong';
            report({
              code: 'KIA1102',
              resource,
              path: ['spec', protocol, route, 'match', match, 'gateways', index],
              certainty: missing.certainty,
              message: isKnown
                ? `There is no Gateway "${named.name}" in the namespace ${named.namespace}, so no request fits this match. Name a Gateway that is there, or mesh.`
                : `The Gateway "${named.name}" is one of the namespace ${named.namespace}, ${missing.reason}. Without it no request fits this match.`,
              settledBy: missing.settledBy,
              data: { reference: 'gateway', namespace: named.namespace, name: named.name },
            });
          }
  },
};
