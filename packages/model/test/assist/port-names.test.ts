import { describe, expect, test } from 'vitest';
import { createAssistant } from '../../src/assist/assistant.ts';
import {
  applyTextEdits,
  buildSnapshot,
  loadFieldDictionary,
  planEdit,
  updateSnapshot,
} from '../../src/index.ts';
import { readCursor } from '../support/assist-at.ts';
import { joined } from '../support/short-manifest.ts';

const assistant = createAssistant(await loadFieldDictionary());

/** A Deployment with a port `web` and a probe that goes to it; its pods have the label app. */
function deployment(name: string, app = 'cart', namespace = 'default'): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}, namespace: ${namespace}}
spec:
  template:
    metadata: {labels: {app: ${app}}}
    spec:
      containers:
      - name: web
        ports:
        - {name: web, containerPort: 8080}
        readinessProbe:
          httpGet: {path: /, port: web}
`;
}

const SERVICE = `apiVersion: v1
kind: Service
metadata: {name: cart}
spec:
  selector: {app: cart}
  ports:
  - name: http
    port: 80
    targetPort: web
  - name: grpc
    port: 90
    targetPort: 9000
  - {name: more, port: 81, targetPort: web}
`;

const INGRESS = `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: cart}
spec:
  rules:
  - http:
      paths:
      - backend: {service: {name: cart, port: {name: http}}}
      - backend: {service: {name: other, port: {name: http}}}
`;

const WORLD = joined(
  SERVICE,
  INGRESS,
  deployment('one'),
  deployment('two'),
  deployment('else', 'orders'),
  deployment('far', 'cart', 'pay'),
);

/** The world with the cursor behind the first letter of `text`, which is found behind `after`. */
function at(after: string, text: string): string {
  const offset = WORLD.indexOf(text, WORLD.indexOf(after)) + 1;
  return `${WORLD.slice(0, offset)}|${WORLD.slice(offset)}`;
}

/** The numbers of the lines that are found, from 1. */
function linesOf(marked: string, find: 'definitions' | 'references'): readonly number[] {
  const { text, offset } = readCursor(marked);
  return assistant[find](buildSnapshot(text), offset).map(
    ({ start }) => text.slice(0, start).split('\n').length,
  );
}

/** The numbers of the lines that are other ones after a rename, and what was done. */
function renamed(marked: string): { readonly label: string; readonly lines: readonly number[] } {
  const { text, offset } = readCursor(marked);
  let snapshot = buildSnapshot(text);
  const renaming = assistant.renaming(snapshot, offset);
  let after = text;
  for (const command of renaming?.commands('front') ?? []) {
    const result = planEdit(snapshot, command);
    if (!result.ok) throw new Error(result.reason);
    after = applyTextEdits(after, result.plan.edits);
    snapshot = updateSnapshot(snapshot, result.plan.edits);
  }
  const before = text.split('\n');
  const lines = after
    .split('\n')
    .flatMap((line, index) => (line === before[index] ? [] : [index + 1]));
  return { label: renaming?.label('front') ?? '', lines };
}

function lineOf(after: string, text: string): number {
  return WORLD.slice(0, WORLD.indexOf(text, WORLD.indexOf(after))).split('\n').length;
}

const TARGET = lineOf('kind: Service', 'targetPort: web');
const MORE = lineOf('kind: Service', 'name: more');
const HTTP = lineOf('kind: Service', 'name: http');
const BACKEND = lineOf('kind: Ingress', 'name: http');
const [ONE, TWO] = ['one', 'two'].map((name) => ({
  port: lineOf(`{name: ${name},`, '{name: web,'),
  probe: lineOf(`{name: ${name},`, 'port: web}'),
}));

describe('[I25] names of ports', () => {
  test('lead from a targetPort and a probe to the ports of containers', () => {
    expect(linesOf(at('targetPort', 'web'), 'definitions')).toEqual([ONE?.port, TWO?.port]);
    expect(linesOf(at('httpGet: {path: /, port', 'web'), 'definitions')).toEqual([ONE?.port]);
    expect(linesOf(at('targetPort: 9', '9000'), 'definitions')).toEqual([]);
  });

  test('lead from an Ingress to the port of the Service, and back', () => {
    expect(linesOf(at('service: {name: cart, port: {name', 'http'), 'definitions')).toEqual([HTTP]);
    expect(linesOf(at('service: {name: other, port: {name', 'http'), 'definitions')).toEqual([]);
    expect(linesOf(at('ports:\n  - name', 'http'), 'references')).toEqual([HTTP, BACKEND]);
  });

  test('of a Service are renamed together with the Ingresses that go to it', () => {
    const expected = { label: 'Rename port http to front', lines: [HTTP, BACKEND] };
    expect(renamed(at('ports:\n  - name', 'http'))).toEqual(expected);
    expect(renamed(at('service: {name: cart, port: {name', 'http'))).toEqual(expected);
  });

  test('of a container are renamed with the Service, the probes, and all workloads that it goes to', () => {
    const lines = [TARGET, MORE, ONE?.port, ONE?.probe, TWO?.port, TWO?.probe];
    const expected = { label: 'Rename port web to front', lines };
    expect(renamed(at('- {name', 'web'))).toEqual(expected);
    expect(renamed(at('targetPort', 'web'))).toEqual(expected);
  });

  test('say which port it is', () => {
    const { text, offset } = readCursor(at('targetPort', 'web'));
    expect(assistant.hover(buildSnapshot(text), offset)?.parts).toEqual([
      'Port `web` of **Deployment one** in namespace `default`',
      'Port `web` of **Deployment two** in namespace `default`',
    ]);
  });
});
