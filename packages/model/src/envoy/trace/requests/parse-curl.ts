import type { RequestParts } from './build-request.ts';
import { encodeBase64 } from './encode-base64.ts';
import { splitShell } from './split-shell.ts';

/** A curl command read, or why it cannot be. */
export type ParsedCurl =
  | {
      readonly ok: true;
      readonly parts: RequestParts;
      /** Options that are not known here, as written. */
      readonly unknown: readonly string[];
    }
  | { readonly ok: false; readonly reason: string };

/** What the options come to. Changes in place. */
interface CurlDraft {
  url: string | null;
  method: string | null;
  isHead: boolean;
  dataInQuery: boolean;
  readonly data: string[];
  hasForm: boolean;
  readonly headers: [string, string][];
  protocol: 'http2' | null;
  connectTo: string | null;
  clientCertificate: boolean;
  readonly unknown: string[];
}

type Take = (draft: CurlDraft, value: string) => void;

const header =
  (name: string): Take =>
  (draft, value) => {
    draft.headers.push([name, value]);
  };
const data: Take = (draft, value) => {
  draft.data.push(value);
};

/** Options that take a value; what each does. */
const VALUED: Readonly<Record<string, Take>> = {
  '--request': (draft, value) => {
    draft.method = value;
  },
  '--header': (draft, value) => {
    const colon = value.indexOf(':');
    // "Name;" is an empty header, "Name:" takes one away.
    if (colon > 0) draft.headers.push([value.slice(0, colon), value.slice(colon + 1)]);
    else if (value.endsWith(';')) draft.headers.push([value.slice(0, -1), '']);
  },
  '--data': data,
  '--data-raw': data,
  '--data-ascii': data,
  '--data-binary': data,
  '--data-urlencode': data,
  '--json': (draft, value) => {
    draft.data.push(value);
    draft.headers.push(['content-type', 'application/json'], ['accept', 'application/json']);
  },
  '--form': (draft) => {
    draft.hasForm = true;
  },
  '--user': (draft, value) => {
    draft.headers.push(['authorization', `Basic ${encodeBase64(value)}`]);
  },
  '--oauth2-bearer': (draft, value) => {
    draft.headers.push(['authorization', `Bearer ${value}`]);
  },
  '--user-agent': header('user-agent'),
  '--referer': header('referer'),
  '--cookie': header('cookie'),
  '--connect-to': (draft, value) => {
    draft.connectTo = value;
  },
  '--cert': (draft) => {
    draft.clientCertificate = true;
  },
  '--url': (draft, value) => {
    draft.url ??= value;
  },
};

/** Options that take a value and do not bear on the route. */
const VALUED_ASIDE = new Set([
  ...['--resolve', '--key', '--cacert', '--capath', '--output', '--max-time', '--connect-timeout'],
  ...['--retry', '--retry-delay', '--write-out', '--cookie-jar', '--dump-header', '--max-redirs'],
  ...['--interface', '--ciphers', '--cert-type', '--key-type', '--pass', '--limit-rate', '--range'],
]);

const FLAGS: Readonly<Record<string, (draft: CurlDraft) => void>> = {
  '--head': (draft) => {
    draft.isHead = true;
  },
  '--get': (draft) => {
    draft.dataInQuery = true;
  },
  '--http2-prior-knowledge': (draft) => {
    draft.protocol = 'http2';
  },
  '--compressed': (draft) => {
    draft.headers.push(['accept-encoding', 'deflate, gzip, br, zstd']);
  },
};

const FLAGS_ASIDE = new Set([
  ...['--insecure', '--silent', '--show-error', '--verbose', '--location', '--include', '--fail'],
  ...['--http1.0', '--http1.1', '--http2', '--globoff', '--no-buffer', '--progress-bar', '--ipv4'],
  ...['--ipv6', '--tlsv1', '--tlsv1.0', '--tlsv1.1', '--tlsv1.2', '--tlsv1.3', '--remote-name'],
  ...['--path-as-is', '--no-keepalive', '--fail-with-body', '--location-trusted', '--no-alpn'],
]);

