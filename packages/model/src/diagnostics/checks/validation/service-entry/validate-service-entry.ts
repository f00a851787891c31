import { whyNotDestinationHost } from '../../../../schema/values/host-rules.ts';
import { quoted } from '../../../../schema/values/quoted.ts';
import { quoteGo } from '../../../engine/format-go.ts';
import type { Judge } from '../judge.ts';
import { judgeWildcardHost } from '../parts/domain-name.ts';
import { judgeExportTo } from '../parts/export-to.ts';
import { judgeSelector } from '../parts/judge-selector.ts';
import { judgeRange } from '../parts/judge-values.ts';
import { isPartialWildcard } from '../parts/scoped-host.ts';
import { at, isEmptyList, isSet, itemsOf, type Place, readText, textOf } from '../place.ts';
import { judgeEntryPorts } from './judge-entry-ports.ts';
import { judgeResolution } from './judge-resolution.ts';

/** All that Istio's validation says of a ServiceEntry. */
export function validateServiceEntry(judge: Judge, manifest: Place): void {
  const spec = at(manifest, 'spec');
  const selector = at(spec, 'workloadSelector');
  const around = ['service entry: ', ', will be applied to all services in namespace'] as const;
  if (!judgeSelector(judge, selector, at(selector, 'labels'), around)) return;
  if (isSet(selector) && isSet(at(spec, 'endpoints')))
    judge.refuse(
      at(spec, 'endpoints'),
      'only one of WorkloadSelector or Endpoints is allowed in Service Entry',
      'There are workloadSelector and endpoints. Keep one of the two.',
    );
  const resolution = textOf(at(spec, 'resolution')) || 'NONE';
  judgeHosts(judge, at(spec, 'hosts'), resolution);
  judgeAddresses(judge, spec, resolution);
  judgeEntryPorts(judge, spec, resolution);
  judgeResolution(judge, spec, resolution);
  judgeExportTo(judge, at(spec, 'exportTo'), 'service-entry');
}

function judgeHosts(judge: Judge, hosts: Place, resolution: string): void {
  if (isEmptyList(hosts))
    judge.refuse(
      hosts,
      'service entry must have at least one host',
      'This ServiceEntry has no host, so nothing can lead to it. Write the host that it is for.',
    );
  for (const place of itemsOf(hosts)) {
    const host = readText(place);
    if (host === '*')
      judge.refuse(
        place,
        'invalid host *',
        whyNotDestinationHost(host) ?? 'A ServiceEntry cannot be for every host.',
      );
    else judgeWildcardHost(judge, place);
    if (host !== null && isPartialWildcard(host) && resolution !== 'DYNAMIC_DNS')
      judge.warn(
        place,
        `partial wildcard ${quoteGo(host)} not allowed`,
        `In ${quoted(host)}, "*" stands for a part of a name. Only *. in front of a whole name stands for all below it.`,
      );
  }
}

function judgeAddresses(judge: Judge, spec: Place, resolution: string): void {
  const addresses = itemsOf(at(spec, 'addresses'));
  for (const address of addresses) judgeRange(judge, address);
  const range = addresses.find((address) => textOf(address).includes('/'));
  if (range === undefined || resolution === 'NONE' || resolution === 'STATIC') return;
  judge.refuse(
    range,
    'CIDR addresses are allowed only for NONE/STATIC resolution types',
    `A range of addresses goes with resolution NONE or STATIC, and not with ${resolution}. Write single addresses.`,
  );
}
