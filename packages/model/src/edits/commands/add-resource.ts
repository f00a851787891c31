import { whyNotNamespace } from '../../schema/values/name-rules.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { EditCommand } from '../edit-command.ts';
import { createEditDraft } from '../edit-draft.ts';
import type { PlanResult } from '../edit-plan.ts';
import { whyNotName } from '../manifests/resource-name.ts';
import { refuse } from '../result.ts';
import { manifestToAdd, nameToAdd } from './manifest-to-add.ts';

/** Adds a resource at the end of the text that joins up with what is there already. */
export function planAddResource(
  snapshot: Snapshot,
  command: Extract<EditCommand, { readonly kind: 'add-resource' }>,
): PlanResult {
  const { addKind } = command;
  const name = nameToAdd(snapshot, addKind, command);
  const reason =
    whyNotName(name.kind, name.base) ??
    (name.written === null ? null : whyNotNamespace(name.written));
  if (reason !== null) {
    return refuse(reason);
  }
  const draft = createEditDraft(snapshot);
  draft.append(manifestToAdd(snapshot, addKind, name));
  const isDrawn = addKind !== 'DestinationRule' && addKind !== 'Deployment';
  return draft.finish({
    label: `Add ${addKind} ${name.name}`,
    reveal: isDrawn ? `${addKind}/${name.namespace}/${name.name}` : null,
  });
}
