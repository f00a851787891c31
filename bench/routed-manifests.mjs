/** One Gateway with as many VirtualServices, each with a host and a few routes of its own, a Service and subsets. */
export function routedManifests(size) {
  const documents = [
    'apiVersion: networking.istio.io/v1\nkind: Gateway\nmetadata: {name: public}\nspec:\n  selector: {istio: ingressgateway}\n  servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*"]}]\n',
  ];
  for (let i = 0; i < size; i += 1)
    documents.push(
      `apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: app-${i}}\nspec:\n  hosts: [app-${i}.example.com]\n  gateways: [public]\n  http:\n  - match: [{uri: {exact: /login}, method: {exact: POST}}]\n    route: [{destination: {host: app-${i}}}]\n  - match: [{uri: {regex: "/api/v[0-9]+/.*"}}, {headers: {x-user: {prefix: a}}}]\n    rewrite: {uri: /}\n    route: [{destination: {host: app-${i}, subset: v1}, weight: 90}, {destination: {host: app-${i}, subset: v2}, weight: 10}]\n  - route: [{destination: {host: app-${i}}}]\n`,
      `apiVersion: v1\nkind: Service\nmetadata: {name: app-${i}}\nspec: {selector: {app: app-${i}}, ports: [{name: http, port: 80, targetPort: 8080}]}\n`,
      `apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: app-${i}}\nspec: {host: app-${i}, subsets: [{name: v1, labels: {v: one}}, {name: v2, labels: {v: two}}]}\n`,
    );
  return documents.join('---\n');
}
