import { describe, expect, test } from 'vitest';
import type { FieldPath } from '../documents/field-path.ts';
import { findRootField, loadFieldDictionary } from './field-dictionary.ts';
import { findField } from './find-field.ts';
import { suggestFields } from './suggest-fields.ts';

const dictionary = await loadFieldDictionary();

function rootOf(kind: string, group = 'networking.istio.io', version = 'v1') {
  const root = findRootField(dictionary, { group, version, kind });
  if (root === undefined) throw new Error(`${kind} is not known`);
  return root;
}

const VIRTUAL_SERVICE = rootOf('VirtualService');

describe('the field at a path', () => {
  test.each<readonly [FieldPath, string]>([
    [[], ''],
    [['spec', 'http', 3, 'route', 0, 'weight'], 'spec.http[].route[].weight'],
    [['spec', 'http', 0, 'match', 1, 'uri', 'prefix'], 'spec.http[].match[].uri.prefix'],
    [
      ['spec', 'http', 0, 'match', 0, 'headers', 'x-user', 'exact'],
      'spec.http[].match[].headers{}.exact',
    ],
    [['metadata', 'labels', 'app.kubernetes.io/name'], 'metadata.labels{}'],
  ])('[S7] %j is %s', (path, found) => {
    expect(findField(VIRTUAL_SERVICE, path)?.path).toBe(found);
  });

  test.each<FieldPath[]>([
    [['spec', 'htpp']],
    [['spec', 'http', 'route']],
    [['spec', 'hosts', 0, 'name']],
    [['spec', 0]],
    [['spec', 'http', 0, 'match', 0, 'headers', 0]],
    [['spec', 'constructor']],
    [['spec', '__proto__', 'x']],
  ])('[S7] %j is no field', (path) => {
    expect(findField(VIRTUAL_SERVICE, path)).toBeUndefined();
  });

  test('[S7] below what may be anything, everything is that field', () => {
    const filter = rootOf('EnvoyFilter', 'networking.istio.io', 'v1alpha3');
    const path = ['spec', 'configPatches', 0, 'patch', 'value', 'typed_config', '@type'];
    expect(findField(filter, path)?.path).toBe('spec.configPatches[].patch.value');
  });
});

describe('what was meant by a field that is not there', () => {
  function suggested(path: FieldPath, root = VIRTUAL_SERVICE): readonly string[] {
    return suggestFields(root, path).map(({ reason, field }) => `${reason} ${field.path}`);
  }

  test.each<readonly [FieldPath, string]>([
    [['spec', 'htpp'], 'misspelt spec.http'],
    [['spec', 'gateway'], 'misspelt spec.gateways'],
    [['spec', 'host'], 'misspelt spec.hosts'],
    [['metdata'], 'misspelt metadata'],
    [['spec', 'tls', 0, 'match', 0, 'sni_hosts'], 'misspelt spec.tls[].match[].sniHosts'],
    [['spec', 'http', 0, 'match', 0, 'URI'], 'misspelt spec.http[].match[].uri'],
    [
      ['spec', 'http', 0, 'route', 0, 'destination', 'weight'],
      'misplaced spec.http[].route[].weight',
    ],
    [['spec', 'http', 0, 'destination'], 'misplaced spec.http[].route[].destination'],
    [['spec', 'match'], 'misplaced spec.http[].match'],
    [['spec', 'http', 0, 'match', 0, 'prefix'], 'misplaced spec.http[].match[].uri.prefix'],
    [['spec', 'route'], 'misplaced spec.http[].route'],
    [['hosts'], 'misplaced spec.hosts'],
  ])('[S8] for %j first: %s', (path, first) => {
    expect(suggested(path)[0]).toBe(first);
  });

  test('[S8] the host of a server belongs into its list of hosts', () => {
    expect(suggested(['spec', 'servers', 0, 'host'], rootOf('Gateway'))[0]).toBe(
      'misspelt spec.servers[].hosts',
    );
  });

  test.each<FieldPath[]>([
    [['spec', 'zzzzzzzz']],
    [['spec', '']],
    [['spec', 'http', 4]],
    [['spec', 'unknown', 'hosts']],
    [[]],
  ])('[S8] nothing for %j', (path) => {
    expect(suggested(path)).toEqual([]);
  });

  test('[S8] a few at most, however long the name is', () => {
    expect(suggested(['spec', 'http', 0, 'name2']).length).toBeLessThanOrEqual(5);
    expect(suggested(['spec', 'x'.repeat(1_000_000)])).toEqual([]);
  });
});
