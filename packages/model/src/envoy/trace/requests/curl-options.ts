import { encodeBase64 } from './encode-base64.ts';

/** What the options come to. Changes in place. */
export interface CurlDraft {
  url: string | null;
  method: string | null;
  isHead: boolean;
  dataInQuery: boolean;
  readonly data: string[];
  /** Parts of the query, beside those of the URL. */
  readonly query: string[];
  hasForm: boolean;
  /** Data that stands in files, as written: nobody knows here what it is. */
  readonly files: string[];
  readonly headers: [string, string][];
  protocol: 'http2' | null;
  readonly connectTo: string[];
  /** The name of a file that is sent. */
  upload: string | null;
  target: string | null;
  clientCertificate: boolean;
  /** What is left out, as written. */
  readonly unknown: string[];
}

type Take = (draft: CurlDraft, value: string) => void;

/** The URL that is asked for; of several the first. */
export const takeUrl: Take = (draft, value) => {
  if (draft.url === null) draft.url = value;
  else draft.unknown.push(value);
};

/** As `--data-urlencode` writes it: `content`, `=content` or `name=content`; null for what is in a file. */
function encodeData(value: string): string | null {
  const [, name = '', sign = '', content = value] = /^([^=@]*)([=@])(.*)$/s.exec(value) ?? [];
  if (sign === '@') return null;
  const encoded = encodeURIComponent(content).replace(
    /[!'()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return name === '' ? encoded : `${name}=${encoded}`;
}

const header =
  (name: string): Take =>
  (draft, value) => {
    draft.headers.push([name, value]);
  };
const data: Take = (draft, value) => {
  if (value.startsWith('@')) draft.files.push(`--data ${value}`);
  else draft.data.push(value);
};
const rawData: Take = (draft, value) => {
  draft.data.push(value);
};

const form: Take = (draft) => {
  draft.hasForm = true;
};

/** Options that take a value; what each does. */
const TAKERS: Readonly<Record<string, Take>> = {
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
  '--data-raw': rawData,
  '--data-ascii': data,
  '--data-binary': data,
  '--data-urlencode': (draft, value) => {
    const encoded = encodeData(value);
    if (encoded === null) draft.files.push(`--data-urlencode ${value}`);
    else draft.data.push(encoded);
  },
  '--url-query': (draft, value) => {
    const encoded = value.startsWith('+') ? value.slice(1) : encodeData(value);
    if (encoded === null) draft.unknown.push(`--url-query ${value}`);
    else draft.query.push(encoded);
  },
  '--json': (draft, value) => {
    draft.data.push(value);
    draft.headers.push(['content-type', 'application/json'], ['accept', 'application/json']);
  },
  '--form': form,
  '--form-string': form,
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
    draft.connectTo.push(value);
  },
  '--cert': (draft) => {
    draft.clientCertificate = true;
  },
  '--url': takeUrl,
  '--upload-file': (draft, value) => {
    draft.upload = value;
  },
  '--request-target': (draft, value) => {
    draft.target = value;
  },
  '--range': (draft, value) => {
    draft.headers.push(['range', `bytes=${value}`]);
  },
};

/** Options that take a value and do not bear on the route. */
const ASIDE = new Set([
  ...['--resolve', '--key', '--cacert', '--capath', '--output', '--max-time', '--connect-timeout'],
  ...['--retry', '--retry-delay', '--write-out', '--cookie-jar', '--dump-header', '--max-redirs'],
  ...['--interface', '--ciphers', '--cert-type', '--key-type', '--pass', '--limit-rate'],
  ...['--tls-max', '--tls13-ciphers', '--curves', '--crlfile', '--pinnedpubkey', '--engine'],
  ...['--retry-max-time', '--keepalive-time', '--speed-limit', '--speed-time', '--max-filesize'],
  ...[
    '--expect100-timeout',
    '--happy-eyeballs-timeout-ms',
    '--local-port',
    '--noproxy',
    '--stderr',
  ],
  ...['--dns-servers', '--dns-interface', '--doh-url', '--trace', '--trace-ascii', '--output-dir'],
  ...['--proto', '--proto-default', '--proto-redir', '--rate', '--parallel-max', '--libcurl'],
  ...['--etag-save', '--hsts', '--alt-svc', '--netrc-file', '--random-file', '--create-file-mode'],
]);

/** Options that take a value and change where or what is sent in ways that are not followed here. */
const NOT_FOLLOWED = new Set([
  ...['--proxy', '--preproxy', '--proxy1.0', '--proxy-user', '--proxy-header', '--socks4'],
  ...['--socks4a', '--socks5', '--socks5-hostname', '--unix-socket', '--abstract-unix-socket'],
  ...['--aws-sigv4', '--config', '--variable', '--continue-at', '--etag-compare', '--time-cond'],
  ...['--haproxy-clientip', '--ipfs-gateway', '--quote', '--service-name', '--delegation'],
]);

const SWITCHES: Readonly<Record<string, (draft: CurlDraft) => void>> = {
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

const LONG_NAMES: Readonly<Record<string, string>> = {
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
  T: '--upload-file',
  x: '--proxy',
  U: '--proxy-user',
  K: '--config',
  C: '--continue-at',
  z: '--time-cond',
  Q: '--quote',
  y: '--speed-time',
  Y: '--speed-limit',
  '#': '--progress-bar',
};

/** An option by its long name, with its value where it stands in the same word. */
export interface CurlOption {
  readonly name: string;
  readonly value: string | null;
}

/** The options of a word, `-sSk` or `-XPOST`; null for a word that is none. */
export function readOptionWord(word: string): readonly CurlOption[] | null {
  if (!word.startsWith('-') || word === '-') return null;
  if (word.startsWith('--')) return [{ name: word, value: null }];
  const options: CurlOption[] = [];
  for (let at = 1; at < word.length; at += 1) {
    const letter = word.charAt(at);
    const name = Object.hasOwn(LONG_NAMES, letter) ? (LONG_NAMES[letter] ?? '') : `-${letter}`;
    const rest = word.slice(at + 1);
    if (takesValue(name)) return [...options, { name, value: rest === '' ? null : rest }];
    options.push({ name, value: null });
  }
  return options;
}

/** Whether the next word is the option's value, where none stands in its own. */
export function takesValue(name: string): boolean {
  return Object.hasOwn(TAKERS, name) || ASIDE.has(name) || NOT_FOLLOWED.has(name);
}

/** Does what an option says; one that is not known, or not followed, is named. */
export function applyOption(draft: CurlDraft, name: string, value: string): void {
  if (Object.hasOwn(TAKERS, name)) TAKERS[name]?.(draft, value);
  else if (Object.hasOwn(SWITCHES, name)) SWITCHES[name]?.(draft);
  else if (!ASIDE.has(name) && !FLAGS_ASIDE.has(name)) draft.unknown.push(name);
}
