import { whyNotFaultPercentage, whyNotHttpStatus } from '../../../../schema/values/number-rules.ts';
import { quoted } from '../../../../schema/values/quoted.ts';
import { quoteGo } from '../../../engine/format-go.ts';
import { type Judge, withoutWarnings } from '../judge.ts';
import { judgeDuration } from '../parts/judge-values.ts';
import { at, isSet, numberOf, type Place, readText } from '../place.ts';

/** The faults that a route makes on purpose. */
export function judgeFault(judge: Judge, fault: Place): void {
  if (!isSet(fault)) return;
  const abort = at(fault, 'abort');
  const delay = at(fault, 'delay');
  if (!isSet(abort) && !isSet(delay))
    judge.refuse(
      fault,
      'HTTP fault injection must have an abort and/or a delay',
      'This fault does nothing. Add abort or delay, or take it out.',
    );
  if (isSet(abort)) judgeAbort(withoutWarnings(judge), abort);
  if (isSet(delay)) judgeDelay(judge, delay);
}

function judgeAbort(judge: Judge, abort: Place): void {
  judgeFaultPercentage(judge, abort);
  const grpcStatus = at(abort, 'grpcStatus');
  const httpStatus = at(abort, 'httpStatus');
  if (isSet(grpcStatus)) judgeGrpcStatus(judge, grpcStatus);
  else if (isSet(at(abort, 'http2Error')))
    judge.refuse(
      at(abort, 'http2Error'),
      'HTTP/2 abort fault injection not supported yet',
      'Istio cannot abort with an error of HTTP/2. Write httpStatus or grpcStatus.',
    );
  else if (isSet(httpStatus)) judgeHttpStatus(judge, httpStatus);
  else
    judge.warn(
      abort,
      'abort configured, but error type not set',
      'This abort has no status, so no request is aborted. Write httpStatus or grpcStatus.',
    );
}

function judgeDelay(judge: Judge, delay: Place): void {
  judgeFaultPercentage(judge, delay);
  judgeDuration(judge, at(delay, 'fixedDelay'));
  const exponential = at(delay, 'exponentialDelay');
  if (!isSet(exponential)) return;
  judgeDuration(judge, exponential);
  judge.refuse(
    exponential,
    'exponentialDelay not supported yet',
    'Istio knows no delay that grows. Write fixedDelay.',
  );
}

function judgeFaultPercentage(judge: Judge, fault: Place): void {
  const place = at(fault, 'percentage', 'value');
  const value = numberOf(place);
  const why = Number.isNaN(value) ? null : whyNotFaultPercentage(value);
  if (why !== null)
    judge.refuse(place, `percentage ${value} is neither 0.0, nor in range [0.0001, 100.0]`, why);
}

/** A status that Envoy answers with. */
export function judgeHttpStatus(judge: Judge, place: Place): void {
  const status = numberOf(place);
  if (Number.isNaN(status) || (status >= 200 && status <= 600)) return;
  judge.refuse(
    place,
    `HTTP status ${status} is not in range 200-599`,
    isSet(place)
      ? (whyNotHttpStatus(status) ?? 'A status is a number from 200 to 599.')
      : 'The status of the answer is missing. Write one, such as 200 or 404.',
  );
}

const GRPC_STATUSES: ReadonlySet<string> = new Set([
  'OK',
  'CANCELLED',
  'UNKNOWN',
  'INVALID_ARGUMENT',
  'DEADLINE_EXCEEDED',
  'NOT_FOUND',
  'ALREADY_EXISTS',
  'PERMISSION_DENIED',
  'RESOURCE_EXHAUSTED',
  'FAILED_PRECONDITION',
  'ABORTED',
  'OUT_OF_RANGE',
  'UNIMPLEMENTED',
  'INTERNAL',
  'UNAVAILABLE',
  'DATA_LOSS',
  'UNAUTHENTICATED',
]);

function judgeGrpcStatus(judge: Judge, place: Place): void {
  const status = readText(place);
  if (status === null || GRPC_STATUSES.has(status)) return;
  judge.refuse(
    place,
    `gRPC status ${quoteGo(status)} is not supported. See https://github.com/grpc/grpc/blob/master/doc/statuscodes.md for a list of supported codes, for example 'NOT_FOUND'`,
    `${quoted(status)} is no status of gRPC. Write its name, such as NOT_FOUND or UNAVAILABLE.`,
  );
}
