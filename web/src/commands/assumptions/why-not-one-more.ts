import type { AssumedGateway } from '@portolan/model';

/** Why the gateway cannot be assumed beside these others; null where it can. */
export function whyNotOneMore(
  { name, namespace }: Pick<AssumedGateway, 'name' | 'namespace'>,
  others: readonly AssumedGateway[],
): string | null {
  const isThere = others.some((one) => one.name === name && one.namespace === namespace);
  return isThere ? `The gateway ${name} in ${namespace} is assumed already.` : null;
}
