import { expect, test } from 'vitest';
import { rowOfField } from './row-of-field.ts';

test.each<readonly [readonly (string | number)[], string | null]>([
  [['spec', 'servers', 1, 'hosts', 0], 'server-1'],
  [['spec', 'servers', 0, 'tls', 'credentialName'], 'server-0-credential'],
  [['spec', 'http', 2, 'match', 0, 'uri'], 'http-2'],
  [['spec', 'http', 0, 'route', 1, 'destination', 'host'], 'http-0-1'],
  [['spec', 'http', 0, 'mirror', 'host'], 'http-0-mirror'],
  [['spec', 'http', 0, 'mirrors', 1, 'destination'], 'http-0-mirror-1'],
  [['spec', 'tls', 0, 'route', 0], 'tls-0-0'],
  [['items', 3, 'spec', 'ports', 1, 'port'], 'port-1'],
  [['spec', 'hosts', 0], 'hosts'],
  [['metadata', 'name'], null],
  [['spec', 'selector', 'app'], null],
  [[], null],
])('[L19] the field %j is in the row %s', (path, row) => expect(rowOfField(path)).toBe(row));
