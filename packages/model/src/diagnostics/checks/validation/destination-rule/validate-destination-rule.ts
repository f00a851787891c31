import { quoted } from '../../../../schema/values/quoted.ts';
import { type Judge, withoutWarnings } from '../judge.ts';
import { judgeWildcardHost } from '../parts/domain-name.ts';
import { judgeExportTo } from '../parts/export-to.ts';
import { judgeSelector } from '../parts/judge-selector.ts';
import { judgeLabels, judgeSubsetName } from '../parts/judge-values.ts';
import { at, isSet, itemsOf, type Place, readText } from '../place.ts';
import { judgeTrafficPolicy } from './judge-traffic-policy.ts';

/** All that Istio's validation says of a DestinationRule. */
export function validateDestinationRule(judge: Judge, manifest: Place): void {
  const spec = at(manifest, 'spec');
  judgeWildcardHost(judge, at(spec, 'host'));
  judgeTrafficPolicy(judge, at(spec, 'trafficPolicy'));
  judgeSubsets(judge, itemsOf(at(spec, 'subsets')));
  const selector = at(spec, 'workloadSelector');
  judgeExportTo(judge, at(spec, 'exportTo'), isSet(selector) ? 'rule-for-workloads' : 'common');
  judgeSelector(judge, selector, at(selector, 'matchLabels'));
}

function judgeSubsets(judge: Judge, subsets: readonly Place[]): void {
  const known = new Set<string>();
  for (const subset of subsets) {
    if (!isSet(subset)) {
      judge.refuse(subset, 'subset may not be null', 'Nothing is written for this subset.');
      continue;
    }
    const name = readText(at(subset, 'name'));
    if (name !== null && known.has(name))
      judge.refuse(
        at(subset, 'name'),
        `duplicate subset names: ${name}`,
        `Another subset is named ${quoted(name)} already. Give each its own name.`,
      );
    if (name !== null) known.add(name);
    judgeSubsetName(judge, at(subset, 'name'));
    judgeLabels(judge, at(subset, 'labels'));
    judgeTrafficPolicy(withoutWarnings(judge), at(subset, 'trafficPolicy'));
  }
}
