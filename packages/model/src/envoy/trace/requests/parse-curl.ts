import type { RequestParts } from './build-request.ts';
import {
  applyOption,
  type CurlDraft,
  readOptionWord,
  takesValue,
  takeUrl,
} from './curl-options.ts';
import { encodeBase64 } from './encode-base64.ts';
import { parseUrl, type UrlParts } from './parse-url.ts';
import { splitShell } from './split-shell.ts';

/** A curl command read, or why it cannot be. */
export type ParsedCurl =
  | {
      readonly ok: true;
      readonly parts: RequestParts;
      /** What is left out, as written: options that are not known or not followed, files, further URLs. */
      readonly unknown: readonly string[];
    }
  | { readonly ok: false; readonly reason: string };

/** Reads a curl command as a shell and curl would; never throws. */
export function parseCurl(command: string): ParsedCurl {
  const words = splitShell(command.replace(/^\s*\$\s+/, ''));
  if (words === null) return { ok: false, reason: 'A quote of the command is not closed.' };
  const [first, ...args] = words;
  if (first !== 'curl' && first?.endsWith('/curl') !== true)
    return { ok: false, reason: 'The command does not begin with curl.' };
  const draft = emptyDraft();
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at] ?? '';
    const options = readOptionWord(word);
    if (options === null) takeUrl(draft, word);
    for (const { name, value } of options ?? []) {
      if (value === null && takesValue(name)) at += 1;
      applyOption(draft, name, value ?? args[at] ?? '');
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
    query: [],
    hasForm: false,
    files: [],
    headers: [],
    protocol: null,
    connectTo: [],
    upload: null,
    target: null,
    clientCertificate: false,
    unknown: [],
  };
}

function finish(draft: CurlDraft): ParsedCurl {
  const { data, files, isHead, dataInQuery, upload } = draft;
  if (draft.url === null) return { ok: false, reason: 'The command has no URL.' };
  const hasData = data.length + files.length > 0 && !dataInQuery;
  const usual = isHead ? 'HEAD' : upload ? 'PUT' : hasData || draft.hasForm ? 'POST' : 'GET';
  const query = dataInQuery ? [...draft.query, ...data] : draft.query;
  // A file goes under its own name where the URL ends in a folder.
  const isFolder = upload !== null && draft.url.endsWith('/');
  const url = isFolder ? draft.url + upload.slice(upload.lastIndexOf('/') + 1) : draft.url;
  return {
    ok: true,
    unknown: [...draft.unknown, ...(dataInQuery ? files : [])],
    parts: {
      url: query.length > 0 ? withQuery(url, query.join('&')) : url,
      method: draft.method ?? usual,
      headers: withUsual(draft, hasData),
      protocol: draft.protocol ?? undefined,
      port: portOf(draft.connectTo, parseUrl(url)),
      target: draft.target ?? undefined,
      clientCertificate: draft.clientCertificate,
    },
  };
}

const CONNECT_TO = /^(\[[^\]]*\]|[^:]*):(\d*):(?:\[[^\]]*\]|[^:]*):(\d*)$/;

/** The port of the first `HOST1:PORT1:HOST2:PORT2` that is for the URL; what is empty there fits all. */
function portOf(connectTo: readonly string[], url: UrlParts | null): number | undefined {
  const own = url?.port ?? (url?.scheme === 'https' ? 443 : 80);
  for (const one of connectTo) {
    const [, host = '', from = '', to = ''] = CONNECT_TO.exec(one) ?? [];
    const isMeant =
      (host === '' || host.toLowerCase() === url?.host.toLowerCase()) &&
      (from === '' || Number(from) === own);
    if (isMeant && to !== '') return Number(to);
  }
  return undefined;
}

function withQuery(url: string, query: string): string {
  return `${url}${url.includes('?') ? '&' : '?'}${query}`;
}

/** With what curl sends of its own accord. */
function withUsual(
  { headers, url, hasForm }: CurlDraft,
  hasData: boolean,
): readonly (readonly [string, string])[] {
  const given = new Set(headers.map(([name]) => name.trim().toLowerCase()));
  const credentials = parseUrl(url ?? '')?.credentials ?? null;
  const type = hasForm ? 'multipart/form-data' : 'application/x-www-form-urlencoded';
  const usual: readonly (readonly [string, string])[] = [
    ['user-agent', 'curl/8.5.0'],
    ['accept', '*/*'],
    ...(hasData || hasForm ? [['content-type', type] as const] : []),
    ...(credentials === null ? [] : [['authorization', basic(credentials)] as const]),
  ];
  return [...usual.filter(([name]) => !given.has(name)), ...headers];
}

function basic(credentials: string): string {
  try {
    return `Basic ${encodeBase64(decodeURIComponent(credentials))}`;
  } catch {
    return `Basic ${encodeBase64(credentials)}`;
  }
}
