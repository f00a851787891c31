import { parseSync } from 'vite';

const VAGUE_NAMES = /^(utils?|helpers?|common|misc|types|index)\.tsx?$/;
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|spec|config|bench|d))*\.(ts|mjs)$/;
const PASCAL = /^[A-Z][A-Za-z0-9]*(\.test)?\.tsx$/;
// Tests and helpers of tests in JSX, and the app's entry, are not components.
const LOWER_TSX = /^(main|[a-z0-9-]+\.test)\.tsx$/;

/** What is wrong with a file's name; an empty list where nothing is. */
export function checkFileName(path: string): string[] {
  const name = path.split('/').at(-1) ?? '';
  const problems: string[] = [];
  const isDoor = path === 'packages/model/src/index.ts';
  if (VAGUE_NAMES.test(name) && !isDoor) {
    problems.push(`${name} says nothing: name the file after its main export`);
  }
  const fits = name.endsWith('.tsx') ? PASCAL.test(name) || LOWER_TSX.test(name) : KEBAB.test(name);
  if (!fits) problems.push(`${name}: .ts files are kebab-case, React components PascalCase.tsx`);
  return problems;
}

/** Relative imports that do not name their file with its extension. */
export function checkExtensions(specifiers: readonly string[]): string[] {
  return specifiers
    .filter((specifier) => specifier.startsWith('.'))
    .filter(
      (specifier) => !/\.(tsx?|mjs|css|json|svg|yaml|html)$/.test(specifier.split('?')[0] ?? ''),
    )
    .map((specifier) => `${specifier} lacks its file extension`);
}

const DECLARATIONS = new Set([
  'FunctionDeclaration',
  'VariableDeclaration',
  'ClassDeclaration',
  'TSInterfaceDeclaration',
  'TSTypeAliasDeclaration',
]);

/** The exported functions, classes, constants and types without a doc comment, by their first line. */
export function findUndocumentedExports(path: string, source: string): string[] {
  const { program, comments } = parseSync(path, source, {
    lang: path.endsWith('x') ? 'tsx' : 'ts',
  });
  const docs = comments.filter((one) => one.type === 'Block' && one.value.startsWith('*'));
  return program.body.flatMap((node) => {
    if (node.type !== 'ExportNamedDeclaration' || !node.declaration) return [];
    if (!DECLARATIONS.has(node.declaration.type)) return [];
    const documented = docs.some(
      (doc) => doc.end <= node.start && source.slice(doc.end, node.start).trim() === '',
    );
    const firstLine = source.slice(node.start, node.end).split('\n')[0] ?? '';
    return documented ? [] : [firstLine];
  });
}
