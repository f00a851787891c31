import { pairsOf } from '../../../graph/provided-slots.ts';
import type { Labels } from '../../../resources/resource.ts';
import { gatewaySelector } from '../../commands/assumed-gateway.ts';
import { writeAtFix } from '../fix-field.ts';
import type { Fixable, Fixer, QuickFix } from '../quick-fix.ts';
import { MOST_SUGGESTIONS } from './find-similar.ts';

/** A selector that selects nothing: the labels of what is there. */
export const fixSelector: Fixer = (fixable) => {
  const { details, kind } = fixable.resource;
  if (details.type === 'Gateway') return selectGateways(fixable);
  return kind === 'Sidecar' ? selectWorkloads(fixable) : [];
};

/** The labels of gateways that are there, as their installation names them. */
function selectGateways(fixable: Fixable): readonly QuickFix[] {
  const { snapshot } = fixable;
  const labels = [
    ...snapshot.resources.flatMap(({ details }) =>
      details.type === 'Workload' && details.podLabels.istio !== undefined
        ? [details.podLabels]
        : [],
    ),
    ...snapshot.assumptions.gateways.map((gateway) => gateway.labels),
  ];
  return choose(fixable, ['spec', 'selector'], labels.map(gatewaySelector));
}

/** The labels of the namespace's workloads, without those that many have. */
function selectWorkloads(fixable: Fixable): readonly QuickFix[] {
  const { snapshot, resource } = fixable;
  const labels = snapshot.resources.flatMap(({ details, namespace }) =>
    details.type === 'Workload' && namespace === resource.namespace ? [details.podLabels] : [],
  );
  return choose(fixable, ['spec', 'workloadSelector', 'labels'], labels.map(nameLabels));
}

function choose(
  fixable: Fixable,
  path: readonly string[],
  selectors: readonly Labels[],
): readonly QuickFix[] {
  const byText = new Map(selectors.map((selector) => [pairsOf(selector).join(', '), selector]));
  byText.delete('');
  return [...byText]
    .slice(0, MOST_SUGGESTIONS)
    .map(([text, selector]) => writeAtFix(fixable, path, selector, `Select the pods with ${text}`));
}

/** Labels that set versions of one thing apart, or are made by controllers. */
const PASSING = /^(?:version|pod-template-hash|controller-revision-hash)$/;

/** The labels by which pods are known, whichever version they are: `app` alone where they have it. */
export function nameLabels(labels: Labels): Labels {
  const { app } = labels;
  if (app !== undefined) return { app };
  return Object.fromEntries(Object.entries(labels).filter(([key]) => !PASSING.test(key)));
}
