import type { Resource } from '../../resources/resource.ts';
import { findRecord, recordField, textField } from '../../resources/tolerant-value.ts';
import type { Relation } from '../engine/relation.ts';
import { EVERY } from './pods.ts';

/** Where policies are for the whole mesh. */
export const ROOT_NAMESPACE = 'istio-system';

/** RequestAuthentications: all under `*`, and by namespace. */
export const REQUEST_AUTHENTICATIONS: Relation = {
  name: 'request-authentications',
  kinds: ['RequestAuthentication.security.istio.io'],
  keysOf: ({ namespace }) => [EVERY, namespace],
};

/** PeerAuthentications for whole namespaces, by namespace; those of the root namespace are for the mesh. */
export const PEER_AUTHENTICATIONS: Relation = {
  name: 'peer-authentications',
  kinds: ['PeerAuthentication.security.istio.io'],
  keysOf: ({ namespace, value }) =>
    findRecord(recordField(value, 'spec'), 'selector') === null ? [namespace] : [],
};

/** How a PeerAuthentication wants connections; null where it leaves it open. */
export function peerMode({ value }: Resource): string | null {
  return textField(recordField(recordField(value, 'spec'), 'mtls'), 'mode');
}
