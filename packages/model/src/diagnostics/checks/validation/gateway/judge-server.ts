import { PORT_PROTOCOLS, whyNotProtocol } from '../../../../schema/values/http-rules.ts';
import { quoteGo } from '../../../engine/format-go.ts';
import type { Judge } from '../judge.ts';
import { judgeAddress } from '../parts/domain-name.ts';
import { isUnixAddress, judgePort, judgeUnixAddress } from '../parts/judge-values.ts';
import { familyOf } from '../parts/protocol.ts';
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
import { judgeServerTls } from './judge-server-tls.ts';

/** One server of a Gateway. */
export function judgeServer(judge: Judge, server: Place): void {
  if (!isSet(server)) {
    judge.refuse(server, 'cannot have nil server', 'Nothing is written for this server.');
    return;
  }
  const hosts = at(server, 'hosts');
  if (isEmptyList(hosts))
    judge.refuse(
      hosts,
      'server config must contain at least one host',
      'This server has no host, so it takes no request. Write the hosts that it is for, or * for all.',
    );
  for (const host of itemsOf(hosts)) judgeScopedHost(judge, host, 'gateway');
  const isPortFine = judgeServerPort(judge, server);
  judgeBind(judge, server);
  judgeServerTls(judge, at(server, 'tls'));
  if (isPortFine) judgeTlsForPort(judge, server);
}

function judgeServerPort(judge: Judge, server: Place): boolean {
  const port = at(server, 'port');
  if (!isSet(port)) {
    judge.refuse(
      port,
      'port is required',
      'This server has no port. Write its number, name and protocol.',
    );
    return false;
  }
  let isFine = true;
  const careful: Judge = {
    ...judge,
    refuse: (...verdict) => {
      isFine = false;
      judge.refuse(...verdict);
    },
  };
  const protocol = at(port, 'protocol');
  const written = readText(protocol);
  if (written !== null && familyOf(written) === 'unknown')
    careful.refuse(
      protocol,
      `invalid protocol ${quoteGo(written)}, supported protocols are HTTP, HTTP2, GRPC, GRPC-WEB, MONGO, REDIS, MYSQL, TCP`,
      written === ''
        ? `The port has no protocol. Write one of ${PORT_PROTOCOLS.join(', ')}.`
        : (whyNotProtocol(written) ?? 'This is no protocol that Istio knows.'),
    );
  const number = at(port, 'number');
  if (numberOf(number) > 0 || !isUnixAddress(textOf(at(server, 'bind'))))
    judgePort(careful, number);
  if (numberOf(at(port, 'targetPort')) > 0)
    careful.refuse(
      at(port, 'targetPort'),
      'targetPort has no impact on Gateways',
      'A Gateway has no targetPort: the Service in front of the gateway decides it. Take it out here.',
    );
  if (readText(at(port, 'name')) === '')
    careful.refuse(
      at(port, 'name'),
      `port name must be set: ${printPort(port)}`,
      'The port has no name. Give it one that no other server has, such as http or https.',
    );
  return isFine;
}

/** As Go prints a port without a name. */
function printPort(port: Place): string {
  const number = numberOf(at(port, 'number'));
  const protocol = textOf(at(port, 'protocol'));
  const parts = [
    ...(number > 0 ? [`number:${number}`] : []),
    ...(protocol === '' ? [] : [`protocol:${quoteGo(protocol)}`]),
  ];
  return parts.join(' ');
}

function judgeBind(judge: Judge, server: Place): void {
  const bind = at(server, 'bind');
  const address = textOf(bind);
  if (address === '') return;
  if (!isUnixAddress(address)) {
    judgeAddress(judge, bind);
    return;
  }
  judgeUnixAddress(judge, bind);
  const number = at(server, 'port', 'number');
  if (numberOf(number) > 0)
    judge.refuse(
      number,
      `port number must be 0 for unix domain socket: ${printPort(at(server, 'port'))}`,
      'A Unix socket has no port. Write 0 as its number.',
    );
}

/** Whether the server's TLS settings go with its protocol. */
function judgeTlsForPort(judge: Judge, server: Place): void {
  const tls = at(server, 'tls');
  const family = familyOf(textOf(at(server, 'port', 'protocol')));
  if (family === 'tls') {
    if (!isSet(tls))
      judge.refuse(
        tls,
        'server must have TLS settings for HTTPS/TLS protocols',
        'This server is for HTTPS or TLS and says nothing about its certificate. Add tls with mode: SIMPLE and a credentialName, or with mode: PASSTHROUGH.',
      );
  } else if (isSet(tls) && family !== 'http') {
    judge.refuse(
      tls,
      'server cannot have TLS settings for non HTTPS/TLS ports',
      'Only servers for HTTPS and TLS have tls. Take it out, or make the protocol of the port TLS.',
    );
  } else if (isSet(tls) && endsTls(tls)) {
    judge.refuse(
      tls,
      'server cannot have TLS settings for plain text HTTP ports',
      'This server is for plain HTTP and has the settings of a certificate. Make the protocol of the port HTTPS, or take the certificate out.',
    );
  }
}

function endsTls(tls: Place): boolean {
  const mode = textOf(at(tls, 'mode'));
  const isPassthrough = mode === '' || mode === 'PASSTHROUGH' || mode === 'AUTO_PASSTHROUGH';
  return (
    !isPassthrough ||
    ['caCertificates', 'privateKey', 'serverCertificate'].some(
      (name) => textOf(at(tls, name)) !== '',
    )
  );
}
