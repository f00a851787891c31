import type { Relation } from '../engine/relation.ts';
import { EVERY } from './pods.ts';

/** RequestAuthentications: all under `*`, and by namespace. */
export const REQUEST_AUTHENTICATIONS: Relation = {
  name: 'request-authentications',
  kinds: ['RequestAuthentication.security.istio.io'],
  keysOf: ({ namespace }) => [EVERY, namespace],
};
