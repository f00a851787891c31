import { parseSync } from 'vite';

/** One place where a file names another module. */
export interface FoundImport {
  readonly specifier: string;
  /** True where only types come from it, so that nothing of it is there at run time. */
  readonly typesOnly: boolean;
  /** 1-based. */
  readonly line: number;
}

interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

function textOf(value: unknown): string | null {
  if (!isNode(value)) return null;
  if (value.type === 'Literal' && typeof value.value === 'string') return value.value;
  if (value.type === 'TSLiteralType') return textOf(value.literal);
  return null;
}

function hasOnlyTypes(node: SyntaxNode): boolean {
  if (node.importKind === 'type' || node.exportKind === 'type') return true;
  const specifiers = Array.isArray(node.specifiers) ? node.specifiers : [];
  return specifiers.length > 0 && specifiers.every((one) => isNode(one) && isTypeName(one));
}

function isTypeName(specifier: SyntaxNode): boolean {
  return specifier.importKind === 'type' || specifier.exportKind === 'type';
}

/** What a call such as vi.mock('x') or require('x') names; null for other calls. */
function calledModule(node: SyntaxNode): string | null {
  const callee = node.callee;
  const first = Array.isArray(node.arguments) ? textOf(node.arguments[0]) : null;
  if (!isNode(callee) || first === null) return null;
  if (callee.type === 'Identifier') return callee.name === 'require' ? first : null;
  const property = isNode(callee.property) ? callee.property.name : null;
  return property === 'mock' || property === 'importActual' ? first : null;
}

function importOf(node: SyntaxNode): { specifier: string; typesOnly: boolean } | null {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration': {
      const specifier = textOf(node.source);
      return specifier === null ? null : { specifier, typesOnly: hasOnlyTypes(node) };
    }
    case 'ImportExpression': {
      const specifier = textOf(node.source);
      return specifier === null ? null : { specifier, typesOnly: false };
    }
    case 'TSImportType': {
      const specifier = textOf(node.source ?? node.argument);
      return specifier === null ? null : { specifier, typesOnly: true };
    }
    case 'TSExternalModuleReference': {
      const specifier = textOf(node.expression);
      return specifier === null ? null : { specifier, typesOnly: false };
    }
    case 'CallExpression': {
      const specifier = calledModule(node);
      return specifier === null ? null : { specifier, typesOnly: false };
    }
    default:
      return null;
  }
}

function visit(value: unknown, seen: (node: SyntaxNode) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, seen);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (isNode(value)) seen(value);
  for (const child of Object.values(value)) visit(child, seen);
}

/** Every module that a TypeScript source names, types included, in the order of the text. */
export function findImports(path: string, source: string): FoundImport[] {
  const parsed = parseSync(path, source, { lang: path.endsWith('x') ? 'tsx' : 'ts' });
  const problem = parsed.errors[0];
  if (problem) throw new Error(`${path} cannot be parsed: ${problem.message}`);
  const found: FoundImport[] = [];
  visit(parsed.program, (node) => {
    const named = importOf(node);
    if (named) found.push({ ...named, line: source.slice(0, node.start).split('\n').length });
  });
  return found;
}
