import { readLiteral } from '../../../envoy/match/regex-literal.ts';
import {
  pathOfMatch,
  type RouteMatch,
  routeMatchesOf,
} from '../../../envoy/match/route-matches.ts';
import { isRecord, listField, recordField, textField } from '../../../resources/tolerant-value.ts';
import type { Finding, ResourceCheck } from '../../engine/check.ts';

/** Is a path written as Istio compares it: from its slash on, without the query, and letter by letter? */
export const pathSpelling: ResourceCheck = {
  name: 'path-spelling',
  codes: ['PTL220', 'PTL221', 'PTL222', 'PTL223'],
  about: ['VirtualService'],
  reads: [],
  run: (resource, _lookup, report) => {
    for (const one of routeMatchesOf(resource)) {
      for (const uri of readUris(one)) {
        const said = judge(uri);
        if (said !== null)
          report({ ...said, resource, path: [...pathOfMatch(one), 'uri', uri.kind] });
      }
    }
  },
};

interface Uri {
  readonly kind: 'exact' | 'prefix' | 'regex';
  readonly text: string;
}

type Verdict = Pick<Finding, 'code' | 'message' | 'data'>;

function readUris({ written, block }: RouteMatch): readonly Uri[] {
  const whole = block === null ? null : listField(written, 'match')[block];
  const uri = isRecord(whole) ? recordField(whole, 'uri') : {};
  return (['exact', 'prefix', 'regex'] as const).flatMap((kind) => {
    const text = textField(uri, kind);
    return text === null ? [] : [{ kind, text }];
  });
}

function judge({ kind, text }: Uri): Verdict | null {
  if (kind === 'regex') return judgeRegex(text);
  if (text === '*' && kind === 'exact') return null;
  if (SIGNS.test(text))
    return {
      code: 'PTL222',
      message: `"${text}" looks like a pattern, but "${kind}" compares letter by letter, signs too, so hardly any path matches. Use "regex" for a pattern${kind === 'prefix' ? '; a prefix needs none, as it takes everything that begins so' : ''}.`,
      data: { text },
    };
  if (text.includes('?'))
    return {
      code: 'PTL221',
      message: `"${text}" has a query (after the "?"), and the uri is compared without it, so no request matches. Put the path here, and the parameters under "queryParams".`,
      data: { text, path: text.slice(0, text.indexOf('?')) },
    };
  if (!text.startsWith('/')) return withoutSlash(text);
  return null;
}

/** Signs of patterns that hardly any path has: regular expressions, globs, and templates. */
const SIGNS = /[\^\\{}|[\]]|\.\*|\/\*\*?$|^\*|\)[?*+]|\$$/;

function judgeRegex(text: string): Verdict | null {
  if (/\\\?|\[\?\]/.test(text))
    return {
      code: 'PTL221',
      message: `"${text}" asks for a "?", and the uri is compared without the query, so no request matches. Put the path here, and the parameters under "queryParams".`,
      data: { text },
    };
  const { literal, rest } = readLiteral(text);
  if (literal !== '' && !literal.startsWith('/')) return withoutSlash(text);
  if (rest !== '') return null;
  return {
    code: 'PTL223',
    message: `A regular expression has to match the whole path, so this one takes "${literal}" and nothing else. Write ".*" behind it for what begins so, or use "exact".`,
    data: { text, literal },
  };
}

function withoutSlash(text: string): Verdict {
  return {
    code: 'PTL220',
    message: `Every path begins with "/", so "${text}" never matches. Write it from the slash on, without a host in front.`,
    data: { text },
  };
}
