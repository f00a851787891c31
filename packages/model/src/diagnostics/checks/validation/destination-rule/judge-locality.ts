import { quoted } from '../../../../schema/values/quoted.ts';
import type { Judge } from '../judge.ts';
import {
  at,
  entriesOf,
  isFilled,
  isSet,
  itemsOf,
  keyOf,
  numberOf,
  type Place,
  readText,
  textOf,
} from '../place.ts';

/** How traffic is spread over regions and zones. Of the shares Istio says only the first thing that is wrong. */
export function judgeLocality(judge: Judge, settings: Place, outlier: Place): void {
  const locality = at(settings, 'localityLbSetting');
  if (!isSet(locality)) return;
  if (isSet(at(settings, 'zoneAwareLbSetting')))
    judge.refuse(
      at(settings, 'zoneAwareLbSetting'),
      'can not simultaneously specify localityLbSetting and zoneAwareLbSetting',
      'localityLbSetting and zoneAwareLbSetting cannot stand together. Keep one.',
    );
  const failover = at(locality, 'failover');
  const priority = at(locality, 'failoverPriority');
  if (isFilled(at(locality, 'distribute')) && isFilled(failover)) {
    judge.refuse(
      failover,
      "can not simultaneously specify 'distribute' and 'failover'",
      'distribute and failover cannot stand together. Keep one.',
    );
    return;
  }
  const topology = isFilled(failover) ? itemsOf(priority).find(isTopology) : undefined;
  if (topology !== undefined) {
    judge.refuse(
      topology,
      `can not simultaneously set 'failover' and topology label '${textOf(topology)}' in 'failover_priority'`,
      'Regions and zones are in failover already. Take this label out, or take failover out.',
    );
    return;
  }
  if (!judgeShares(judge, at(locality, 'distribute'))) return;
  if ((isFilled(failover) || isFilled(priority)) && !isSet(outlier))
    judge.warn(
      isFilled(failover) ? failover : priority,
      'outlier detection policy must be provided for failover',
      'Without outlierDetection no endpoint counts as failed, so nothing ever fails over. Add outlierDetection beside loadBalancer.',
    );
  for (const entry of itemsOf(failover)) judgeFailover(judge, entry);
}

const TOPOLOGY = [
  'topology.kubernetes.io/region',
  'topology.kubernetes.io/zone',
  'topology.istio.io/subzone',
];

function isTopology(place: Place): boolean {
  return TOPOLOGY.includes(textOf(place));
}

/** Whether the shares of all sources can be read. */
function judgeShares(judge: Judge, distribute: Place): boolean {
  const sources = itemsOf(distribute);
  for (const source of sources) {
    const shares = entriesOf(at(source, 'to'));
    const bad = shares.find((share) => !(numberOf(share) > 0 && numberOf(share) <= 100));
    const total = shares.reduce((sum, share) => sum + numberOf(share), 0);
    if (bad !== undefined || total !== 100) {
      judge.refuse(
        bad ?? at(source, 'to'),
        bad === undefined
          ? `total locality weight ${total} != 100`
          : 'locality weight must be in range [1, 100]',
        bad === undefined
          ? `The shares add up to ${total}, and have to add up to 100.`
          : 'A share is a whole number from 1 to 100.',
      );
      return false;
    }
    judgeLocalities(
      judge,
      shares.map((place) => ({ place, locality: keyOf(place), part: 'key' })),
    );
  }
  judgeLocalities(
    judge,
    sources.map((source) => {
      const place = at(source, 'from');
      return { place, locality: readText(place) ?? '' };
    }),
  );
  return true;
}

interface NamedLocality {
  readonly place: Place;
  readonly locality: string;
  readonly part?: 'key';
}

function judgeLocalities(judge: Judge, localities: readonly NamedLocality[]): void {
  const known: string[][] = [];
  for (const { place, locality, part } of localities) {
    const steps = splitLocality(locality);
    const stars = locality.split('*').length - 1;
    const problem =
      stars > 1 || (stars === 1 && !locality.endsWith('*'))
        ? ([
            'wildcard',
            `locality ${locality} wildcard '*' number can not exceed 1 and must be in the end`,
          ] as const)
        : steps.some((step) => step === '')
          ? ([
              'empty',
              `locality ${locality} must not contain empty region/zone/subzone info`,
            ] as const)
          : known.some((other) => overlaps(steps, other))
            ? (['overlap', `locality ${locality} overlap with previous specified ones`] as const)
            : null;
    if (problem !== null) {
      judge.refuse(place, problem[1], explain(problem[0], locality), part);
      return;
    }
    known.push(steps);
  }
}

function explain(problem: 'wildcard' | 'empty' | 'overlap', locality: string): string {
  switch (problem) {
    case 'wildcard':
      return `In ${quoted(locality)} there may be one "*", at the end.`;
    case 'empty':
      return `${quoted(locality)} leaves a part out. Write region/zone/sub-zone, as far as you know them.`;
    case 'overlap':
      return `${quoted(locality)} is in one that is named before already. Keep one of the two.`;
  }
}

function splitLocality(locality: string): string[] {
  const [region = '', zone, ...rest] = locality.split('/');
  return [
    region,
    ...(zone === undefined ? [] : [zone]),
    ...(rest.length > 0 ? [rest.join('/')] : []),
  ];
}

function overlaps(one: readonly string[], other: readonly string[]): boolean {
  const length = Math.min(one.length, other.length);
  for (let index = 0; index < length; index += 1) {
    if (one[index] === '*' || other[index] === '*') return true;
    if (one[index] !== other[index]) return false;
  }
  return true;
}

function judgeFailover(judge: Judge, entry: Place): void {
  const [from, to] = [textOf(at(entry, 'from')), textOf(at(entry, 'to'))];
  if (from === to)
    judge.refuse(
      at(entry, 'to'),
      'locality lb failover settings must specify different regions',
      'from and to are the same region. Write another region in to.',
    );
  if (`${from}${to}`.includes('/'))
    judge.refuse(
      entry,
      'locality lb failover only specify region',
      'Traffic fails over between regions. Write the region alone, without zone.',
    );
  if (`${from}${to}`.includes('*'))
    judge.refuse(
      entry,
      "locality lb failover region should not contain '*' wildcard",
      'There is no wildcard for regions here. Write each region.',
    );
}
