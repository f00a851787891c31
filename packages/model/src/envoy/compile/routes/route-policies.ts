import {
  fieldOf,
  findRecord,
  integerField,
  isRecord,
  listField,
  numberField,
  recordField,
  textField,
  textsField,
  type ValueRecord,
} from '../../../resources/tolerant-value.ts';
import type {
  CorsPolicy,
  FaultAbort,
  FaultDelay,
  RetryPolicy,
  RouteFault,
} from '../../route-config.ts';
import { fieldOrigin, type RouteRule } from '../services/route-rule.ts';

const USUAL_RETRIES = 'connect-failure,refused-stream,unavailable,cancelled,retriable-status-codes';

/** The retries of a route: the written ones, else two for failures before the upstream answers. */
export function readRetries({ value }: RouteRule): RetryPolicy {
  const written = findRecord(value, 'retries');
  if (written === null)
    return { attempts: 2, retryOn: USUAL_RETRIES, perTryTimeout: null, isDefault: true };
  return {
    attempts: Math.max(integerField(written, 'attempts') ?? 0, 0),
    retryOn: textField(written, 'retryOn') ?? USUAL_RETRIES,
    perTryTimeout: textField(written, 'perTryTimeout'),
    isDefault: false,
  };
}

/** As written; null where there is none, or where it is no time at all. */
export function readTimeout({ value }: RouteRule): string | null {
  const written = textField(value, 'timeout');
  return written === null || /^0+(?:\.0+)?(?:ns|us|µs|ms|s|m|h)?$/.test(written) ? null : written;
}

/** Delays and failures that a route makes; null where it makes none. */
export function readFault(rule: RouteRule): RouteFault | null {
  const written = findRecord(rule.value, 'fault');
  if (written === null) return null;
  const delay = readDelay(rule, recordField(written, 'delay'));
  const abort = readAbort(rule, recordField(written, 'abort'));
  return delay === null && abort === null ? null : { delay, abort };
}

/** Where no percentage is written, it is none of the requests. */
function readDelay(rule: RouteRule, delay: ValueRecord): FaultDelay | null {
  const fixedDelay = textField(delay, 'fixedDelay');
  if (fixedDelay === null) return null;
  const { resourceId, path } = fieldOrigin(rule, 'fault');
  const percentage = readPercentage(delay) ?? integerField(delay, 'percent') ?? 0;
  return { fixedDelay, percentage, origin: { resourceId, path: [...path, 'delay'] } };
}

function readAbort(rule: RouteRule, abort: ValueRecord): FaultAbort | null {
  const grpcStatus = textField(abort, 'grpcStatus');
  const status = integerField(abort, 'httpStatus');
  if (grpcStatus === null && status === null) return null;
  const { resourceId, path } = fieldOrigin(rule, 'fault');
  return {
    status: status ?? 200,
    grpcStatus,
    percentage: readPercentage(abort) ?? 0,
    origin: { resourceId, path: [...path, 'abort'] },
  };
}

function readPercentage(record: ValueRecord): number | null {
  const percentage = findRecord(record, 'percentage');
  return percentage === null ? null : (numberField(percentage, 'value') ?? 0);
}

/** From where browsers may ask; null where the route does not say. */
export function readCors(rule: RouteRule): CorsPolicy | null {
  const written = findRecord(rule.value, 'corsPolicy');
  if (written === null) return null;
  const origins = listField(written, 'allowOrigins').filter(isRecord);
  const old = textsField(written, 'allowOrigin').map((exact) => ({ exact }));
  return {
    allowOrigins: fieldOf(written, 'allowOrigins') == null ? old : origins,
    allowMethods: textsField(written, 'allowMethods'),
    allowHeaders: textsField(written, 'allowHeaders'),
    allowCredentials: fieldOf(written, 'allowCredentials') === true,
    forwardsUnmatched: textField(written, 'unmatchedPreflights') !== 'IGNORE',
    origin: fieldOrigin(rule, 'corsPolicy'),
  };
}
