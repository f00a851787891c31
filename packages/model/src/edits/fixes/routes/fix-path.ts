import type { EditCommand } from '../../edit-command.ts';
import { valueAt } from '../../fields/field-operation.ts';
import { isWritten, setField, textHere, writeFix } from '../fix-field.ts';
import type { Fixable, Fixer, QuickFix } from '../quick-fix.ts';
import { pathOfUrl, readPattern, readQuery } from './read-path.ts';

/** A path without its slash: from the slash on, where a host stands in front, else with one. */
export const fixPathSlash: Fixer = (fixable) => {
  const text = textHere(fixable);
  if (text === null || text === '' || text === '*') return [];
  const path = pathOfUrl(text) ?? `/${text}`;
  return [writeFix(fixable, path, `Write ${path}`)];
};

/** A query in the path: the path alone, and its parameters where they belong. */
export const fixPathQuery: Fixer = (fixable) => {
  const { diagnostic, resource, path } = fixable;
  const text = textHere(fixable);
  const bare = diagnostic.data.path;
  if (text === null || typeof bare !== 'string' || !bare.startsWith('/')) return [];
  const parameters = readQuery(text.slice(bare.length + 1));
  const place = [...path.slice(0, -2), 'queryParams'];
  if (parameters === null || isWritten(resource, place)) return [];
  const wanted = [...parameters].map(([name, exact]) => [name, { exact }] as const);
  return [
    {
      title: `Match the path ${bare}, and the query by queryParams`,
      commands: [
        setField(resource.id, path, bare),
        setField(resource.id, place, Object.fromEntries(wanted)),
      ],
    },
  ];
};

/** A pattern where letters are compared: the prefix that it begins with, or a regular expression. */
export const fixPathPattern: Fixer = (fixable) => {
  const text = textHere(fixable);
  const meant = text === null ? null : readPattern(String(fixable.path.at(-1)), text);
  return meant === null ? [] : [writeMatch(fixable, meant.kind, meant.text)];
};

/** A regular expression of a single path: that path; or with all below it. */
export const fixPathRegex: Fixer = (fixable) => {
  const { literal } = fixable.diagnostic.data;
  if (typeof literal !== 'string' || !literal.startsWith('/')) return [];
  return [
    writeMatch(fixable, 'exact', literal),
    writeFix(fixable, `${textHere(fixable)}.*`, 'Take all that begins so'),
  ];
};

function writeMatch({ resource, path }: Fixable, kind: string, text: string): QuickFix {
  const renamed = [...path.slice(0, -1), kind];
  const rename: readonly EditCommand[] =
    path.at(-1) === kind ? [] : [{ kind: 'rename-key', resource: resource.id, path, key: kind }];
  return {
    title: `Match by ${kind}: ${text}`,
    commands: [...rename, setField(resource.id, renamed, text)],
  };
}

/** A rewrite or redirect to a path without its slash. */
export const fixRewriteSlash: Fixer = (fixable) => {
  const text = textHere(fixable);
  if (text === null || text === '') return [];
  if (/^https?:\/\//.test(text)) return [];
  return [writeFix(fixable, `/${text}`, `Write /${text}`)];
};

/** A rewrite that swallows the slash of the prefix: with a slash at its end. */
export const fixRewriteEnd: Fixer = (fixable) => {
  const text = textHere(fixable);
  return text === null ? [] : [writeFix(fixable, `${text}/`, `Write ${text}/`)];
};

/** A rewrite that doubles the slash: match the prefix with its slash, and without it as an exact path. */
export const fixDoubledSlash: Fixer = ({ resource, path, diagnostic }) => {
  const { prefix } = diagnostic.data;
  const list = [...path.slice(0, 3), 'match'];
  const blocks = valueAt(resource.value, list);
  if (!Array.isArray(blocks) || typeof prefix !== 'string') return [];
  const at = blocks.findIndex((block) => valueAt(block, ['uri', 'prefix']) === prefix);
  if (at < 0) return [];
  const exact = { ...blocks[at], uri: { ...blocks[at].uri, exact: prefix } };
  delete exact.uri.prefix;
  return [
    {
      title: `Match the prefix ${prefix}/, and ${prefix} itself`,
      commands: [
        setField(resource.id, [...list, at, 'uri', 'prefix'], `${prefix}/`),
        { kind: 'insert', resource: resource.id, path: list, index: at + 1, value: exact },
      ],
    },
  ];
};
