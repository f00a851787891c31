import { describe, expect, test } from 'vitest';
import { findImports } from './find-imports.ts';
import { checkExtensions, checkFileName, findUndocumentedExports } from './house-style.ts';
import { filesUnder, type RepositoryFile, sourceFiles } from './repository-files.ts';

// Limits of length, default exports, enums, `any`, `!` and exhaustive switches are Biome's: biome.json.

function isProduct({ path }: RepositoryFile): boolean {
  return /\/src\//.test(path) && !/\.test\.tsx?$/.test(path);
}

function tell(found: readonly (readonly [RepositoryFile, readonly string[]])[]): string[] {
  return found.flatMap(([file, problems]) => problems.map((problem) => `${file.path}: ${problem}`));
}

describe('house style', () => {
  test('files are named after what is in them, kebab-case, components PascalCase', () => {
    const files = [...sourceFiles(), ...filesUnder('scripts', /\.mjs$/)];
    expect(tell(files.map((file) => [file, checkFileName(file.path)]))).toEqual([]);
  });

  test('relative imports name their file with its extension', () => {
    const found = sourceFiles().map((file) => {
      const specifiers = findImports(file.path, file.text).map((one) => one.specifier);
      return [file, checkExtensions(specifiers)] as const;
    });
    expect(tell(found)).toEqual([]);
  });

  test('every exported declaration has a doc comment that says what it promises', () => {
    const found = sourceFiles()
      .filter(isProduct)
      .map((file) => [file, findUndocumentedExports(file.path, file.text)] as const);
    expect(tell(found)).toEqual([]);
  });

  test('nothing is left to be done: no TODO, FIXME or XXX', () => {
    const files = [...sourceFiles(), ...filesUnder('scripts', /\.mjs$/)];
    const marks = /\b(TODO|FIXME|XXX|HACK)\b/;
    const marked = files.filter(
      (file) => !file.path.endsWith('house-style.test.ts') && marks.test(file.text),
    );
    expect(marked.map((file) => file.path)).toEqual([]);
  });

  test('a lint rule is only switched off for a reason that is written beside it', () => {
    const found = sourceFiles().map((file) => {
      const bare = file.text.split('\n').filter((line) => /biome-ignore[^:]*(:\s*)?$/.test(line));
      return [file, bare] as const;
    });
    expect(tell(found)).toEqual([]);
  });
});

describe('a planted breach of the house style is found', () => {
  test.each([
    'web/src/ui/utils.ts',
    'web/src/canvas/index.ts',
    'packages/model/src/graph/buildGraph.ts',
    'web/src/canvas/gateway-node.tsx',
    'packages/model/src/text/types.ts',
  ])('the file name %s', (path) => expect(checkFileName(path)).not.toEqual([]));

  test('an import without extension', () => {
    expect(checkExtensions(['./build-graph', '../ui/Chip.tsx', 'react'])).toHaveLength(1);
  });

  test('an exported constant or type without a doc comment', () => {
    const source = [
      '// Not a doc comment.',
      'export const bare = 1;',
      '/** Documented. */',
      'export function good() {}',
      'export { bare as again };',
      'export interface Bare {}',
      'export type Alias = string;',
    ].join('\n');
    expect(findUndocumentedExports('packages/a.ts', source)).toEqual([
      'export const bare = 1;',
      'export interface Bare {}',
      'export type Alias = string;',
    ]);
  });
});
