import { whyNotPort } from '../../../../schema/values/number-rules.ts';
import { quoteGo } from '../../../engine/format-go.ts';
import { judgeServerTls } from '../gateway/judge-server-tls.ts';
import type { Judge } from '../judge.ts';
import { judgeAddress } from '../parts/domain-name.ts';
import { judgeConnectionPool } from '../parts/judge-connection-pool.ts';
import {
  isUnixAddress,
  judgePort,
  judgePortName,
  judgeUnixAddress,
} from '../parts/judge-values.ts';
import { familyOf, judgeProtocol } from '../parts/protocol.ts';
import { at, isFilled, isOn, isSet, itemsOf, numberOf, type Place, textOf } from '../place.ts';

/** The listeners for what comes to the workloads. */
export function judgeIngress(judge: Judge, list: Place): void {
  const numbers = new Set<number>();
  for (const listener of itemsOf(list)) {
    const port = at(listener, 'port');
    if (!isSet(listener))
      judge.refuse(
        listener,
        'sidecar: ingress may not be null',
        'Nothing is written for this listener.',
      );
    else if (isSet(port)) judgeListener(judge, listener, port, numbers);
    else
      judge.refuse(
        port,
        'sidecar: port is required for ingress listeners',
        'This listener has no port. Write its number and protocol.',
      );
  }
}

function judgeListener(judge: Judge, listener: Place, port: Place, numbers: Set<number>): void {
  judgeNoTarget(judge, port);
  if (textOf(at(port, 'name')) !== '') judgePortName(judge, at(port, 'name'));
  judgeProtocol(judge, at(port, 'protocol'));
  judgePort(judge, at(port, 'number'));
  if (textOf(at(listener, 'bind')) !== '') judgeAddress(judge, at(listener, 'bind'));
  judgeUniqueNumber(judge, at(port, 'number'), numbers);
  judgeEndpoint(judge, at(listener, 'defaultEndpoint'));
  judgeListenerTls(judge, at(listener, 'tls'));
  const pool = at(listener, 'connectionPool');
  judgeConnectionPool(judge, pool);
  const protocol = textOf(at(port, 'protocol'));
  if (isSet(at(pool, 'http')) && familyOf(protocol) !== 'http')
    judge.warn(
      at(pool, 'http'),
      `sidecar: HTTP connection pool settings are configured for port ${numberOf(at(port, 'number'))} (${quoteGo(textOf(at(port, 'name')))}) but its protocol is not HTTP (${protocol}); only TCP settings will apply`,
      'These settings are for HTTP, and the protocol of the port is another. Only those under tcp count.',
    );
}

/** A Sidecar's ports have no target. */
export function judgeNoTarget(judge: Judge, port: Place): void {
  if (numberOf(at(port, 'targetPort')) > 0)
    judge.refuse(
      at(port, 'targetPort'),
      'targetPort has no impact on Sidecars',
      'A Sidecar has no targetPort. Take it out.',
    );
}

/** Each number once. */
export function judgeUniqueNumber(judge: Judge, place: Place, numbers: Set<number>): void {
  const number = numberOf(place);
  if (Number.isNaN(number)) return;
  if (numbers.has(number))
    judge.refuse(
      place,
      'sidecar: ports on IP bound listeners must be unique',
      `Another listener has the port ${number} already. Give each its own.`,
    );
  numbers.add(number);
}

const LOCAL = ['', '127.0.0.1', '0.0.0.0', '::1', '::'];

function judgeEndpoint(judge: Judge, place: Place): void {
  const text = textOf(place);
  if (text === '') return;
  if (isUnixAddress(text)) {
    judgeUnixAddress(judge, place);
    return;
  }
  const message = `"${text}" is no address of the workload itself. Write 127.0.0.1:8080, or unix:///path.`;
  const [, inside, plain, port] = /^(?:\[([^\]]*)\]|([^:]*)):([^:]*)$/.exec(text) ?? [];
  if (port === undefined) judge.refuse(place, `address ${text}: missing port in address`, message);
  if (!LOCAL.includes(inside ?? plain ?? ''))
    judge.refuse(
      place,
      'sidecar: defaultEndpoint must be of form 127.0.0.1:<port>,0.0.0.0:<port>,[::1]:port,[::]:port,unix://filepath or unset',
      message,
    );
  if (!/^\d+$/.test(port ?? ''))
    judge.refuse(
      place,
      `sidecar: defaultEndpoint port (${port ?? ''}) is not a number: strconv.Atoi: parsing ${quoteGo(port ?? '')}: invalid syntax`,
      message,
    );
  else if (whyNotPort(Number(port)) !== null)
    judge.refuse(
      place,
      `port number ${Number(port)} must be in the range 1..65535`,
      `${port} is no port. A port is a number from 1 to 65535.`,
    );
}

function judgeListenerTls(judge: Judge, tls: Place): void {
  if (!isSet(tls)) return;
  const mode = textOf(at(tls, 'mode'));
  const message = 'A Sidecar cannot do this. Take it out.';
  if (isFilled(at(tls, 'subjectAltNames')))
    judge.refuse(
      at(tls, 'subjectAltNames'),
      'sidecar: subjectAltNames is not supported in ingress tls',
      message,
    );
  if (isOn(at(tls, 'httpsRedirect')))
    judge.refuse(at(tls, 'httpsRedirect'), 'sidecar: httpsRedirect is not supported', message);
  if (textOf(at(tls, 'credentialName')) !== '')
    judge.refuse(
      at(tls, 'credentialName'),
      'sidecar: credentialName is not currently supported',
      'A Sidecar takes certificates from files only. Write serverCertificate and privateKey.',
    );
  if (mode === 'ISTIO_MUTUAL' || mode === 'AUTO_PASSTHROUGH')
    judge.refuse(
      at(tls, 'mode'),
      `configuration is invalid: cannot set mode to ${mode} in sidecar ingress tls`,
      `A Sidecar cannot have the mode ${mode}. Write SIMPLE or MUTUAL.`,
    );
  judgeServerTls(judge, tls);
}
