import { whyNotDurationOrZero } from '../../../../schema/values/time-rules.ts';
import type { Judge } from '../judge.ts';
import { at, isOn, isSet, numberOf, type Place, textOf } from '../place.ts';
import { judgeDuration } from './judge-values.ts';

const HTTP_COUNTS: readonly (readonly [name: string, istio: string])[] = [
  ['http1MaxPendingRequests', 'http1 max pending requests must be non-negative'],
  ['http2MaxRequests', 'http2 max requests must be non-negative'],
  ['maxRequestsPerConnection', 'max requests per connection must be non-negative'],
  ['maxRetries', 'max retries must be non-negative'],
  ['maxConcurrentStreams', 'max concurrent streams must be non-negative'],
];

/** How many connections and requests there may be at once. */
export function judgeConnectionPool(judge: Judge, pool: Place): void {
  if (!isSet(pool)) return;
  const http = at(pool, 'http');
  const tcp = at(pool, 'tcp');
  if (!isSet(http) && !isSet(tcp)) {
    judge.refuse(
      pool,
      'connection pool must have at least one field',
      'This connectionPool sets nothing. Add tcp or http, or take it out.',
    );
    return;
  }
  judgeHttp(judge, http);
  judgeCount(judge, at(tcp, 'maxConnections'), 'max connections must be non-negative');
  for (const name of ['connectTimeout', 'maxConnectionDuration'])
    judgeDuration(judge, at(tcp, name));
  if (whyNotDurationOrZero(textOf(at(tcp, 'idleTimeout'))) !== null)
    judgeDuration(judge, at(tcp, 'idleTimeout'));
  for (const name of ['time', 'interval']) judgeDuration(judge, at(tcp, 'tcpKeepalive', name));
}

function judgeCount(judge: Judge, place: Place, istio: string): void {
  if (numberOf(place) < 0) judge.refuse(place, istio, 'It cannot be less than 0.');
}

function judgeHttp(judge: Judge, http: Place): void {
  for (const [name, istio] of HTTP_COUNTS) judgeCount(judge, at(http, name), istio);
  judgeDuration(judge, at(http, 'idleTimeout'));
  const isUpgrade = textOf(at(http, 'h2UpgradePolicy')) === 'UPGRADE';
  if (isUpgrade && isOn(at(http, 'useClientProtocol')))
    judge.refuse(
      at(http, 'useClientProtocol'),
      'use client protocol must not be true when H2UpgradePolicy is UPGRADE',
      "With h2UpgradePolicy: UPGRADE the connection is HTTP/2, so the client's protocol cannot be kept. Keep one of the two.",
    );
  const alive = at(http, 'http2KeepAlive');
  if (!isSet(alive)) return;
  for (const name of ['interval', 'timeout']) {
    if (isSet(at(alive, name))) judgeDuration(judge, at(alive, name));
    else
      judge.refuse(
        at(alive, name),
        `http2KeepAlive ${name} must be set`,
        `http2KeepAlive needs both, interval and timeout. Add ${name}.`,
      );
  }
}
