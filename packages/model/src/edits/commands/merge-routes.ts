import type { Snapshot } from '../../snapshot.ts';
import type { EditCommand, FieldValue } from '../edit-command.ts';
import { createEditDraft } from '../edit-draft.ts';
import type { PlanResult } from '../edit-plan.ts';
import type { FieldOperation } from '../fields/field-operation.ts';
import { isRecord, valueAt } from '../fields/field-operation.ts';
import { isEqualValue } from '../fields/is-equal-value.ts';
import { refuse } from '../result.ts';
import { findRoute } from './virtual-service-route.ts';

/**
 * Makes one route of a route and the one behind it, where both do the same with what they match. The
 * match blocks of the second join those of the first; where one of the two takes every request, so
 * does the merged one. The same requests go the same way as before.
 */
export function planMergeRoutes(
  snapshot: Snapshot,
  command: Extract<EditCommand, { readonly kind: 'merge-routes' }>,
): PlanResult {
  const { protocol, index } = command.route;
  const first = findRoute(snapshot, command.resource, command.route);
  if (!first.ok) {
    return first;
  }
  const next = findRoute(snapshot, command.resource, { protocol, index: index + 1 });
  if (!next.ok) {
    return refuse('There is no route behind this one to merge it with.');
  }
  const { resource, path } = first.value;
  const value = valueAt(resource.value, path);
  const nextValue = valueAt(resource.value, next.value.path);
  if (!isEqualValue(actionOf(value), actionOf(nextValue))) {
    return refuse(
      'These two routes do different things with what they match, so they cannot be one. Give them the same destinations and settings first.',
    );
  }
  const draft = createEditDraft(snapshot);
  draft.change(resource, [
    ...joinMatches([...path, 'match'], blocksOf(value), blocksOf(nextValue)),
    { kind: 'remove', path: next.value.path },
  ]);
  return draft.finish({ label: `Merge two routes of ${resource.name}`, reveal: resource.id });
}

function joinMatches(
  path: readonly (string | number)[],
  blocks: readonly FieldValue[],
  nextBlocks: readonly FieldValue[],
): readonly FieldOperation[] {
  if (blocks.length === 0) {
    return [];
  }
  if (nextBlocks.length === 0) {
    return [{ kind: 'remove', path }];
  }
  const fresh = nextBlocks.filter((block) => !blocks.some((one) => isEqualValue(one, block)));
  return fresh.map((value, place) => ({
    kind: 'insert',
    path,
    index: blocks.length + place,
    value,
  }));
}

/** What a route does: all of it but what it matches and what it is called. */
function actionOf(route: unknown): unknown {
  if (!isRecord(route)) {
    return route;
  }
  return Object.fromEntries(
    Object.entries(route).filter(([key]) => key !== 'match' && key !== 'name'),
  );
}

function blocksOf(route: unknown): readonly FieldValue[] {
  const match = valueAt(route, ['match']);
  return Array.isArray(match) ? match : [];
}
