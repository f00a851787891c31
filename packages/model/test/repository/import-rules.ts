import { posix } from 'node:path';
import type { FoundImport } from './find-imports.ts';

/** What the files of one area may import of the other areas. Its own files it always may. */
export interface AreaRule {
  readonly area: string;
  readonly mayImport: readonly string[];
  /** Areas of which it may know the types, though it may not call them. */
  readonly mayImportTypes?: readonly string[];
}

const MODEL_UP_TO_RESOURCES = ['model/text', 'model/documents', 'model/resources'];
const MODEL_UP_TO_ENVOY = [...MODEL_UP_TO_RESOURCES, 'model/schema', 'model/graph', 'model/envoy'];
const MODEL_UP_TO_SNAPSHOT = [...MODEL_UP_TO_ENVOY, 'model/diagnostics', 'model/snapshot'];
const BELOW_COMMANDS = ['web/ui', 'web/view-state', 'web/session'];
const BELOW_PANES = [...BELOW_COMMANDS, 'web/sharing', 'web/commands'];
const PANES = ['canvas', 'editor', 'inspector', 'problems', 'trace', 'outline'];

/** Who may import whom: the one table. Imports only ever point up the list. */
export const AREA_RULES: readonly AreaRule[] = [
  { area: 'model/text', mayImport: [] },
  { area: 'model/documents', mayImport: ['model/text'] },
  { area: 'model/resources', mayImport: ['model/text', 'model/documents'] },
  { area: 'model/schema', mayImport: MODEL_UP_TO_RESOURCES },
  { area: 'model/graph', mayImport: MODEL_UP_TO_RESOURCES },
  { area: 'model/envoy', mayImport: [...MODEL_UP_TO_RESOURCES, 'model/schema', 'model/graph'] },
  { area: 'model/diagnostics', mayImport: MODEL_UP_TO_ENVOY },
  { area: 'model/snapshot', mayImport: [...MODEL_UP_TO_ENVOY, 'model/diagnostics'] },
  { area: 'model/edits', mayImport: MODEL_UP_TO_SNAPSHOT },
  // What helps to write the text: it knows what is there, and writes as edits do.
  { area: 'model/assist', mayImport: [...MODEL_UP_TO_SNAPSHOT, 'model/edits'] },
  // A node of the graph carries what its resource says, so layout knows those types.
  {
    area: 'model/layout',
    mayImport: ['model/text', 'model/graph'],
    mayImportTypes: ['model/resources'],
  },
  // What the text is in other forms; in the words that layout has for a map.
  { area: 'model/exports', mayImport: [...MODEL_UP_TO_SNAPSHOT, 'model/layout'] },
  {
    area: 'model/index',
    mayImport: [
      ...MODEL_UP_TO_SNAPSHOT,
      'model/edits',
      'model/assist',
      'model/layout',
      'model/exports',
    ],
  },
  { area: 'web/ui', mayImport: [] },
  { area: 'web/view-state', mayImport: [] },
  { area: 'web/session', mayImport: [] },
  { area: 'web/sharing', mayImport: BELOW_COMMANDS },
  { area: 'web/commands', mayImport: [...BELOW_COMMANDS, 'web/sharing'] },
  ...PANES.map((pane) => ({ area: `web/${pane}`, mayImport: BELOW_PANES })),
  // A map in somebody else's page: the canvas alone.
  { area: 'web/embed', mayImport: [...BELOW_PANES, 'web/canvas'] },
  { area: 'web/app', mayImport: [...BELOW_PANES, ...PANES.map((pane) => `web/${pane}`)] },
  { area: 'cli', mayImport: [] },
  { area: 'e2e', mayImport: [] },
  // What runs the tools; the browser tests start the same app with the same browser.
  { area: 'scripts', mayImport: [] },
];