const SHORT: Readonly<Record<string, string>> = {
  X: '--request',
  H: '--header',
  d: '--data',
  F: '--form',
  u: '--user',
  A: '--user-agent',
  e: '--referer',
  b: '--cookie',
  E: '--cert',
  I: '--head',
  G: '--get',
  k: '--insecure',
  s: '--silent',
  S: '--show-error',
  v: '--verbose',
  L: '--location',
  i: '--include',
  f: '--fail',
  g: '--globoff',
  N: '--no-buffer',
  '4': '--ipv4',
  '6': '--ipv6',
  '0': '--http1.0',
  O: '--remote-name',
  o: '--output',
  m: '--max-time',
  w: '--write-out',
  c: '--cookie-jar',
  D: '--dump-header',
  r: '--range',
  '#': '--progress-bar',
};

/** Reads a curl command as a shell and curl would; never throws. */
export function parseCurl(command: string): ParsedCurl {
  const words = splitShell(command);
  if (words === null) return { ok: false, reason: 'A quote of the command is not closed.' };
  const [first, ...args] = words;
  if (first !== 'curl' && first?.endsWith('/curl') !== true)
    return { ok: false, reason: 'The command does not begin with curl.' };
  const draft = emptyDraft();
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at] ?? '';
    const options = word.startsWith('--') ? [{ name: word, rest: null }] : expandShort(word);
    if (options === null) {
      draft.url ??= word;
      continue;
    }
    for (const { name, rest } of options) {
      if (takesValue(name)) {
        if (rest === null) at += 1;
        VALUED[name]?.(draft, rest ?? args[at] ?? '');
      } else if (FLAGS[name] !== undefined) FLAGS[name](draft);
      else if (!FLAGS_ASIDE.has(name)) draft.unknown.push(name);
    }
  }
  return finish(draft);
}

function emptyDraft(): CurlDraft {
  return {
    url: null,
    method: null,
    isHead: false,
    dataInQuery: false,
    data: [],
    hasForm: false,
    headers: [],
    protocol: null,
    connectTo: null,
    clientCertificate: false,
    unknown: [],
  };
}

function takesValue(name: string): boolean {
  return Object.hasOwn(VALUED, name) || VALUED_ASIDE.has(name);
}

interface Option {
  readonly name: string;
  /** The value, where it stands in the same word. */
  readonly rest: string | null;
}

/** `-sSk`, `-XPOST`; null for a word that is no option. */
function expandShort(word: string): readonly Option[] | null {
  if (!word.startsWith('-') || word === '-') return null;
  const options: Option[] = [];
  for (let at = 1; at < word.length; at += 1) {
    const letter = word.charAt(at);
    const name = Object.hasOwn(SHORT, letter) ? (SHORT[letter] ?? '') : `-${letter}`;
    if (takesValue(name)) {
      const rest = word.slice(at + 1);
      return [...options, { name, rest: rest === '' ? null : rest }];
    }
    options.push({ name, rest: null });
  }
  return options;
}

function finish(draft: CurlDraft): ParsedCurl {
  const { url, data: sent, isHead, dataInQuery, hasForm, unknown } = draft;
  if (url === null) return { ok: false, reason: 'The command has no URL.' };
  const body = sent.join('&');
  const hasBody = (sent.length > 0 && !dataInQuery) || hasForm;
  const usual = isHead ? 'HEAD' : hasBody ? 'POST' : 'GET';
  const [, , , port = ''] = (draft.connectTo ?? '').split(':');
  return {
    ok: true,
    unknown,
    parts: {
      url: dataInQuery && sent.length > 0 ? withQuery(url, body) : url,
      method: draft.method ?? usual,
      headers: withUsual(draft.headers, sent.length > 0 && hasBody),
      protocol: draft.protocol ?? undefined,
      port: /^\d+$/.test(port) ? Number(port) : undefined,
      clientCertificate: draft.clientCertificate,
    },
  };
}

function withQuery(url: string, query: string): string {
  return `${url}${url.includes('?') ? '&' : '?'}${query}`;
}

/** What curl sends of its own accord. */
function withUsual(
  headers: readonly (readonly [string, string])[],
  hasData: boolean,
): readonly (readonly [string, string])[] {
  const given = new Set(headers.map(([name]) => name.trim().toLowerCase()));
  const usual: readonly (readonly [string, string])[] = [
    ['user-agent', 'curl/8.5.0'],
    ['accept', '*/*'],
    ...(hasData ? [['content-type', 'application/x-www-form-urlencoded'] as const] : []),
  ];
  return [...usual.filter(([name]) => !given.has(name)), ...headers];
}
