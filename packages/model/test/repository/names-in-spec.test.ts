import { expect, test } from 'vitest';
import { NAME_TABLE } from '../../src/edits/references/name-table.ts';
import { readRepositoryFile } from './repository-files.ts';

test('[E14] SPEC lists every kind whose names are followed', () => {
  const [, section = ''] =
    readRepositoryFile('packages/model/SPEC.md').split('### Names that follow');
  const [followed = ''] = section.split('Not followed');
  const kinds = NAME_TABLE.flatMap(({ kinds: all }) => all.map((kind) => kind.split('.')[0] ?? ''));
  expect([...new Set(kinds)].filter((kind) => !new RegExp(`\\b${kind}\\b`).test(followed))).toEqual(
    [],
  );
});
