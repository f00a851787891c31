import type { Assumable } from '../../resources/assumable.ts';
import type { GatewayName } from '../../resources/gateway-name.ts';
import type { Certainty } from '../diagnostic.ts';
import type { Lookup } from '../engine/check.ts';
import { GATEWAYS_BY_NAME } from '../relations/gateways.ts';

/** What can be said about a Gateway that is not in the text. */
export interface MissingGateway {
  readonly certainty: Certainty;
  /** Why that cannot be known, behind the name of the namespace. */
  readonly reason: string;
  /** Another namespace that has a Gateway of this name, where it is looked for in the own one; else null. */
  readonly elsewhere: string | null;
  readonly settledBy: readonly Assumable[];
}

/**
 * Whether a Gateway that is named from a namespace, and not there, is a mistake: in the own namespace
 * it is; in another one where the text has others of it.
 */
export function judgeMissingGateway(
  { namespace, name }: GatewayName,
  from: string,
  lookup: Lookup,
): MissingGateway {
  const isOwn = namespace === from;
  const [other] = isOwn ? lookup.find(GATEWAYS_BY_NAME, `/${name}`) : [];
  const elsewhere = other?.namespace ?? null;
  if (lookup.assumptions.foreignNamespaces.includes(namespace))
    return {
      certainty: 'unknown',
      reason: 'which you say is outside this text. Portolan takes it to be there',
      elsewhere,
      settledBy: [],
    };
  const hasOthers = lookup.find(GATEWAYS_BY_NAME, namespace).length > 0;
  return {
    certainty: isOwn || hasOthers ? 'wrong' : 'unknown',
    reason: `of which this text has no Gateway. Nothing is wrong if it is there; add ${namespace} to the assumed foreign namespaces to say so`,
    elsewhere,
    settledBy: isOwn || hasOthers ? [] : [{ kind: 'foreign-namespace', namespace }],
  };
}
