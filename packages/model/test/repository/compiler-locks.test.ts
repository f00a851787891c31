import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from './repository-files.ts';

const TSC = join(ROOT, 'node_modules/typescript/bin/tsc');

/** What the compiler says about each planted source, with the settings of one package. */
function compile(packageFolder: string, sources: readonly string[]): string[] {
  // Inside the package, so that imports are looked up from where its own files are.
  const cache = join(ROOT, packageFolder, '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'locks-'));
  try {
    const files = sources.map((_, index) => `planted-${index}.ts`);
    files.forEach((file, index) => {
      writeFileSync(join(folder, file), `${sources[index]}\nexport {};\n`);
    });
    const config = { extends: '../../tsconfig.json', include: [], exclude: [], files };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
    const options = ['--noEmit', '--pretty', 'false', '-p', folder];
    const { stdout } = spawnSync(process.execPath, [TSC, ...options], { encoding: 'utf8' });
    return files.map((file) =>
      stdout
        .split('\n')
        .filter((line) => line.includes(file))
        .join('\n'),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Lock {
  readonly name: string;
  readonly source: string;
  readonly error: RegExp;
}

function provesLocks(packageFolder: string, locks: readonly Lock[]): void {
  const harmless = 'export const answer: number = 42;';
  const said = compile(packageFolder, [...locks.map((lock) => lock.source), harmless]);
  test.each(locks.map((lock, index) => ({ ...lock, said: said[index] })))(
    '$name does not compile',
    (lock) => expect(lock.said).toMatch(lock.error),
  );
  test('what is allowed compiles', () => expect(said.at(-1)).toBe(''));
}

describe('the compiler keeps the model free of the browser, of Node and of the app', () => {
  provesLocks('packages/model', [
    { name: 'document', source: 'document.title;', error: /TS2584|TS2304/ },
    { name: 'window', source: 'window.name;', error: /TS2304/ },
    { name: 'setTimeout', source: 'setTimeout(() => 1, 1);', error: /TS2304/ },
    { name: 'fetch', source: "fetch('/');", error: /TS2304/ },
    { name: 'console', source: 'console.log(1);', error: /TS2584|TS2304/ },
    { name: 'process', source: 'process.env;', error: /TS2591|TS2580|TS2304/ },
    { name: "import of 'node:fs'", source: "import 'node:fs';", error: /TS2307|TS2882|TS2591/ },
    { name: "import of 'react'", source: "import 'react';", error: /TS2307|TS2882/ },
    { name: "types of 'react'", source: "export type X = import('react').FC;", error: /TS2307/ },
    {
      name: "import of 'monaco-editor'",
      source: "import 'monaco-editor';",
      error: /TS2307|TS2882/,
    },
    {
      name: "import of '@xyflow/react'",
      source: "import '@xyflow/react';",
      error: /TS2307|TS2882/,
    },
    { name: 'an enum', source: 'export enum Kind { A }', error: /TS1294/ },
    {
      name: 'a value import of what is only a type',
      source:
        "import { TextRange } from '../../src/text/text-range.ts';\nexport type X = TextRange;",
      error: /TS1484/,
    },
    {
      name: 'an unchecked index',
      source: 'export const first = (all: string[]): string => all[0];',
      error: /TS2322/,
    },
  ]);
});

describe("the package's one door keeps the app out of the model's files", () => {
  provesLocks('web', [
    {
      name: 'import of a file of the model',
      source:
        "import type { Snapshot } from '@portolan/model/src/snapshot.ts';\nexport type X = Snapshot;",
      error: /TS2307/,
    },
    {
      name: 'import of js-yaml',
      source: "import { load } from 'js-yaml';\nload('');",
      error: /TS2307/,
    },
  ]);
});

describe('the command line has the model and Node, and nothing of the app', () => {
  provesLocks('packages/cli', [
    { name: 'document', source: 'document.title;', error: /TS2584|TS2304/ },
    { name: "import of 'react'", source: "import 'react';", error: /TS2307|TS2882/ },
  ]);
});
