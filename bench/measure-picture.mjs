import { generateManifests } from './generate-manifests.mjs';
import { median, timed } from './statistics.mjs';

const RUNS = 7;
/** Of five generated manifests three are nodes. */
const RESOURCES_PER_NODE = 5 / 3;

/** Time from a topology of about so many nodes to its SVG, for the first time and again. */
export function measurePicture(model, nodes) {
  // An engine that has never drawn would be measured, and not the drawing.
  draw(model, ...placed(model, nodes / 10));
  const [topology, places] = placed(model, nodes);
  let svg = '';
  const first = timed(() => {
    svg = draw(model, topology, places);
  });
  const again = Array.from({ length: RUNS }, () => timed(() => draw(model, topology, places)));
  return {
    nodes: topology.nodes.length,
    edges: topology.edges.length,
    first,
    again: median(again),
    bytes: svg.length,
  };
}

function placed(model, nodes) {
  const { topology } = model.buildSnapshot(
    generateManifests(Math.round(nodes * RESOURCES_PER_NODE)),
  );
  return [topology, model.layoutTopology(topology)];
}

function draw(model, topology, places) {
  const drawing = model.drawScene(model.buildScene(topology, places), { title: 'bench' });
  return model.toSvg(drawing, { theme: 'light' });
}
