import { describe, expect, test } from 'vitest';
import { findImports } from './find-imports.ts';
import { AREA_RULES, areaOf, checkImports, LIBRARY_RULES } from './import-rules.ts';
import { readRepositoryFile, sourceFiles } from './repository-files.ts';

interface PackageManifest {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const PACKAGE_FOLDERS = ['packages/model', 'packages/cli', 'web', 'e2e'];

function manifestOf(folder: string): PackageManifest {
  return JSON.parse(readRepositoryFile(`${folder}/package.json`));
}

function declaredBy(folder: string): ReadonlySet<string> {
  const manifest = manifestOf(folder);
  const own = { ...manifest.dependencies, ...manifest.devDependencies };
  return new Set(Object.keys(own));
}

function declaredFor(path: string): ReadonlySet<string> {
  const folder = PACKAGE_FOLDERS.find((one) => path.startsWith(`${one}/`));
  return folder ? declaredBy(folder) : new Set();
}

function reasons(path: string, source: string): string[] {
  return checkImports(path, findImports(path, source), declaredFor(path)).map(
    (violation) => violation.reason,
  );
}

describe('who may import whom', () => {
  test('every source file keeps to the table', () => {
    const violations = sourceFiles().flatMap(({ path, text }) =>
      checkImports(path, findImports(path, text), declaredFor(path)),
    );
    expect(violations.map((one) => `${one.file}:${one.line} ${one.reason}`)).toEqual([]);
  });

  test('every source file belongs to an area of the table', () => {
    const areas = new Set(AREA_RULES.map((rule) => rule.area));
    const strays = sourceFiles()
      .map(({ path }) => path)
      .filter((path) => /\/src\//.test(path) && !areas.has(areaOf(path) ?? ''));
    expect(strays).toEqual([]);
  });

  test('imports of the table only point up: no two areas may import each other', () => {
    const mutual = AREA_RULES.flatMap((rule) =>
      rule.mayImport.filter((other) =>
        AREA_RULES.some((one) => one.area === other && one.mayImport.includes(rule.area)),
      ),
    );
    expect(mutual).toEqual([]);
  });
});

// Each row plants one violation; the table has to refuse it, and for the reason that is meant.
const PLANTED: readonly (readonly [path: string, source: string, reason: RegExp])[] = [
  ['packages/model/src/text/a.ts', "import { x } from '../documents/b.ts'", /model\/text must not/],
  [
    'packages/model/src/documents/a.ts',
    "import '../resources/b.ts'",
    /must not import from model\/res/,
  ],
  [
    'packages/model/src/resources/a.ts',
    "import type { X } from '../graph/b.ts'",
    /must not import/,
  ],
  ['packages/model/src/resources/a.ts', "type X = import('../edits/b.ts').X", /must not import/],
  ['packages/model/src/graph/a.ts', "export { x } from '../edits/b.ts'", /must not import/],
  ['packages/model/src/graph/a.ts', "import '../schema/b.ts'", /must not import/],
  ['packages/model/src/graph/a.ts', "const x = await import('../envoy/b.ts')", /must not import/],
  ['packages/model/src/diagnostics/a.ts', "import '../edits/b.ts'", /must not import/],
  ['packages/model/src/snapshot.ts', "import './edits/b.ts'", /must not import from model\/edits/],
  ['packages/model/src/layout/a.ts', "import '../documents/b.ts'", /must not import/],
  ['packages/model/src/layout/a.ts', "import { x } from '../resources/b.ts'", /only types/],
  ['packages/model/src/graph/a.ts', "import '../index.ts'", /must not import from model\/index/],
  ['packages/model/src/graph/a.ts', "import { load } from 'js-yaml'", /only model\/documents/],
  ['packages/model/src/schema/a.ts', "import 'kubernetes-models/v1/Pod'", /only model\/generate/],
  ['packages/model/src/graph/a.ts', "import 'node:fs'", /must not use Node/],
  ['packages/model/src/graph/a.ts', "import React from 'react'", /not in packages\/model/],
  ['packages/model/src/misc/a.ts', "import '../text/b.ts'", /no row in the table/],
  ['web/src/canvas/a.tsx', "import { x } from '../editor/b.tsx'", /web\/canvas must not/],
  ['web/src/editor/a.tsx', "import type { X } from '../canvas/b.tsx'", /must not import/],
  ['web/src/commands/a.ts', "import '../canvas/b.tsx'", /must not import/],
  ['web/src/session/a.ts', "import '../commands/b.ts'", /must not import/],
  ['web/src/ui/a.tsx', "import '../session/b.ts'", /must not import/],
  ['web/src/view-state/a.ts', "import '../../src/App.tsx'", /must not import from web\/app/],
  ['web/src/canvas/a.tsx', "import '../../../packages/model/src/snapshot.ts'", /package name/],
  ['web/src/canvas/a.tsx', "import * as monaco from 'monaco-editor'", /only web\/session/],
  ['web/src/ui/a.tsx', "import 'monaco-editor/editor/editor.worker?worker'", /only web\/session/],
  ['web/src/inspector/a.tsx', "import { useStore } from '@xyflow/react'", /only web\/canvas/],
  ['web/src/App.tsx', "import '@xyflow/react/dist/style.css'", /only web\/canvas/],
  ['web/src/session/a.ts', "import { load } from 'js-yaml'", /only model\/documents/],
  ['web/src/session/a.ts', "import 'lodash'", /not in web\/package\.json/],
  ['packages/cli/src/a.ts', "import '../../model/src/index.ts'", /package name/],
  ['packages/cli/src/a.ts', "import 'react'", /not in packages\/cli/],
  ['e2e/a.spec.ts', "import '../web/src/App.tsx'", /package name/],
  ['e2e/a.spec.ts', "import '@portolan/model'", /not in e2e/],
  ['packages/model/src/graph/a.test.ts', "import '../../../../web/src/App.tsx'", /package name/],
];

describe('a planted violation is found', () => {
  test.each(PLANTED)('in %s: %s', (path, source, reason) => {
    expect(reasons(path, source)).toEqual([expect.stringMatching(reason)]);
  });
});

const ALLOWED: readonly (readonly [path: string, source: string])[] = [
  ['packages/model/src/documents/a.ts', "import { parseEvents } from 'js-yaml'"],
  ['packages/model/src/edits/a.ts', "import type { Snapshot } from '../snapshot.ts'"],
  ['packages/model/src/layout/a.ts', "import type { HttpRoute } from '../resources/b.ts'"],
  ['packages/model/src/text/a.test.ts', "import { test } from 'vitest'; import '../edits/b.ts'"],
  ['web/src/session/a.ts', "import * as monaco from 'monaco-editor/editor/editor.api'"],
  ['web/src/canvas/a.tsx', "import { x } from '../commands/b.ts'; import '@portolan/model'"],
  [
    'web/src/main.tsx',
    "import { App } from './App.tsx'; import { createRoot } from 'react-dom/client'",
  ],
  ['packages/cli/src/a.ts', "import { readFileSync } from 'node:fs'; import '@portolan/model'"],
  ['e2e/a.spec.ts', "import { test } from '@playwright/test'; import '../scripts/setup.mjs'"],
];

describe('what the table allows is left alone', () => {
  test.each(ALLOWED)('in %s: %s', (path, source) => {
    expect(reasons(path, source)).toEqual([]);
  });
});

describe('libraries', () => {
  test('the root package.json has no runtime library, so that no package gets one by accident', () => {
    const runtime = ['packages/model', 'packages/cli', 'web'].flatMap((folder) =>
      Object.keys(manifestOf(folder).dependencies ?? {}),
    );
    const root = manifestOf('.');
    expect(root.dependencies).toBeUndefined();
    const shared = Object.keys(root.devDependencies ?? {}).filter((one) => runtime.includes(one));
    expect(shared).toEqual([]);
  });

  test('every library that the table restricts is used where it says', () => {
    for (const [library, areas] of Object.entries(LIBRARY_RULES)) {
      const folders = areas.map((area) => (area.startsWith('web/') ? 'web' : 'packages/model'));
      for (const folder of folders) expect(declaredBy(folder)).toContain(library);
    }
  });
});
