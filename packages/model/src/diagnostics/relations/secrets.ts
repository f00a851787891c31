import { isCredential } from '../certificates/find-secret-fault.ts';
import type { Relation } from '../engine/relation.ts';

/** Secrets by `namespace/name`, and by `/name` alone. */
export const SECRETS_BY_NAME: Relation = {
  name: 'secrets-by-name',
  kinds: ['Secret'],
  keysOf: ({ namespace, name }) => [`${namespace}/${name}`, `/${name}`],
};

/** Secrets with a certificate, by namespace. */
export const CREDENTIALS: Relation = {
  name: 'credentials',
  kinds: ['Secret'],
  keysOf: (resource) => (isCredential(resource) ? [resource.namespace] : []),
};
