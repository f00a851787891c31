import { whyNotPort } from '../../../../schema/values/number-rules.ts';
import type { Judge } from '../judge.ts';
import { at, isSet, itemsOf, numberOf, type Place, readText, textOf } from '../place.ts';

/** Where a redirect sends the client. Istio says only the first thing that is wrong. */
export function judgeRedirect(judge: Judge, route: Place): void {
  const redirect = at(route, 'redirect');
  if (!isSet(redirect)) return;
  const code = numberOf(at(redirect, 'redirectCode'));
  const port = numberOf(at(redirect, 'port'));
  const scheme = textOf(at(redirect, 'scheme'));
  if (judgePrefix(judge, route, redirect)) return;
  if (isWithoutTarget(redirect))
    judge.refuse(
      redirect,
      'redirect must specify URI, authority, scheme, or port',
      'This redirect leads to where the request came from. Write uri, authority, scheme or port.',
    );
  else if (code !== 0 && (code < 300 || code > 399))
    judge.refuse(
      at(redirect, 'redirectCode'),
      `${code} is not a valid redirect code, must be 3xx`,
      'The status of a redirect is 301, 302, 303, 307 or 308.',
    );
  else if (scheme !== '' && scheme !== 'http' && scheme !== 'https')
    judge.refuse(
      at(redirect, 'scheme'),
      'invalid redirect scheme, must be "http" or "https"',
      'The scheme of a redirect is http or https, in small letters.',
    );
  else if (port > 0 && whyNotPort(port) !== null)
    judge.refuse(
      at(redirect, 'port'),
      `port number ${port} must be in the range 1..65535`,
      `${port} is no port. A port is a number from 1 to 65535.`,
    );
}

/** Whether something is wrong with the prefix that replaces the matched one. */
function judgePrefix(judge: Judge, route: Place, redirect: Place): boolean {
  const prefix = at(redirect, 'prefixRewrite');
  if (textOf(prefix) === '') return false;
  if (textOf(at(redirect, 'uri')) !== '') {
    judge.refuse(
      prefix,
      'redirect may only specify one of uri or prefix_rewrite',
      'A redirect has a whole new path (uri) or a new beginning of it (prefixRewrite). Leave one out.',
    );
    return true;
  }
  const uris = itemsOf(at(route, 'match')).map((match) => at(match, 'uri'));
  const other = uris.find((uri) => isSet(uri) && !isSet(at(uri, 'prefix')));
  if (other === undefined) return false;
  judge.refuse(
    other,
    'redirect prefix_rewrite requires all URI matches to use prefix match type',
    'prefixRewrite replaces the prefix that is matched, so each match of the path has to be a prefix.',
  );
  return true;
}

function isWithoutTarget(redirect: Place): boolean {
  return (
    ['uri', 'authority', 'scheme'].every((name) => readText(at(redirect, name)) === '') &&
    !isSet(at(redirect, 'port')) &&
    !isSet(at(redirect, 'derivePort')) &&
    !isSet(at(redirect, 'prefixRewrite'))
  );
}
