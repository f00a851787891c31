import { describe, expect, test } from 'vitest';
import { createAssistant } from '../../src/assist/assistant.ts';
import {
  applyTextEdits,
  buildSnapshot,
  type EditCommand,
  loadFieldDictionary,
  planEdit,
  updateSnapshot,
} from '../../src/index.ts';
import { readCursor } from '../support/assist-at.ts';
import { joined, manifest, virtualService } from '../support/short-manifest.ts';

const assistant = createAssistant(await loadFieldDictionary());

const WORLD = joined(
  manifest(
    'Gateway',
    'name: web',
    '  selector: {istio: ingressgateway}\n  servers:\n  - hosts: ["*"]\n    port: {number: 80, name: http, protocol: HTTP}\n    tls: {credentialName: cert}\n',
  ),
  'apiVersion: v1\nkind: Secret\nmetadata: {name: cert, namespace: istio-system}\n',
  manifest(
    'Service',
    'name: cart',
    '  selector: {app: cart}\n  ports: [{name: http, port: 80}, {name: grpc, port: 9000}]\n',
  ),
  manifest(
    'DestinationRule',
    'name: cart',
    '  host: cart\n  subsets: [{name: v1, labels: {version: v1}}, {name: v2}]\n',
  ),
  virtualService(
    '  hosts: [a.example.com]\n  gateways: [web]\n  http:\n  - route:\n    - destination:\n        host: cart\n        subset: v1\n        port: {number: 9000}\n',
  ),
);

/** The world with the cursor in the middle of `text`, which is found behind `after`. */
function at(after: string, text: string): string {
  const offset = WORLD.indexOf(text, WORLD.indexOf(after)) + 1;
  return `${WORLD.slice(0, offset)}|${WORLD.slice(offset)}`;
}

/** The lines in which what is found stands. */
function linesOf(marked: string, find: 'definitions' | 'references'): readonly string[] {
  const { text, offset } = readCursor(marked);
  return assistant[find](buildSnapshot(text), offset).map(({ start, end }) => {
    const line = text.slice(text.lastIndexOf('\n', start) + 1, text.indexOf('\n', start));
    return `${text.slice(start, end)} in ${line.trim()}`;
  });
}

function hoverAt(marked: string): string {
  const { text, offset } = readCursor(marked);
  return assistant.hover(buildSnapshot(text), offset)?.parts.join('\n') ?? '';
}

function renameAt(marked: string, name: string): string {
  const { text, offset } = readCursor(marked);
  const renaming = assistant.renaming(buildSnapshot(text), offset);
  if (renaming === null) return 'nothing';
  return renaming.commands(name).reduce(
    (state, command: EditCommand) => {
      const result = planEdit(state.snapshot, command);
      if (!result.ok) throw new Error(result.reason);
      const { edits } = result.plan;
      return {
        snapshot: updateSnapshot(state.snapshot, edits),
        text: applyTextEdits(state.text, edits),
      };
    },
    { snapshot: buildSnapshot(text), text },
  ).text;
}

describe('places', () => {
  test('[I20] a name leads to what has it', () => {
    expect(linesOf(at('gateways: [', 'web'), 'definitions')).toEqual([
      'web in metadata: {name: web}',
    ]);
    expect(linesOf(at('destination:', 'cart'), 'definitions')).toEqual([
      'cart in metadata: {name: cart}',
    ]);
    expect(linesOf(at('subset: ', 'v1'), 'definitions')).toEqual([
      'v1 in subsets: [{name: v1, labels: {version: v1}}, {name: v2}]',
    ]);
    expect(linesOf(at('port: {number: 9', '000'), 'definitions')).toEqual([
      '9000 in ports: [{name: http, port: 80}, {name: grpc, port: 9000}]',
    ]);
    expect(linesOf(at('credentialName: ', 'cert'), 'definitions')).toEqual([
      'cert in metadata: {name: cert, namespace: istio-system}',
    ]);
    expect(linesOf(at('hosts: [', 'a.example'), 'definitions')).toEqual([]);
  });

  test('[I20] also in a document that is broken', () => {
    expect(linesOf(`${WORLD}---\n${virtualService('  gateways: [w|eb\n')}`, 'definitions')).toEqual(
      ['web in metadata: {name: web}'],
    );
  });

  test('[I21] what has a name, and what names it, lead to all of them', () => {
    const all = ['web in metadata: {name: web}', 'web in gateways: [web]'];
    expect(linesOf(at('name: ', 'web'), 'references')).toEqual(all);
    expect(linesOf(at('gateways: [', 'web'), 'references')).toEqual(all);
    expect(linesOf(at('subsets: [{name: ', 'v1'), 'references')).toHaveLength(2);
    expect(linesOf(at('{name: grpc, port: ', '9000'), 'references')).toEqual([
      '9000 in ports: [{name: http, port: 80}, {name: grpc, port: 9000}]',
      '9000 in port: {number: 9000}',
    ]);
  });

  test('[I22] a resource and a subset are renamed wherever they are named', () => {
    const renamed = renameAt(at('gateways: [', 'web'), 'edge');
    expect(renamed).toBe(WORLD.replace('{name: web}', '{name: edge}').replace('[web]', '[edge]'));
    const subset = renameAt(at('subset: ', 'v1'), 'stable');
    expect(subset).toBe(
      WORLD.replace('{name: v1,', '{name: stable,').replace('subset: v1', 'subset: stable'),
    );
    expect(renameAt(at('port: {number: 9', '000'), '1')).toBe('nothing');
  });

  test('[I22] of a whole host and of ns/name only the name is what is renamed', () => {
    const text = WORLD.replace(
      'host: cart\n        subset',
      'host: cart.default.svc.cluster.local\n        subset',
    );
    const offset = text.indexOf('cart.default') + 6;
    const renaming = assistant.renaming(buildSnapshot(text), offset);
    expect(text.slice(renaming?.range.start, renaming?.range.end)).toBe('cart');
  });

  test('[I23] a field says what it is for, and a name what it means', () => {
    const field = hoverAt(at('  gateways', 'ateways'));
    expect(field).toContain('list of texts');
    expect(field).toContain('Default: mesh');
    expect(field).toContain(
      'https://istio.io/latest/docs/reference/config/networking/virtual-service/',
    );
    const service = hoverAt(at('destination:', 'cart'));
    expect(service).toContain('**Service cart** in namespace `default`');
    expect(service).toContain('`9000 grpc`');
    expect(service).toContain('`v2`');
    expect(hoverAt(at('subset: ', 'v1'))).toContain('`version=v1`');
    expect(hoverAt(virtualService('  gateways: [n|one]\n'))).toBe(
      'Nothing in this text has the name `none`.',
    );
  });
});
