import { isIstioLabel } from '../../../../schema/values/name-rules.ts';
import { quoted } from '../../../../schema/values/quoted.ts';
import { quoteGo } from '../../../engine/format-go.ts';
import type { Judge } from '../judge.ts';
import { familyOf } from '../parts/protocol.ts';
import { at, isEmptyList, isOn, isSet, itemsOf, type Place, readText, textOf } from '../place.ts';
import { judgeServer } from './judge-server.ts';

/** All that Istio's validation says of a Gateway. */
export function validateGateway(judge: Judge, manifest: Place): void {
  const name = at(manifest, 'metadata', 'name');
  if (!isIstioLabel(textOf(name)))
    judge.refuse(
      name,
      `invalid gateway name: ${quoteGo(textOf(name))}`,
      `${quoted(textOf(name))} cannot be the name of a Gateway, which has no dots. Use letters, digits and "-", at most 63.`,
    );
  const servers = at(manifest, 'spec', 'servers');
  if (isEmptyList(servers))
    judge.refuse(
      servers,
      'gateway must have at least one server',
      'This Gateway has no server, so it listens nowhere. Add one with a port and the hosts that it is for.',
    );
  for (const server of itemsOf(servers)) judgeServer(judge, server);
  judgePortNames(judge, itemsOf(servers));
}

function judgePortNames(judge: Judge, servers: readonly Place[]): void {
  const known = new Set<string>();
  for (const server of servers) {
    if (!isSet(server)) {
      judge.refuse(server, 'server may not be nil', 'Nothing is written for this server.');
      continue;
    }
    const port = at(server, 'port');
    if (!isSet(port)) continue;
    const name = readText(at(port, 'name'));
    if (name !== null && known.has(name)) judgeRepeatedName(judge, port, name);
    if (name !== null) known.add(name);
    const redirect = at(server, 'tls', 'httpsRedirect');
    if (isOn(redirect) && familyOf(textOf(at(port, 'protocol'))) !== 'http')
      judge.warn(
        redirect,
        'tls.httpsRedirect should only be used with http servers',
        'Only a server for plain HTTP can redirect to HTTPS. Set it on the server with port 80 instead.',
      );
  }
}

function judgeRepeatedName(judge: Judge, port: Place, name: string): void {
  judge.refuse(
    at(port, 'name'),
    `port names in servers must be unique: duplicate name ${name}`,
    name === ''
      ? 'Several servers have a port without a name. Give each its own.'
      : `Another server of this Gateway has a port named ${quoted(name)}. Give each its own name, such as https-shop.`,
  );
}
