import type { NodeId, NodeKind, TopologyNode } from '../../graph/topology.ts';
import type { Snapshot } from '../../snapshot.ts';
import { findTopologyNode } from '../../snapshot-lookup.ts';
import type { AddableKind, EditCommand } from '../edit-command.ts';
import { createEditDraft } from '../edit-draft.ts';
import type { PlanResult } from '../edit-plan.ts';
import { refuse } from '../result.ts';
import { addDeploymentBehind, addDestinationRuleFor } from './additions/add-companion.ts';
import { addGatewayBefore, addGatewayBehind } from './additions/add-gateway.ts';
import { addLoadBalancerBefore } from './additions/add-load-balancer.ts';
import { addServiceBehind, addServiceEntryBehind } from './additions/add-service.ts';
import {
  addDelegate,
  addVirtualServiceBefore,
  addVirtualServiceBehind,
} from './additions/add-virtual-service.ts';
import type { Adder } from './additions/addition.ts';
import { planWriteNode } from './write-node.ts';

/** On which side of a node something new is put: traffic comes from before it and goes on behind it. */
export type ConnectedSide = 'before' | 'behind';

interface Fit {
  readonly side: ConnectedSide;
  readonly add: Adder<never>;
}

/** What can be put before and behind each kind of node, the most usual first. */
const FITS: Readonly<Record<NodeKind, Partial<Record<AddableKind, Fit>>>> = {
  LoadBalancer: { Gateway: { side: 'behind', add: addGatewayBehind } },
  Gateway: {
    VirtualService: { side: 'behind', add: addVirtualServiceBehind },
    LoadBalancer: { side: 'before', add: addLoadBalancerBefore },
  },
  VirtualService: {
    Service: { side: 'behind', add: addServiceBehind },
    ServiceEntry: { side: 'behind', add: addServiceEntryBehind },
    VirtualService: { side: 'behind', add: addDelegate },
    Gateway: { side: 'before', add: addGatewayBefore },
  },
  Service: {
    Deployment: { side: 'behind', add: addDeploymentBehind },
    DestinationRule: { side: 'behind', add: addDestinationRuleFor },
    VirtualService: { side: 'before', add: addVirtualServiceBefore },
  },
  ServiceEntry: {
    DestinationRule: { side: 'behind', add: addDestinationRuleFor },
    VirtualService: { side: 'before', add: addVirtualServiceBefore },
  },
};

/** The kinds that can be added on this side of a node of this kind, the most usual first. */
export function fittingKinds(kind: NodeKind, side: ConnectedSide): readonly AddableKind[] {
  return Object.entries(FITS[kind]).flatMap(([addKind, fit]) =>
    fit.side === side ? [addKind as AddableKind] : [],
  );
}

/** Adds a resource that is right for the node it is connected to, and connects the two. */
export function planAddConnected(
  snapshot: Snapshot,
  command: Extract<EditCommand, { readonly kind: 'add-connected' }>,
): PlanResult {
  const node = findTopologyNode(snapshot, command.node);
  if (node === undefined) {
    return refuse('This node is not there any more.');
  }
  const fit = FITS[node.kind][command.addKind];
  if (fit === undefined) {
    return refuse(`A ${command.addKind} cannot be connected to a ${node.kind}.`);
  }
  const add = fit.add as Adder<TopologyNode>;
  const addition = add(snapshot, node, command);
  if (!addition.ok) {
    return addition;
  }
  if ('unwritten' in addition.value) {
    return planWriteNode(snapshot, { kind: 'write-node', node: addition.value.unwritten });
  }
  const { name, manifest, changes, reveal } = addition.value;
  const draft = createEditDraft(snapshot);
  draft.changeAll(changes);
  draft.append(manifest);
  return draft.finish({ label: labelFor(command.addKind, name, fit.side, node.id), reveal });
}

function labelFor(kind: AddableKind, name: string, side: ConnectedSide, node: NodeId): string {
  const other = node.split('/').slice(2).join('/');
  return `Add ${kind} ${name} ${side === 'before' ? 'in front of' : 'behind'} ${other}`;
}