/** Libraries that only some areas may use. Any other has to be in the importing package's own list. */
export const LIBRARY_RULES: Readonly<Record<string, readonly string[]>> = {
  'js-yaml': ['model/documents'],
  'monaco-editor': ['web/session', 'web/editor'],
  '@xyflow/react': ['web/canvas'],
  re2js: ['model/schema', 'model/envoy'],
  // Read when the workspace is installed; nothing of them is in the product.
  'kubernetes-models': ['model/generate'],
  '@kubernetes-models/istio': ['model/generate'],
  '@kubernetes-models/gateway-api': ['model/generate'],
  'ts-json-schema-generator': ['model/generate'],
};

/** What test files may use beside what their package may. */
const TEST_LIBRARIES = ['vitest', 'fast-check', 'vite'];

/** A broken rule, in words that say what to do about it. */
export interface Violation {
  readonly file: string;
  readonly line: number;
  readonly reason: string;
}

/** The area that a file belongs to; null for a file outside every area. */
export function areaOf(path: string): string | null {
  const model = /^packages\/model\/src\/(?:([^/]+)\/|([^/.]+)\.)/.exec(path);
  // The snapshot is several files beside each other: snapshot.ts, snapshot-lookup.ts …
  if (model) return `model/${model[1] ?? model[2]?.replace(/^snapshot-.*/, 'snapshot')}`;
  const web = /^web\/src\/(?:([^/]+)\/)?/.exec(path);
  if (web) return `web/${web[1] ?? 'app'}`;
  const whole = /^(?:packages\/)?(cli|e2e|scripts)\//.exec(path);
  return whole?.[1] ?? null;
}

function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || /^packages\/[^/]+\/test\//.test(path);
}

function packageFolderOf(path: string): string {
  return /^(packages\/[^/]+|web|e2e)\//.exec(path)?.[1] ?? '.';
}

function libraryOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function whyNotArea(from: string, target: string, found: FoundImport): string | null {
  const source = areaOf(from);
  const wanted = areaOf(target);
  if (packageFolderOf(from) !== packageFolderOf(target) && wanted !== 'scripts') {
    return `${found.specifier} reaches into another package: import it by its package name`;
  }
  if (source === wanted || isTest(from)) return null;
  if (source === 'e2e' && wanted === 'scripts') return null;
  const rule = AREA_RULES.find((one) => one.area === source);
  if (!rule) return `${source ?? from} has no row in the table of import rules`;
  if (wanted !== null && rule.mayImport.includes(wanted)) return null;
  const knowsTypes = wanted !== null && rule.mayImportTypes?.includes(wanted);
  if (knowsTypes && found.typesOnly) return null;
  return knowsTypes
    ? `${source} may import only types from ${wanted}`
    : `${source} must not import from ${wanted ?? target}`;
}

function whyNotLibrary(from: string, specifier: string, declared: ReadonlySet<string>) {
  const library = libraryOf(specifier);
  const area = areaOf(from);
  if (specifier.startsWith('node:')) {
    const inModel = area?.startsWith('model/') || area?.startsWith('web/');
    return inModel && !isTest(from) ? `${area} must not use Node: ${specifier}` : null;
  }
  if (isTest(from) && TEST_LIBRARIES.includes(library)) return null;
  const areas = LIBRARY_RULES[library];
  if (areas && !isTest(from) && (area === null || !areas.includes(area))) {
    return `only ${areas.join(' and ')} may import ${library}`;
  }
  if (declared.has(library)) return null;
  return `${library} is not in ${packageFolderOf(from)}/package.json`;
}

/** Checks one file's imports against the table. `declared`: the dependencies of the file's package. */
export function checkImports(
  path: string,
  imports: readonly FoundImport[],
  declared: ReadonlySet<string>,
): Violation[] {
  return imports.flatMap((found) => {
    const specifier = found.specifier.split('?')[0] ?? '';
    const reason = specifier.startsWith('.')
      ? whyNotArea(path, posix.join(posix.dirname(path), specifier), found)
      : whyNotLibrary(path, specifier, declared);
    return reason === null ? [] : [{ file: path, line: found.line, reason }];
  });
}
