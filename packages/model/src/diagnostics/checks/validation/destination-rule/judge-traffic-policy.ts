import { isIpAddress } from '../../../../schema/values/address-rules.ts';
import { whyNotPlainHost } from '../../../../schema/values/host-rules.ts';
import { whyNotPort } from '../../../../schema/values/number-rules.ts';
import { type Judge, withoutWarnings } from '../judge.ts';
import { whyNotDomain } from '../parts/domain-name.ts';
import { judgeConnectionPool } from '../parts/judge-connection-pool.ts';
import { at, isSet, itemsOf, numberOf, type Place, readText } from '../place.ts';
import { judgeClientTls } from './judge-client-tls.ts';
import { judgeLoadBalancer } from './judge-load-balancer.ts';
import { judgeOutlierDetection } from './judge-outlier-detection.ts';

const SETTINGS = ['outlierDetection', 'connectionPool', 'loadBalancer', 'tls'];
const MORE_SETTINGS = ['portLevelSettings', 'tunnel', 'proxyProtocol', 'retryBudget'];

/** How traffic to a host, or to a subset of it, is handled. */
export function judgeTrafficPolicy(judge: Judge, policy: Place): void {
  if (!isSet(policy)) return;
  if ([...SETTINGS, ...MORE_SETTINGS].every((name) => !isSet(at(policy, name)))) {
    judge.refuse(
      policy,
      'traffic policy must have at least one field',
      'This trafficPolicy has nothing in it that Istio knows. Add loadBalancer, connectionPool, outlierDetection or tls, or take it out.',
    );
    return;
  }
  const tunnel = at(policy, 'tunnel');
  if (isSet(tunnel) && isSet(at(policy, 'proxyProtocol'))) {
    judge.refuse(
      at(policy, 'proxyProtocol'),
      'tunnel and proxyProtocol must not be set together',
      'tunnel and proxyProtocol cannot stand together. Keep one.',
    );
    return;
  }
  judgeSettings(judge, policy);
  for (const port of itemsOf(at(policy, 'portLevelSettings')))
    judgePortSettings(withoutWarnings(judge), port);
  if (isSet(tunnel)) judgeTunnel(judge, tunnel);
}

function judgeSettings(judge: Judge, policy: Place): void {
  judgeOutlierDetection(judge, at(policy, 'outlierDetection'));
  judgeConnectionPool(judge, at(policy, 'connectionPool'));
  judgeLoadBalancer(judge, at(policy, 'loadBalancer'), at(policy, 'outlierDetection'));
  judgeClientTls(judge, at(policy, 'tls'));
}

function judgePortSettings(judge: Judge, settings: Place): void {
  if (!isSet(settings)) {
    judge.refuse(settings, 'traffic policy may not be null', 'Nothing is written for this port.');
    return;
  }
  if (!isSet(at(settings, 'port')))
    judge.refuse(
      at(settings, 'port'),
      'portTrafficPolicy must have valid port',
      'Nothing says which port these settings are for. Add port with its number.',
    );
  if (SETTINGS.every((name) => !isSet(at(settings, name))))
    judge.refuse(
      settings,
      'port traffic policy must have at least one field',
      'Nothing is set for this port. Add loadBalancer, connectionPool, outlierDetection or tls, or take the entry out.',
    );
  else judgeSettings(judge, settings);
}

function judgeTunnel(judge: Judge, tunnel: Place): void {
  const protocol = readText(at(tunnel, 'protocol'));
  if (protocol !== null && !['', 'CONNECT', 'POST'].includes(protocol))
    judge.refuse(
      at(tunnel, 'protocol'),
      'tunnel protocol must be "CONNECT" or "POST"',
      'A tunnel is opened with CONNECT or POST, in capital letters.',
    );
  const host = readText(at(tunnel, 'targetHost'));
  const why = host === null ? null : whyNotDomain(host);
  if (host !== null && why !== null && !isIpAddress(host))
    judge.refuse(
      at(tunnel, 'targetHost'),
      `tunnel target host must be valid FQDN or IP address: ${why}; ${host} is not a valid IP`,
      whyNotPlainHost(host) ?? 'A name of a host has to stand here.',
    );
  const port = numberOf(at(tunnel, 'targetPort'));
  if (!Number.isNaN(port) && whyNotPort(port) !== null)
    judge.refuse(
      at(tunnel, 'targetPort'),
      `tunnel target port is invalid: port number ${port} must be in the range 1..65535`,
      'A tunnel needs the number of a port from 1 to 65535.',
    );
}
