import type { Judge } from '../judge.ts';
import { judgeAddress } from '../parts/domain-name.ts';
import {
  isUnixAddress,
  judgePort,
  judgePortName,
  judgeUnixAddress,
} from '../parts/judge-values.ts';
import { judgeProtocol } from '../parts/protocol.ts';
import { judgeScopedHost } from '../parts/scoped-host.ts';
import {
  at,
  isEmptyList,
  isSet,
  itemsOf,
  numberOf,
  type Place,
  readText,
  textOf,
} from '../place.ts';
import { judgeNoTarget, judgeUniqueNumber } from './judge-ingress.ts';

/** The listeners for what the workloads send. */
export function judgeEgress(judge: Judge, list: Place): void {
  const numbers = new Set<number>();
  const sockets = new Set<string>();
  const listeners = itemsOf(list);
  for (const [index, listener] of listeners.entries()) {
    if (!isSet(listener)) {
      judge.refuse(
        listener,
        'egress listener may not be null',
        'Nothing is written for this listener.',
      );
      continue;
    }
    const port = at(listener, 'port');
    if (isSet(port)) judgePortAndBind(judge, listener, port, { numbers, sockets });
    else if (index < listeners.length - 1)
      judge.refuse(
        listener,
        'sidecar: the egress listener with empty port should be the last listener in the list',
        'A listener without port is for all that no other takes, so it has to stand last.',
      );
    judgeEgressHosts(judge, at(listener, 'hosts'));
  }
}

interface Known {
  readonly numbers: Set<number>;
  readonly sockets: Set<string>;
}

function judgePortAndBind(
  judge: Judge,
  listener: Place,
  port: Place,
  { numbers, sockets }: Known,
): void {
  judgeNoTarget(judge, port);
  if (textOf(at(port, 'name')) !== '') judgePortName(judge, at(port, 'name'));
  judgeProtocol(judge, at(port, 'protocol'));
  const bind = at(listener, 'bind');
  if (numberOf(at(port, 'number')) !== 0) {
    judgePort(judge, at(port, 'number'));
    if (textOf(bind) !== '') judgeAddress(judge, bind);
    judgeUniqueNumber(judge, at(port, 'number'), numbers);
    return;
  }
  judgeSocket(judge, listener, port);
  if (sockets.has(textOf(bind)))
    judge.refuse(
      isSet(bind) ? bind : port,
      'sidecar: unix domain socket values for listeners must be unique',
      'Another listener has this socket already. Give each its own.',
    );
  sockets.add(textOf(bind));
}

function judgeSocket(judge: Judge, listener: Place, port: Place): void {
  const bind = at(listener, 'bind');
  if (isUnixAddress(textOf(bind))) judgeUnixAddress(judge, bind);
  else
    judge.refuse(
      at(port, 'number'),
      'sidecar: ports with 0 value must have a unix domain socket bind address',
      'The port has no number. Write one, or bind: unix:///path for a socket.',
    );
  const mode = textOf(at(listener, 'captureMode'));
  if (!['', 'DEFAULT', 'NONE'].includes(mode))
    judge.refuse(
      at(listener, 'captureMode'),
      'sidecar: captureMode must be DEFAULT/NONE for unix domain socket listeners',
      'With a socket nothing can be captured. Write NONE, or leave it out.',
    );
}

function judgeEgressHosts(judge: Judge, hosts: Place): void {
  if (isEmptyList(hosts))
    judge.refuse(
      hosts,
      'sidecar: egress listener must contain at least one host',
      'This listener has no hosts, so it leads nowhere. Write namespace/host, such as ./* for the own namespace.',
    );
  const known = new Map<string, Set<string>>();
  for (const place of itemsOf(hosts)) {
    const text = readText(place);
    if (text?.includes('/')) judgeRepeated(judge, place, text, known);
    judgeScopedHost(judge, place, 'sidecar');
  }
  if (known.get('*')?.has('*') && known.size > 1)
    judge.warn(
      hosts,
      '`*/*` host select all resources, no other hosts can be added',
      '"*/*" is everything already. Leave the others out.',
    );
}

function judgeRepeated(
  judge: Judge,
  place: Place,
  text: string,
  known: Map<string, Set<string>>,
): void {
  const slash = text.indexOf('/');
  const scope = text.slice(0, slash);
  const namespace = scope === '.' ? judge.namespace : scope;
  const host = text.slice(slash + 1);
  const others = known.get(namespace) ?? new Set();
  const isRepeated = host === '*' ? others.size > 0 : others.has(host) || others.has('*');
  if (isRepeated)
    judge.warn(
      place,
      `duplicated egress host: ${text}`,
      `"${text}" is covered by another host of this list. Leave one of the two out.`,
    );
  others.add(host);
  known.set(namespace, others);
}
