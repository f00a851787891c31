// The only door of the model: every export, grouped by stage. Of files of types alone, all are.

// assist
export type { Assistant } from './assist/assistant.ts';
export type { Suggestion, TabStop } from './assist/completion/suggestion.ts';
export { loadAssistant } from './assist/load-assistant.ts';
export type { ResourceSymbol, TextSymbol } from './assist/symbols/list-symbols.ts';
export {
  type Code,
  entryOf,
  isCode,
  listCodes,
} from './diagnostics/codes/catalogue.ts';
export type {
  Certainty,
  Diagnostic,
  DiagnosticData,
  DiagnosticPlace,
  RelatedPlace,
  Severity,
} from './diagnostics/diagnostic.ts';
export type { Schema } from './diagnostics/engine/check.ts';
export { analyzeAsIstioctl } from './diagnostics/istioctl/analyze-as-istioctl.ts';
export { printAsIstioctl } from './diagnostics/istioctl/print-as-istioctl.ts';
export { loadSchema } from './diagnostics/load-schema.ts';
export { rangeOfDiagnostic } from './diagnostics/range-of-diagnostic.ts';
export { isMuted, muteEntry } from './diagnostics/shown-diagnostics.ts';

// documents
export { buildDocuments } from './documents/build-documents.ts';
export type { DocumentBlock, DocumentSplice, Documents } from './documents/document-blocks.ts';
export { type FieldPath, formatFieldPath } from './documents/field-path.ts';
export { pathAtOffset, rangeOfPath } from './documents/find-node.ts';
export { formatScalar } from './documents/format-scalar.ts';
export type {
  DocumentProblem,
  DocumentStatus,
  ManifestDocument,
} from './documents/manifest-document.ts';
export { commentsOf, type NodeComments } from './documents/node-comments.ts';
export { parseDocument } from './documents/parse-document.ts';
export { type DocumentSlice, splitDocuments } from './documents/split-documents.ts';
export { treeOf } from './documents/tree-of.ts';
export { type DocumentsUpdate, updateDocuments } from './documents/update-documents.ts';
export type * from './documents/yaml-node.ts';
export type { ChangeScope } from './edits/change-scope.ts';
// edits
export { type ConnectedSide, fittingKinds } from './edits/commands/add-connected.ts';
export { findClusterFields } from './edits/commands/clean-up.ts';
export { checkConnection } from './edits/commands/connect.ts';
export { whyNotHost } from './edits/commands/new-ingress.ts';
export { checkReconnection } from './edits/commands/reconnect.ts';
export { toWeights } from './edits/commands/route-weights.ts';
export type {
  AddableKind,
  EditCommand,
  FieldCommand,
  FieldValue,
  RoutePlace,
  RouteProtocol,
} from './edits/edit-command.ts';
export type { EditPlan, PlanResult } from './edits/edit-plan.ts';
export { valueAt } from './edits/fields/field-operation.ts';
export { findSharedField, type SharedField } from './edits/fields/find-shared-field.ts';
export { findFixes, hasFix, planFix, previewFix } from './edits/fixes/find-fixes.ts';
export {
  type FixAll,
  type FixScope,
  type LeftFinding,
  planFixAll,
} from './edits/fixes/fix-all.ts';
export type { QuickFix } from './edits/fixes/quick-fix.ts';
export { whyNotName } from './edits/manifests/resource-name.ts';
export { planEdit } from './edits/plan-edit.ts';
export {
  planSecretRemoval,
  type SecretRemoval,
} from './edits/secrets/plan-secret-removal.ts';
export { dumpCluster } from './envoy/dump/dump-cluster.ts';
export { dumpBeginning, dumpGateway } from './envoy/dump/dump-gateway.ts';
export { dumpFilterChain, dumpListener } from './envoy/dump/dump-listener.ts';
export { dumpRoute, dumpRouteConfig, dumpVirtualHost } from './envoy/dump/dump-route.ts';
export type { JsonObject, JsonValue } from './envoy/dump/json-value.ts';
export type { EffectiveRow, EffectiveTable } from './envoy/effective-routes.ts';
export type * from './envoy/gateway-config.ts';
export type * from './envoy/route-config.ts';
export { coverRoutes } from './envoy/route-coverage.ts';
// envoy
export { actionText, matchText } from './envoy/route-text.ts';
export {
  type BuiltRequest,
  buildRequest,
  type RequestParts,
} from './envoy/trace/requests/build-request.ts';
export { type ParsedCurl, parseCurl } from './envoy/trace/requests/parse-curl.ts';
export { type SentPart, sendMany } from './envoy/trace/send-many.ts';
export {
  type Expectation,
  endingWords,
  expectationOf,
  expectedFields,
  findMismatches,
  type Mismatch,
} from './envoy/trace/suite/expectation.ts';
export {
  actualShares,
  type ExpectedShares,
  isExpectedShares,
  parseShares,
  sayShares,
} from './envoy/trace/suite/expected-shares.ts';
export { parseSuite } from './envoy/trace/suite/parse-suite.ts';
export { type ReadSuite, readSuite, type SavedRequest } from './envoy/trace/suite/read-suite.ts';
export { suiteEntry, writeSuite } from './envoy/trace/suite/write-suite.ts';
export type * from './envoy/trace/trace.ts';
export type { TraceProtocol, TraceRequest } from './envoy/trace/trace-request.ts';
// exports
export { orderForApply } from './exports/apply-order.ts';
export { applyCommand } from './exports/heredoc.ts';
export { drawMermaid } from './exports/mermaid.ts';
export { resourceText } from './exports/resource-text.ts';
export { drawRoutesTable } from './exports/routes-table.ts';
export { type ExportedFile, splitIntoFiles } from './exports/split-files.ts';
// graph
export type { Reference } from './graph/reference.ts';
export type * from './graph/topology.ts';
// layout
export { describeEdge } from './layout/describe-edge.ts';
export {
  type Drawing,
  type DrawingOptions,
  drawScene,
  pickScene,
} from './layout/drawing/draw-scene.ts';
export { KIND_ICONS } from './layout/drawing/icons.ts';
export {
  PICTURE_COLORS,
  type PictureColors,
  type PictureTheme,
} from './layout/drawing/picture-colors.ts';
export type {
  Shape,
  Stroke,
  TextRun,
  TextShape,
} from './layout/drawing/shape.ts';
export { type SvgOptions, toSvg } from './layout/drawing/to-svg.ts';
export { type EdgeLine, edgeAnchors, HEADER_ROW } from './layout/edge-anchors.ts';
export { layoutPart } from './layout/layout-part.ts';
export { layoutTopology, layoutTopologyInSlices } from './layout/layout-topology.ts';
export { measureNode } from './layout/measure-node.ts';
export {
  type Folding,
  measureWith,
  NOTHING_FOLDED,
} from './layout/namespaces/folding.ts';
export {
  layoutNamespaces,
  layoutNamespacesInSlices,
  packNamespaces,
} from './layout/namespaces/layout-namespaces.ts';
export { makeRoom } from './layout/namespaces/make-room.ts';
export {
  type NamespaceFrame,
  namespaceFrames,
} from './layout/namespaces/namespace-frames.ts';
export { FRAME_GAP } from './layout/namespaces/place-frames.ts';
export { placeNewInNamespaces } from './layout/namespaces/place-new-in-namespaces.ts';
export type { NodeGeometry, Point, RowGeometry } from './layout/node-geometry.ts';
export { LEAST_NOTE, NOTE_COLORS, type Note, type NoteColor } from './layout/note.ts';
export { placeNewNodes } from './layout/place-new-nodes.ts';
export { describeAbsence } from './layout/rows/describe-absence.ts';
export {
  describeMatch,
  type Phrase,
  phraseText,
} from './layout/rows/describe-match.ts';
export { describeRoute, describeRouteOf, describeServer } from './layout/rows/describe-route.ts';
export {
  kindLabel,
  type NodeHeader,
  nodeHeader,
  STALE_TEXT,
} from './layout/rows/node-header.ts';
export type * from './layout/rows/node-row.ts';
export { nodeRows } from './layout/rows/node-rows.ts';
export { ROW_METRICS } from './layout/rows/row-metrics.ts';
export { rowOfField } from './layout/rows/row-of-field.ts';
export {
  type Curve,
  curveBetween,
  curveBounds,
  curvePath,
  distanceToCurve,
  gripPoints,
  mayRunThrough,
  middleOfCurve,
  pointOnCurve,
} from './layout/scene/curve.ts';
export {
  boundsOf,
  containsPoint,
  growRect,
  intersects,
  type Rect,
  rectBetween,
} from './layout/scene/rect.ts';
export type { SceneBundle, SceneStub } from './layout/scene/reduce-edges.ts';
export {
  buildScene,
  columnOf,
  isFolded,
  type Places,
  prepareScene,
  type Scene,
  type SceneEdge,
  type SceneLine,
  type SceneLook,
  type SceneNode,
  sceneAreas,
} from './layout/scene/scene.ts';
export { type Assumable, assume, describeAssumable } from './resources/assumable.ts';
// resources
export {
  type AssumedGateway,
  type AssumedGatewayService,
  type Assumptions,
  DEFAULT_ASSUMPTIONS,
} from './resources/assumptions.ts';
export { resolveGatewayName } from './resources/gateway-name.ts';
export { gatewayOfHelm, ISTIOCTL_GATEWAY } from './resources/gateway-presets.ts';
export { matchesSelector } from './resources/match-selector.ts';
export {
  parseAssumptions,
  type ReadAssumptions,
  readAssumptions,
} from './resources/read-assumptions.ts';
export type { Labels, Resource, ResourceDetails, ResourceId } from './resources/resource.ts';
export { writeAssumptions } from './resources/write-assumptions.ts';
// schema
export { checkKey, checkValue, isSecret, type ValueProblem } from './schema/check-value.ts';
export type { Field, FieldChoice, FieldType } from './schema/field.ts';
export {
  type FieldDictionary,
  findRootField,
  type GroupVersionKind,
  knownKinds,
  knownVersions,
  loadFieldDictionary,
} from './schema/field-dictionary.ts';
export { findField } from './schema/find-field.ts';
export { type FieldSuggestion, suggestFields } from './schema/suggest-fields.ts';
export { findOddAssumptions, whyNotAssumed } from './schema/values/assumption-rules.ts';
export { whyNotNamespace, whyNotServiceName } from './schema/values/name-rules.ts';
export { loadRegexEngine, type RegexEngine } from './schema/values/regex-engine.ts';
export { loadRegexCheck, type RegexCheck } from './schema/values/regex-rules.ts';
export { walkFields } from './schema/walk-fields.ts';
// snapshot
export {
  buildSnapshot,
  buildSnapshotInSlices,
  changeAssumptions,
  type Snapshot,
  updateSnapshot,
} from './snapshot.ts';
// diagnostics
export { createSnapshotDiagnoser, diagnoseSnapshot } from './snapshot-diagnoser.ts';
export {
  type Diagnosis,
  listDiagnostics,
  listShown,
  loadSnapshotDiagnoser,
  placeOfDiagnostic,
  type SnapshotDiagnoser,
} from './snapshot-diagnosis.ts';
export { gatewayConfigsInSlices } from './snapshot-envoy.ts';
export {
  documentAt,
  edgesOf,
  findEdge,
  findResource,
  findTopologyNode,
  problemsOf,
  rangeOf,
  referencesOf,
  referencesTo,
  resourceAt,
  type SnapshotProblem,
  snapshotText,
} from './snapshot-lookup.ts';
export {
  effectiveTables,
  effectiveTablesInSlices,
  type RequestForRoute,
  requestForRoute,
  requestForRow,
  requestsForRoutes,
  requestsForRoutesInSlices,
} from './snapshot-routes.ts';
export {
  changedOutcomes,
  changedOutcomesInSlices,
  type OutcomeChange,
  runSuite,
  type SuiteResult,
} from './snapshot-suite.ts';
export { traceRequest } from './snapshot-trace.ts';
// text
export { createLineIndex, type LineIndex, type TextPosition } from './text/line-index.ts';
export { finish, type Progress, type Slices } from './text/slices.ts';
export { applyTextEdits, invertTextEdits, type TextEdit } from './text/text-edit.ts';
export type { TextRange } from './text/text-range.ts';
