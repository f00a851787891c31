import {
  fieldOf,
  findRecord,
  isRecord,
  listField,
  textField,
  type ValueRecord,
} from '../../resources/tolerant-value.ts';
import { dumpDuration } from './dump-duration.ts';
import { type JsonObject, optional } from './json-value.ts';

/** By what requests keep their pod (`ConsistentHashToHashPolicy`); undefined where nothing says it. */
export function dumpHash(hash: ValueRecord): JsonObject | undefined {
  const header = textField(hash, 'httpHeaderName');
  if (header !== null) return { header: { header_name: header } };
  const cookie = findRecord(hash, 'httpCookie');
  if (cookie !== null) return { cookie: dumpCookie(cookie) };
  const byAddress = fieldOf(hash, 'useSourceIp');
  if (typeof byAddress === 'boolean')
    return { connection_properties: byAddress ? { source_ip: true } : {} };
  const parameter = textField(hash, 'httpQueryParameterName');
  return parameter === null ? undefined : { query_parameter: { name: parameter } };
}

function dumpCookie(cookie: ValueRecord): JsonObject {
  const attributes = listField(cookie, 'attributes')
    .filter(isRecord)
    .map((one) => ({
      ...optional('name', textField(one, 'name') || undefined),
      ...optional('value', textField(one, 'value') || undefined),
    }));
  return {
    ...optional('name', textField(cookie, 'name') || undefined),
    ...(typeof cookie.ttl === 'string' ? { ttl: dumpDuration(cookie.ttl) } : {}),
    ...optional('path', textField(cookie, 'path') || undefined),
    ...optional('attributes', attributes),
  };
}
