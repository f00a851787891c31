// The only door of the model. Every export is named here, grouped by stage.

// documents
export type { FieldPath } from './documents/field-path.ts';
export type {
  DocumentProblem,
  DocumentStatus,
  ManifestDocument,
} from './documents/manifest-document.ts';
// edits
export type { AddableKind, EditCommand, FieldValue } from './edits/edit-command.ts';
export type { EditPlan, PlanResult } from './edits/edit-plan.ts';
// graph
export type { Reference } from './graph/reference.ts';
export type {
  BindsEdge,
  DelegatesEdge,
  EdgeKind,
  ExposesEdge,
  GatewayNode,
  LoadBalancerNode,
  NodeId,
  NodeKind,
  NodeStatus,
  RoutesEdge,
  ServiceEntryNode,
  ServiceNode,
  Topology,
  TopologyEdge,
  TopologyNode,
  VirtualServiceNode,
} from './graph/topology.ts';
// layout
export { type MatchProtocol, type Phrase, phraseText } from './layout/describe-match.ts';
export { type EdgeLine, edgeAnchors, HEADER_ROW } from './layout/edge-anchors.ts';
export { handleY, measureNode } from './layout/measure-node.ts';
export type { NodeGeometry, Point, RowGeometry } from './layout/node-geometry.ts';
export type {
  CommandRow,
  CredentialRow,
  DestinationRow,
  HostsRow,
  MirrorRow,
  MoreRow,
  NodeRow,
  NoteAction,
  NoteRow,
  PortRow,
  RouteRow,
  ServerRow,
  SplitRow,
  SubsetRow,
  WorkloadsRow,
} from './layout/node-row.ts';
export { nodeRows } from './layout/node-rows.ts';
export { ROW_METRICS } from './layout/row-metrics.ts';
// resources
export {
  type AssumedGateway,
  type Assumptions,
  DEFAULT_ASSUMPTIONS,
} from './resources/assumptions.ts';
export type { Resource, ResourceId } from './resources/resource.ts';
// snapshot
export type { Snapshot } from './snapshot.ts';
// text
export type { TextEdit } from './text/text-edit.ts';
export type { TextRange } from './text/text-range.ts';
