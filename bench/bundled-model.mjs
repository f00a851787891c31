// What the measurements call: the model, the very js-yaml that it is built on, and the app's links.
export { loadAll } from '../packages/model/node_modules/js-yaml';
export {
  buildRequest,
  buildScene,
  buildSnapshot,
  createSnapshotDiagnoser,
  diagnoseSnapshot,
  drawScene,
  finish,
  layoutTopology,
  loadAssistant,
  loadRegexEngine,
  loadSchema,
  measureNode,
  placeNewNodes,
  snapshotText,
  toSvg,
  traceRequest,
  updateSnapshot,
} from '../packages/model/src/index.ts';
export { countCrossings } from '../packages/model/src/layout/placement/count-crossings.ts';
export { buildLayoutGraph } from '../packages/model/src/layout/placement/layout-graph.ts';
export { gatewayConfigs } from '../packages/model/src/snapshot-envoy.ts';
export { encodeLink } from '../web/src/sharing/sketch-link.ts';
