import {
  fieldOf,
  findRecord,
  integerField,
  isRecord,
  listField,
  numberField,
  textField,
  textsField,
  type ValueRecord,
} from '../../resources/tolerant-value.ts';
import { readDuration } from '../../schema/values/time-rules.ts';
import { dumpDuration } from './dump-duration.ts';
import { stringMatcher } from './dump-match.ts';
import { type JsonObject, optional } from './json-value.ts';

const FILTERS = 'type.googleapis.com/envoy.extensions.filters.http';

/** What a route tells the filters before the router: faults and CORS; undefined: nothing. */
export function dumpFilters(written: ValueRecord): JsonObject | undefined {
  const fault = findRecord(written, 'fault');
  const cors = findRecord(written, 'corsPolicy');
  if (fault === null && cors === null) return undefined;
  return {
    ...optional('envoy.filters.http.fault', fault === null ? undefined : dumpFault(fault)),
    ...optional('envoy.filters.http.cors', cors === null ? undefined : dumpCors(cors)),
  };
}

/** As `TranslateFault`: what has no kind of delay or failure is left out. */
function dumpFault(fault: ValueRecord): JsonObject {
  return {
    '@type': `${FILTERS}.fault.v3.HTTPFault`,
    ...optional('delay', dumpDelay(findRecord(fault, 'delay') ?? {})),
    ...optional('abort', dumpAbort(findRecord(fault, 'abort') ?? {})),
  };
}

function dumpDelay(delay: ValueRecord): JsonObject | undefined {
  const fixed = textField(delay, 'fixedDelay');
  if (fixed === null) return undefined;
  const percentage = exactPercentage(delay) ?? ofHundred(integerField(delay, 'percent') ?? 0);
  return { fixed_delay: dumpDuration(fixed), percentage };
}

function dumpAbort(abort: ValueRecord): JsonObject | undefined {
  const grpc = textField(abort, 'grpcStatus');
  const http = integerField(abort, 'httpStatus');
  if (grpc === null && http === null) return undefined;
  return {
    ...(grpc === null
      ? { http_status: http }
      : { grpc_status: Math.max(GRPC_STATUSES.indexOf(grpc), 0) }),
    ...optional('percentage', exactPercentage(abort)),
  };
}

const GRPC_STATUSES: readonly string[] = [
  ...['OK', 'CANCELLED', 'UNKNOWN', 'INVALID_ARGUMENT', 'DEADLINE_EXCEEDED', 'NOT_FOUND'],
  ...['ALREADY_EXISTS', 'PERMISSION_DENIED', 'RESOURCE_EXHAUSTED', 'FAILED_PRECONDITION'],
  ...['ABORTED', 'OUT_OF_RANGE', 'UNIMPLEMENTED', 'INTERNAL', 'UNAVAILABLE', 'DATA_LOSS'],
  'UNAUTHENTICATED',
];

/** The field's `value` in parts of a million; undefined where none is written. */
export function exactPercentage(record: ValueRecord, field = 'percentage'): JsonObject | undefined {
  const percentage = findRecord(record, field);
  if (percentage === null) return undefined;
  const numerator = Math.trunc((numberField(percentage, 'value') ?? 0) * 10_000);
  return { ...(numerator === 0 ? {} : { numerator }), denominator: 'MILLION' };
}

/** So many of a hundred, which is what Envoy counts in where nothing else is said. */
export function ofHundred(numerator: number): JsonObject {
  return numerator === 0 ? {} : { numerator };
}

/** As `TranslateCORSPolicy`. */
function dumpCors(cors: ValueRecord): JsonObject {
  const joined = (field: string): string | undefined =>
    textsField(cors, field).join(',') || undefined;
  const old = textsField(cors, 'allowOrigin').map((exact) => ({ exact }));
  const origins = fieldOf(cors, 'allowOrigins') == null ? old : listField(cors, 'allowOrigins');
  const maxAge = textField(cors, 'maxAge');
  const credentials = fieldOf(cors, 'allowCredentials');
  return {
    '@type': `${FILTERS}.cors.v3.CorsPolicy`,
    ...optional(
      'allow_origin_string_match',
      origins.filter(isRecord).flatMap((origin) => stringMatcher(origin) ?? []),
    ),
    ...optional('allow_methods', joined('allowMethods')),
    ...optional('allow_headers', joined('allowHeaders')),
    ...optional('expose_headers', joined('exposeHeaders')),
    ...(maxAge === null ? {} : { max_age: String(Math.trunc((readDuration(maxAge) ?? 0) / 1000)) }),
    ...(typeof credentials === 'boolean' ? { allow_credentials: credentials } : {}),
    filter_enabled: { default_value: ofHundred(100) },
    forward_not_matching_preflights: textField(cors, 'unmatchedPreflights') !== 'IGNORE',
  };
}
