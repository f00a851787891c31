import type { HttpRoute } from '../../resources/kinds/virtual-service.ts';
import type { Phrase } from './describe-match.ts';
import { literal, word } from './describe-match.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * What an HTTP route does beside sending requests to its destinations, each in a few words for a
 * chip: answers, redirects, rewrites, delays, aborts, delegates, gives up after a time.
 */
export function describeActions(route: HttpRoute): readonly (readonly Phrase[])[] {
  const actions: (readonly Phrase[])[] = [];
  if (route.directResponse !== null) {
    actions.push([word('answers '), literal(textOf(route.directResponse.status, '(no status)'))]);
  }
  if (route.redirect !== null) actions.push(describeRedirect(route.redirect));
  if (route.delegate !== null) {
    const { namespace, name } = route.delegate;
    actions.push([
      word('continues in '),
      literal(namespace === null ? name : `${namespace}/${name}`),
    ]);
  }
  if (route.rewrite !== null) actions.push(...describeRewrite(route.rewrite));
  if (route.fault !== null) actions.push(...describeFault(route.fault));
  if (route.timeout !== null) actions.push([word('gives up after '), literal(route.timeout)]);
  return actions;
}

function describeRedirect(redirect: Fields): readonly Phrase[] {
  const scheme = textOf(redirect.scheme, '');
  const authority = textOf(redirect.authority, '');
  const port = textOf(redirect.port, '');
  const uri = textOf(redirect.uri, '');
  const host = port === '' ? authority : `${authority}:${port}`;
  const whole = `${scheme === '' ? '' : `${scheme}://`}${host}${uri}`;
  // Without a host what is written changes parts of the address, and the rest stays.
  const changed = [scheme, port === '' ? '' : `:${port}`, uri].filter((part) => part !== '');
  const places = authority === '' ? changed : [whole];
  const to = places.flatMap((place, index) => [
    word(index === 0 ? 'redirects to ' : ', '),
    literal(place),
  ]);
  const code = literal(textOf(redirect.redirectCode, '301'));
  return [...(to.length === 0 ? [word('redirects')] : to), word(', '), code];
}

function describeRewrite(rewrite: Fields): readonly (readonly Phrase[])[] {
  const regex = isRecord(rewrite.uriRegexRewrite) ? rewrite.uriRegexRewrite : null;
  const uri = textOf(rewrite.uri, regex === null ? '' : textOf(regex.rewrite, ''));
  const authority = textOf(rewrite.authority, '');
  if (uri === '' && authority === '') return [[word('rewrites')]];
  const path = uri === '' ? [] : [[word('path becomes '), literal(uri)]];
  return authority === '' ? path : [...path, [word('host becomes '), literal(authority)]];
}

function describeFault(fault: Fields): readonly (readonly Phrase[])[] {
  const actions: (readonly Phrase[])[] = [];
  if (isRecord(fault.abort)) {
    const { httpStatus, grpcStatus, http2Error } = fault.abort;
    const status = textOf(httpStatus ?? grpcStatus ?? http2Error, 'an error');
    actions.push([word(`fails ${percentOf(fault.abort)} with `), literal(status)]);
  }
  if (isRecord(fault.delay)) {
    const time = textOf(fault.delay.fixedDelay ?? fault.delay.exponentialDelay, '(no time)');
    actions.push([word(`delays ${percentOf(fault.delay)} by `), literal(time)]);
  }
  return actions;
}

/** Istio takes an absent percentage of a fault as 100 %. */
function percentOf(part: Fields): string {
  const value = isRecord(part.percentage) ? (part.percentage.value ?? 0) : part.percent;
  return typeof value === 'number' ? `${Math.round(value * 100) / 100} %` : '100 %';
}

function textOf(value: unknown, absent: string): string {
  if (typeof value === 'string' && value !== '') return value;
  return typeof value === 'number' ? String(value) : absent;
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
