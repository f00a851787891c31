import { buildScene, buildSnapshot, type NodeId, type Point, type Scene } from '@portolan/model';

/** For tests: so many VirtualServices, each with a Service, ten rows to a pair of columns. */
export function gridScene(nodes: number): Scene {
  const apps = Array.from({ length: Math.floor(nodes / 2) }, (_, index) => index);
  const { topology } = buildSnapshot(apps.map(manifestsOf).join('---\n'));
  const places = new Map<NodeId, Point>();
  for (const { id, kind, name } of topology.nodes) {
    const index = Number(name.slice(name.lastIndexOf('-') + 1));
    const left = Math.floor(index / 10) * 800;
    places.set(id, { x: left + (kind === 'Service' ? 400 : 0), y: (index % 10) * 300 });
  }
  return buildScene(topology, places);
}

function manifestsOf(index: number): string {
  return `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: app-${index}}
spec:
  hosts: [app-${index}.example.com]
  gateways: []
  http: [{route: [{destination: {host: svc-${index}}}]}]
---
apiVersion: v1
kind: Service
metadata: {name: svc-${index}}
spec: {selector: {app: app-${index}}, ports: [{name: http, port: 80}]}
`;
}
