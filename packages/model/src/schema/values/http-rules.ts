import { quoted } from './quoted.ts';

/** The methods that Istio knows for CORS. */
export const HTTP_METHODS = [
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'CONNECT',
  'OPTIONS',
  'TRACE',
  '*',
];

/** The conditions of retries that Istio knows, beside the numbers of statuses. */
export const RETRY_CONDITIONS = [
  '5xx',
  'gateway-error',
  'reset',
  'reset-before-request',
  'connect-failure',
  'retriable-4xx',
  'refused-stream',
  'retriable-status-codes',
  'retriable-headers',
  'envoy-ratelimited',
  'http3-post-connect-failure',
  'cancelled',
  'deadline-exceeded',
  'internal',
  'resource-exhausted',
  'unavailable',
];

/** The protocols that Istio knows for ports. Case does not count. */
export const PORT_PROTOCOLS = [
  'HTTP',
  'HTTPS',
  'HTTP2',
  'GRPC',
  'GRPC-WEB',
  'TLS',
  'TCP',
  'UDP',
  'MONGO',
  'MYSQL',
  'REDIS',
];

const UNLISTED_PROTOCOLS = ['HTTP_PROXY'];
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** Why Istio would not take it as the protocol of a port; null where it would. */
export function whyNotProtocol(text: string): string | null {
  return [...PORT_PROTOCOLS, ...UNLISTED_PROTOCOLS].includes(text.toUpperCase())
    ? null
    : `${quoted(text)} is no protocol that Istio knows. It knows ${PORT_PROTOCOLS.join(', ')}.`;
}

/** As `whyNotProtocol`, and an empty text is taken too: as TCP. */
export function whyNotEntryProtocol(text: string): string | null {
  return text === '' ? null : whyNotProtocol(text);
}

/** Why Istio would not take it as a method for CORS; null where it would. */
export function whyNotMethod(text: string): string | null {
  return HTTP_METHODS.includes(text)
    ? null
    : `${quoted(text)} is no method of HTTP. The methods are ${HTTP_METHODS.slice(0, -1).join(', ')}, or * for all.`;
}

/** Why it cannot be the name of a header; null where it can. */
export function whyNotHeaderName(text: string): string | null {
  if (text === '') return 'The name of a header is missing.';
  return TOKEN.test(text.replace(/^:(method|scheme|authority|path|status)$/, '$1'))
    ? null
    : `${quoted(text)} cannot be the name of a header. Use letters, digits and "-".`;
}

/** Why Istio would not match requests by this header; null where it would. Claims of tokens begin with `@`. */
export function whyNotMatchedHeader(text: string): string | null {
  return /^@request\.auth\.claims[.[].+/.test(text) ? null : whyNotHeaderName(text);
}

function isCondition(text: string): boolean {
  return RETRY_CONDITIONS.includes(text) || (/^\d{3}$/.test(text) && +text >= 100 && +text < 600);
}

/** Why Istio would not take the list of conditions for a retry; null where it would. */
export function whyNotRetryConditions(text: string): string | null {
  const bad = text.split(',').find((one) => !isCondition(one));
  if (bad === undefined) return null;
  return isCondition(bad.trim())
    ? 'There must be no spaces between the conditions: write a comma alone.'
    : `${quoted(bad)} is no condition for a retry. Write statuses such as 503, or words such as 5xx, connect-failure or reset, with a comma between them.`;
}

/** Why it is no path of a URL; null where it is one. */
export function whyNotUrlPath(text: string): string | null {
  return text.startsWith('/') && !/\s/.test(text)
    ? null
    : `${quoted(text)} is no path. A path begins with "/" and has no spaces.`;
}

/** Why it is no address of a file on the web; null where it is one. */
export function whyNotWebAddress(text: string): string | null {
  return /^https?:\/\/[^\s/]+(\/\S*)?$/.test(text)
    ? null
    : `${quoted(text)} is no address on the web. Write one such as https://example.com/keys.json.`;
}
