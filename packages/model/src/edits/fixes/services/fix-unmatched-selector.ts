import { pairsOf } from '../../../graph/provided-slots.ts';
import type { Labels } from '../../../resources/resource.ts';
import { findResource } from '../../../snapshot-lookup.ts';
import { setField } from '../fix-field.ts';
import type { Fixer } from '../quick-fix.ts';
import { nameLabels } from '../references/fix-selector.ts';

/** A Service that selects nothing: the labels of the workload that is meant, or its namespace. */
export const fixUnmatchedSelector: Fixer = ({ snapshot, diagnostic, resource }) => {
  const workload = findResource(snapshot, String(diagnostic.data.workload));
  const { details } = resource;
  if (workload?.details.type !== 'Workload' || details.type !== 'Service') return [];
  const { podLabels } = workload.details;
  const { selector } = details;
  if (workload.namespace !== resource.namespace)
    return [
      {
        title: `Move the Service to the namespace ${workload.namespace}`,
        commands: [
          {
            kind: 'rename-resource',
            resource: resource.id,
            name: resource.name,
            namespace: workload.namespace,
          },
        ],
      },
    ];
  const wanted = selectorFor(selector ?? {}, podLabels);
  if (Object.keys(wanted).length === 0) return [];
  return [
    {
      title: `Select the pods of ${workload.name} (${pairsOf(wanted).join(', ')})`,
      commands: [setField(resource.id, ['spec', 'selector'], wanted)],
    },
  ];
};

/** The keys that are asked for and the pods have, with the values of the pods; else what the pods are known by. */
function selectorFor(selector: Labels, podLabels: Labels): Labels {
  const shared = Object.keys(selector).flatMap((key) => {
    const value = podLabels[key];
    return value === undefined ? [] : [[key, value] as const];
  });
  return shared.length > 0 ? Object.fromEntries(shared) : nameLabels(podLabels);
}
