import type { Snapshot } from '../../snapshot.ts';
import type { EditCommand } from '../edit-command.ts';
import { createEditDraft } from '../edit-draft.ts';
import type { PlanResult } from '../edit-plan.ts';
import type { FieldOperation } from '../fields/field-operation.ts';
import { valueAt } from '../fields/field-operation.ts';
import { refuse } from '../result.ts';
import { findRoute } from './virtual-service-route.ts';

/**
 * Makes a route of each match block of a route, one behind the other in the blocks' order. The same
 * requests go the same way as before: blocks of one route are alternatives.
 */
export function planSplitRoute(
  snapshot: Snapshot,
  command: Extract<EditCommand, { readonly kind: 'split-route' }>,
): PlanResult {
  const found = findRoute(snapshot, command.resource, command.route);
  if (!found.ok) {
    return found;
  }
  const { resource, path } = found.value;
  const { protocol, index } = command.route;
  const blocks = valueAt(resource.value, [...path, 'match']);
  const count = Array.isArray(blocks) ? blocks.length : 0;
  if (count < 2) {
    return refuse(
      'This route has no two conditions to split it by. Add a match to it, or duplicate the route.',
    );
  }
  const list = ['spec', protocol];
  const copies = Array.from(
    { length: count - 1 },
    (): FieldOperation => ({ kind: 'copy', path: list, index }),
  );
  const cuts = Array.from({ length: count }, (_, kept) =>
    blocksBut(kept, count).map(
      (block): FieldOperation => ({
        kind: 'remove',
        path: [...list, index + kept, 'match', block],
      }),
    ),
  );
  const draft = createEditDraft(snapshot);
  draft.change(resource, [...copies, ...cuts.flat()]);
  return draft.finish({
    label: `Split a route of ${resource.name} into ${count}`,
    reveal: resource.id,
  });
}

/** All indexes but one, the last first, so that the places of the others stay right. */
function blocksBut(kept: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, block) => count - 1 - block).filter(
    (block) => block !== kept,
  );
}
