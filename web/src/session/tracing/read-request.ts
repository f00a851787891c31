import { type BuiltRequest, buildRequest, parseCurl, type TraceRequest } from '@portolan/model';
import { addressOf } from './request-text.ts';

interface ReadOptions {
  readonly method: string;
  /**
   * The request of before: its own address is that request again, with all that was set; another
   * address takes over its headers and whether the client shows a certificate.
   */
  readonly before: TraceRequest | null;
}

/** What is read, with the parts of a curl command that nothing is made of. */
export type ReadRequest = BuiltRequest & { readonly leftOut: readonly string[] };

/** Reads an address, with a method in front of it or not, or a whole curl command. */
export function readRequest(text: string, { method, before }: ReadOptions): ReadRequest {
  const typed = text.trim();
  if (typed === '')
    return whole({ ok: false, reason: 'Type an address, such as https://example.com/.' });
  if (/^(?:\$\s+)?(?:\S*curl\s|curl$)/.test(typed)) return readCurl(typed);
  const [, verb, rest] = /^([A-Z]+)\s+(\S.*)$/.exec(typed) ?? [];
  const url = rest ?? typed;
  const wanted = verb ?? method;
  if (before !== null && addressOf(before) === url) {
    return whole({ ok: true, request: { ...before, method: wanted } });
  }
  return whole(
    buildRequest({
      url,
      method: wanted,
      headers: Object.entries(before?.headers ?? {}),
      clientCertificate: before?.clientCertificate,
    }),
  );
}

function whole(built: BuiltRequest): ReadRequest {
  return { ...built, leftOut: [] };
}

function readCurl(command: string): ReadRequest {
  const parsed = parseCurl(command);
  return parsed.ok
    ? { ...buildRequest(parsed.parts), leftOut: parsed.unknown }
    : { ...parsed, leftOut: [] };
}
