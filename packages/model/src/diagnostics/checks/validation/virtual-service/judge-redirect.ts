import { whyNotPort } from '../../../../schema/values/number-rules.ts';
import type { Judge } from '../judge.ts';
import { at, isSet, numberOf, type Place, readText, textOf } from '../place.ts';

/** Where a redirect sends the client. Istio says only the first thing that is wrong. */
export function judgeRedirect(judge: Judge, route: Place): void {
  const redirect = at(route, 'redirect');
  if (!isSet(redirect)) return;
  const code = numberOf(at(redirect, 'redirectCode'));
  const port = numberOf(at(redirect, 'port'));
  const scheme = textOf(at(redirect, 'scheme'));
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

function isWithoutTarget(redirect: Place): boolean {
  return (
    ['uri', 'authority', 'scheme'].every((name) => readText(at(redirect, name)) === '') &&
    !isSet(at(redirect, 'port')) &&
    !isSet(at(redirect, 'derivePort')) &&
    !isSet(at(redirect, 'prefixRewrite'))
  );
}
