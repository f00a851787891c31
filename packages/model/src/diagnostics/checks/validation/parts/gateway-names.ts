import { whyNotGatewayName } from '../../../../schema/values/host-rules.ts';
import { isIstioLabel } from '../../../../schema/values/name-rules.ts';
import { quoted } from '../../../../schema/values/quoted.ts';
import { quoteGo } from '../../../engine/format-go.ts';
import type { Judge } from '../judge.ts';
import { itemsOf, type Place, readText } from '../place.ts';
import { whyNotDomain } from './domain-name.ts';

/** The Gateways that a VirtualService, or a match in it, is for. Istio looks no further than the first name without a slash. */
export function judgeGatewayNames(judge: Judge, place: Place): void {
  for (const item of itemsOf(place)) {
    const text = readText(item);
    if (text === null) continue;
    const slash = text.indexOf('/');
    if (slash < 0) {
      judgeShortName(judge, item, text);
      return;
    }
    judgeFullName(judge, item, text.slice(0, slash), text.slice(slash + 1));
  }
}

function judgeShortName(judge: Judge, item: Place, text: string): void {
  const [name = '', namespace = ''] = text.split('.');
  if (text.includes('.')) {
    const better = `${namespace}/${name}`;
    judge.warn(
      item,
      `using legacy gatewayName format ${quoteGo(text)}; prefer the <namespace>/<name> format: ${quoteGo(better)}`,
      `This is the old way to name a Gateway of another namespace. Write ${quoted(better)}.`,
    );
  }
  const why = whyNotDomain(text);
  if (why !== null) judge.refuse(item, why, explain(text));
}

function judgeFullName(judge: Judge, item: Place, namespace: string, name: string): void {
  const message = explain(`${namespace}/${name}`);
  if (namespace === '' || name === '')
    judge.refuse(item, 'config namespace and gateway name cannot be empty', message);
  if (!isIstioLabel(namespace))
    judge.refuse(item, `invalid value for namespace: ${quoteGo(namespace)}`, message);
  if (!isIstioLabel(name))
    judge.refuse(item, `invalid value for gateway name: ${quoteGo(name)}`, message);
}

function explain(text: string): string {
  return (
    whyNotGatewayName(text) ??
    `${quoted(text)} cannot be the name of a Gateway. Write its name, or namespace/name.`
  );
}
