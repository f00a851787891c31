// What the canvas is measured beside: React Flow as its documentation shows it, with default nodes
// and edges in the same places as the canvas has its own, and nothing else on the page.
import { buildSnapshot, layoutTopology } from '@portolan/model';
import { ReactFlow, ReactFlowProvider, useEdgesState, useNodesState } from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { createRoot } from 'react-dom/client';
import { generateMap } from '../generate-manifests.mjs';

const parameters = new URLSearchParams(location.search);
const { topology } = buildSnapshot(generateMap(Number(parameters.get('resources'))));
const places = layoutTopology(topology);

const initialNodes = topology.nodes.map(({ id, name }) => ({
  id,
  position: places.get(id) ?? { x: 0, y: 0 },
  data: { label: name },
  sourcePosition: 'right',
  targetPosition: 'left',
}));
const initialEdges = topology.edges.map(({ id, source, target }) => ({ id, source, target }));
const last = initialNodes.at(-1)?.id;
const options = { padding: 0.05 };

function PlainFlow() {
  const [nodes, setNodes, onNodesChange] = useNodesState(initialNodes);
  const [edges, , onEdgesChange] = useEdgesState(initialEdges);
  const type = (event) => {
    const label = event.target.value;
    setNodes((before) =>
      before.map((node) => (node.id === last ? { ...node, data: { label } } : node)),
    );
  };
  return (
    <>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        onNodesChange={onNodesChange}
        onEdgesChange={onEdgesChange}
        onInit={(flow) => {
          window.flow = flow;
        }}
        minZoom={0.002}
        fitView
        fitViewOptions={options}
      />
      <input aria-label="label" onChange={type} />
    </>
  );
}

createRoot(document.getElementById('root')).render(
  <ReactFlowProvider>
    <PlainFlow />
  </ReactFlowProvider>,
);
