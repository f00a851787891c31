import { encodeHost } from './encode-host.ts';

/** The parts of a URL that a request is made of. */
export interface UrlParts {
  /** In small letters; null where none is written. */
  readonly scheme: string | null;
  /** `user:password`; null where none is written. */
  readonly credentials: string | null;
  /** Without the port, as it is sent: `xn--bcher-kva.example`. An address of IPv6 in its brackets. */
  readonly host: string;
  readonly port: number | null;
  /** Begins with a slash. */
  readonly path: string;
  /** What stands behind `?`; null where there is none. */
  readonly query: string | null;
}

const URL_FORM =
  /^(?:([A-Za-z][A-Za-z0-9+.-]*):\/\/)?(?:([^/?#@]*)@)?(\[[^\]]*\]|[^/?#:\s]*)(?::(\d*))?(\/[^?#\s]*)?(?:\?([^#\s]*))?(?:#\S*)?$/;

/** The parts of a URL, with or without its scheme; null where it is none. */
export function parseUrl(text: string): UrlParts | null {
  const found = URL_FORM.exec(text.trim());
  if (found === null) return null;
  const [, scheme, credentials, host = '', port, path, query] = found;
  const number = port === undefined || port === '' ? null : Number(port);
  if (host === '' || (number !== null && (number < 1 || number > 65_535))) return null;
  return {
    scheme: scheme?.toLowerCase() ?? null,
    credentials: credentials ?? null,
    host: encodeHost(host),
    port: number,
    path: path ?? '/',
    query: query ?? null,
  };
}
