import { expect, test } from 'vitest';
import { buildSnapshot, parseDocument, planEdit } from '../../src/index.ts';
import { RUNS } from '../support/runs.ts';

import { commandsFor } from './commands-for.ts';
import { violationsOf } from './violations-of.ts';

const SHOP = `# Source: shop/templates/gateway.yaml
apiVersion: networking.istio.io/v1
kind: Gateway
metadata:
  name: gateway   # the door
spec:
  selector:
    istio: ingressgateway
  servers:
    # plain
    - port: {number: 80, name: http, protocol: HTTP}
      hosts: ["*.example.com"]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: 'shop' }
spec:
  hosts:
  - shop.example.com

  # by its short name
  gateways: [gateway]
  http:
  - match:
    - uri: { prefix: /cart }
    - uri: { exact: /basket }
    route:
    - destination: { host: cart, subset: v1 }
      weight: 90
    - destination: { host: orders, port: { number: 80 } }
      weight: 10
    mirror: { host: orders }
  - route: [{destination: {host: orders}}]
---
apiVersion: v1
kind: Service
metadata:
  name: cart
  labels:
    text: |+
      kept

spec:
  selector: {app: cart}
  ports:
  - port: 8080
---
apiVersion: v1
kind: Service
metadata: {name: orders}
spec: {ports: [{port: 80}]}
`;

const JSON_GATEWAY =
  '{"apiVersion": "v1", "kind": "Service", "metadata": {"name": "cart"}, "spec": {"ports": [{"port": 80}]}}';

const ANCHORS = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: &meta
  name: &name shop
  labels: {app: *name}
spec:
  hosts: &hosts [shop.example.com]
  http:
  - name: first
    match: [{uri: {prefix: /a}}]
    route: &route
    - destination: &cart {host: cart}
  - name: second
    match:
    - authority: {exact: shop.example.com}
    route: *route
  - route:
    - destination:
        <<: *cart
        port: {number: 80}
---
apiVersion: v1
kind: Service
metadata: {name: cart}
spec:
  selector: &labels {app: cart}
  ports: [{port: &port 80, targetPort: *port}]
`;

const MOST = RUNS >= 10_000 ? 60 : 15;

function listOf(text: string): string {
  const items = text.split(/^---\n/m).map((document) => {
    const [first = '', ...rest] = document.replace(/^# Source.*\n/, '').split('\n');
    return `- ${first}\n${rest.map((line) => (line === '' ? '' : `  ${line}`)).join('\n')}`;
  });
  return `apiVersion: v1\nkind: List\nitems:\n${items.join('')}`;
}

function jsonOf(text: string, indent: number): string {
  const documents = text.split(/^---\n/m).map((one) => parseDocument(one).value);
  return documents.map((value) => JSON.stringify(value, null, indent)).join('\n---\n');
}

const NASTY: readonly (readonly [name: string, text: string])[] = [
  ['as it is', SHOP],
  ['CRLF', SHOP.replaceAll('\n', '\r\n')],
  ['lone CR', SHOP.replaceAll('\n', '\r')],
  ['byte order mark', `\ufeff${SHOP}`],
  ['no last line ending', SHOP.trimEnd()],
  ['tabs behind values', SHOP.replace(/^( *[a-z]+: .*[^|+\n])$/gm, '$1\t')],
  ['directives and end markers', `%YAML 1.1\n---\n${SHOP.replaceAll('---\n', '...\n---\n')}...\n`],
  ['empty and comment-only documents', `---\n# nothing\n---\n---\n${SHOP}---\n# end`],
  ['a List', listOf(SHOP)],
  ['a List with CRLF', listOf(SHOP).replaceAll('\n', '\r\n')],
  ['JSON', jsonOf(SHOP, 2)],
  ['JSON on one line', jsonOf(SHOP, 0)],
  ['JSON beside YAML', `${JSON_GATEWAY}\n---\n${SHOP}`],
  ['anchors', ANCHORS],
  ['anchors in a List', listOf(ANCHORS)],
  ['a Helm template between', `${SHOP}---\nkind: {{ .Values.kind }}\nmetadata: {name: x}\n`],
  ['a broken document between', `${SHOP}---\nkind: Service\nmetadata: [name\n---\n${ANCHORS}`],
  ['emoji', SHOP.replace('the door', '🚪 the door 🚪').replace('/basket', '/🧺')],
];

test.each(NASTY)('[E1] every command on every place of a text with %s', (_, text) => {
  const snapshot = buildSnapshot(text);
  const violations: string[] = [];
  let planned = 0;
  for (const command of commandsFor(snapshot, MOST)) {
    const result = planEdit(snapshot, command);
    if (!result.ok) {
      expect(result.reason.length).toBeGreaterThan(20);
    } else {
      planned++;
      const found = violationsOf(snapshot, text, command, result.plan);
      violations.push(...found.map((one) => `${one}: ${JSON.stringify(command)}`));
    }
  }
  expect(violations).toEqual([]);
  expect(planned).toBeGreaterThan(20);
});
