import type { Snapshot } from '../snapshot.ts';
import { planAddCanary } from './commands/add-canary.ts';
import { planAddConnected } from './commands/add-connected.ts';
import { planAddManifests } from './commands/add-manifests.ts';
import { planAddResource } from './commands/add-resource.ts';
import { planAddRoute } from './commands/add-route.ts';
import { planFieldChange } from './commands/change-field.ts';
import { planCleanUp } from './commands/clean-up.ts';
import { planConnect } from './commands/connect.ts';
import { planDeleteResource } from './commands/delete-resource.ts';
import { planDisconnect } from './commands/disconnect.ts';
import { planDuplicateItem } from './commands/duplicate-item.ts';
import { planDuplicateResource } from './commands/duplicate-resource.ts';
import { planMergeRoutes } from './commands/merge-routes.ts';
import { planMergeVirtualServices } from './commands/merge-virtual-services.ts';
import { planNewIngress } from './commands/new-ingress.ts';
import { planReconnect } from './commands/reconnect.ts';
import { planRenameResource } from './commands/rename-resource.ts';
import { planSecureGateway } from './commands/secure-gateway.ts';
import { planSetWeights } from './commands/set-weights.ts';
import { planSplitRoute } from './commands/split-route.ts';
import { planWriteNode } from './commands/write-node.ts';
import type { EditCommand } from './edit-command.ts';
import type { PlanResult } from './edit-plan.ts';
import { planFormat } from './format/plan-format.ts';

type Planners = {
  readonly [Kind in EditCommand['kind']]: (
    snapshot: Snapshot,
    command: Extract<EditCommand, { readonly kind: Kind }>,
  ) => PlanResult;
};

const PLANNERS: Planners = {
  set: planFieldChange,
  insert: planFieldChange,
  move: planFieldChange,
  remove: planFieldChange,
  'rename-key': planFieldChange,
  'add-resource': planAddResource,
  'add-connected': planAddConnected,
  'add-manifests': planAddManifests,
  'new-ingress': planNewIngress,
  'secure-gateway': planSecureGateway,
  'add-route': planAddRoute,
  'split-route': planSplitRoute,
  'merge-routes': planMergeRoutes,
  'merge-virtual-services': planMergeVirtualServices,
  'add-canary': planAddCanary,
  'set-weights': planSetWeights,
  'duplicate-item': planDuplicateItem,
  'clean-up': planCleanUp,
  format: planFormat,
  'write-node': planWriteNode,
  'delete-resource': planDeleteResource,
  'rename-resource': planRenameResource,
  'duplicate-resource': planDuplicateResource,
  connect: planConnect,
  reconnect: planReconnect,
  disconnect: planDisconnect,
};

/**
 * What to write for a command: minimal edits that change only the lines that it is about, proved to
 * give a text with exactly the intended content; or why it cannot be done.
 */
export function planEdit(snapshot: Snapshot, command: EditCommand): PlanResult {
  const plan = PLANNERS[command.kind] as (snapshot: Snapshot, command: EditCommand) => PlanResult;
  return plan(snapshot, command);
}
