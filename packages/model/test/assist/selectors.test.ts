import { describe, expect, test } from 'vitest';
import { createAssistant } from '../../src/assist/assistant.ts';
import { buildSnapshot, loadFieldDictionary } from '../../src/index.ts';
import { readCursor } from '../support/assist-at.ts';
import { joined, manifest } from '../support/short-manifest.ts';

const assistant = createAssistant(await loadFieldDictionary());

/** A Deployment whose pods have these labels. */
function deployment(name: string, labels: string, namespace = 'default'): string {
  return `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: ${name}, namespace: ${namespace}}\nspec:\n  template:\n    metadata: {labels: {${labels}}}\n`;
}

const PODS = joined(
  deployment('one', 'app: cart, version: v1'),
  deployment('two', 'app: cart, version: v2'),
  deployment('other', 'app: cart', 'pay'),
  deployment('edge', 'istio: edge', 'istio-system'),
);

const CART = manifest('Service', 'name: cart', '  selector: {app: cart}\n');

/** The names that F12 leads to from the cursor, with all pods behind the manifests. */
function selected(...manifests: readonly string[]): readonly string[] {
  const { text, offset } = readCursor(joined(...manifests, PODS));
  return assistant
    .definitions(buildSnapshot(text), offset)
    .map(({ start, end }) => text.slice(start, end));
}

function said(...manifests: readonly string[]): string {
  const { text, offset } = readCursor(joined(...manifests, PODS));
  return assistant.hover(buildSnapshot(text), offset)?.parts.join('\n') ?? '';
}

describe('[I24] a selector leads to the workloads that it selects', () => {
  test('of a Service those of its namespace, from the value and from the key', () => {
    const service = (labels: string) => manifest('Service', 'name: a', `  selector: {${labels}}\n`);
    expect(selected(service('app: ca|rt'))).toEqual(['one', 'two']);
    expect(selected(service('a|pp: cart'))).toEqual(['one', 'two']);
    expect(selected(service('app: cart, version: v|2'))).toEqual(['two']);
    expect(selected(service('app: n|one'))).toEqual([]);
  });

  test('of a Gateway those of all namespaces', () => {
    expect(selected(manifest('Gateway', 'name: a', '  selector: {istio: e|dge}\n'))).toEqual([
      'edge',
    ]);
  });

  test('of a subset those behind the host that have its labels too', () => {
    const rule = manifest(
      'DestinationRule',
      'name: a',
      '  host: cart\n  subsets:\n  - name: v1\n    labels:\n      version: v|1\n',
    );
    expect(selected(CART, rule)).toEqual(['one']);
    expect(selected(rule)).toEqual([]);
  });

  test('of policies and Sidecars those of their namespace', () => {
    const sidecar = '  workloadSelector:\n    labels:\n      app: ca|rt\n';
    expect(selected(manifest('Sidecar', 'name: a, namespace: pay', sidecar))).toEqual(['other']);
  });

  test('in a document that is broken too', () => {
    const broken = '  selector:\n    app: ca|rt\n  ports: [\n';
    expect(selected(manifest('Service', 'name: a', broken))).toEqual(['one', 'two']);
  });

  test('and says what that is, what is assumed, and that there is none', () => {
    const gateway = (label: string) =>
      manifest('Gateway', 'name: a', `  selector: {istio: ${label}}\n`);
    expect(said(gateway('e|dge'))).toContain('**Deployment edge** in namespace `istio-system`');
    expect(said(gateway('ingress|gateway'))).toContain('assumed to run');
    expect(said(gateway('n|o'))).toBe('No workload of this text has all these labels.');
  });

  test('and renames nothing', () => {
    const text = joined(manifest('Service', 'name: a', '  selector: {app: o|ne}\n'), PODS);
    const cursor = readCursor(text);
    expect(assistant.renaming(buildSnapshot(cursor.text), cursor.offset)).toBeNull();
  });
});
