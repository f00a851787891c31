import type { FieldPath } from '../../documents/field-path.ts';
import { resolveGatewayName } from '../../resources/gateway-name.ts';
import { resolveHost } from '../../resources/host-name.ts';
import type { Resource } from '../../resources/resource.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { FieldValue } from '../edit-command.ts';
import { type FieldOperation, isRecord, valueAt } from '../fields/field-operation.ts';
import { itemLines } from '../fields/item-lines.ts';

/** A mapping of a manifest. */
export type FieldMap = { readonly [key: string]: FieldValue };

/** An item of a list of a resource, as plain data and as it is written. */
export function copyEntry(
  resource: Resource,
  path: FieldPath,
): { readonly value: FieldMap; readonly lines: readonly string[] | undefined } {
  const value = valueAt(resource.value, path);
  return {
    value: isRecord(value) ? (value as FieldMap) : {},
    lines: itemLines(resource.document, [...resource.path, ...path]),
  };
}

/**
 * Operations after which a route or destination means in one namespace what it meant in another:
 * hosts, a delegate and the Gateways of match blocks that are named without a namespace. `path` is
 * where it stands now.
 */
export function keepMeaning(
  { assumptions }: Snapshot,
  entry: FieldMap,
  path: FieldPath,
  from: string,
  to: string,
): readonly FieldOperation[] {
  if (from === to) {
    return [];
  }
  const set = (at: FieldPath, value: string) =>
    ({ kind: 'set', path: [...path, ...at], value }) as const;
  const operations: FieldOperation[] = [];
  for (const at of hostPaths(entry)) {
    const host = valueAt(entry, at);
    const fqdn = typeof host === 'string' ? resolveHost(host, from, assumptions) : '';
    if (typeof host === 'string' && resolveHost(host, to, assumptions) !== fqdn) {
      operations.push(set(at, fqdn));
    }
  }
  const { delegate } = entry;
  if (isRecord(delegate) && (typeof delegate.namespace !== 'string' || delegate.namespace === '')) {
    operations.push(set(['delegate', 'namespace'], from));
  }
  for (const at of matchGatewayPaths(entry)) {
    const text = valueAt(entry, at);
    const name = typeof text === 'string' ? resolveGatewayName(text, from) : null;
    const there = typeof text === 'string' ? resolveGatewayName(text, to) : null;
    if (name !== null && there?.namespace !== name.namespace) {
      operations.push(set(at, `${name.namespace}/${name.name}`));
    }
  }
  return operations;
}

function hostPaths(entry: FieldMap): readonly FieldPath[] {
  const lists = ['route', 'mirrors'].flatMap((list) =>
    indexesOf(entry[list]).map((index) => [list, index, 'destination', 'host']),
  );
  return [['host'], ['destination', 'host'], ['mirror', 'host'], ...lists];
}

function matchGatewayPaths({ match }: FieldMap): readonly FieldPath[] {
  return indexesOf(match).flatMap((block) => {
    const gateways = valueAt(match, [block, 'gateways']);
    return indexesOf(gateways).map((index) => ['match', block, 'gateways', index]);
  });
}

function indexesOf(list: unknown): readonly number[] {
  return Array.isArray(list) ? list.map((_, index) => index) : [];
}
