import { type RouteMatch, routeMatchesOf } from '../../../envoy/match/route-matches.ts';
import type { Resource } from '../../../resources/resource.ts';
import { recordField, textField } from '../../../resources/tolerant-value.ts';
import type { Report, ResourceCheck } from '../../engine/check.ts';

/** What does a rewrite or redirect make of the path: is every slash there, and there once? */
export const rewriteSlashes: ResourceCheck = {
  name: 'rewrite-slashes',
  codes: ['PTL224', 'PTL225', 'PTL226'],
  about: ['VirtualService'],
  reads: [],
  run: (resource, _lookup, report) => {
    const seen = new Set<string>();
    for (const one of routeMatchesOf(resource)) {
      const { index } = one.route;
      for (const action of ['rewrite', 'redirect'] as const) {
        const uri = textField(recordField(one.written, action), 'uri');
        if (uri === null || uri.startsWith('/') || seen.has(`${action} ${index}`)) continue;
        seen.add(`${action} ${index}`);
        reportNoSlash(resource, index, action, uri, report);
      }
      judgeRewrite(resource, one, report);
    }
  },
};

function reportNoSlash(
  resource: Resource,
  index: number,
  action: 'rewrite' | 'redirect',
  uri: string,
  report: Report,
): void {
  report({
    code: 'PTL226',
    resource,
    path: ['spec', 'http', index, action, 'uri'],
    message: `"${uri}" becomes the path of the request, and a path begins with "/". Write "/${uri}"${action === 'redirect' ? ', and put another host under "authority"' : ''}.`,
    data: { uri },
  });
}

/** Envoy puts the rewrite where the matched prefix was, letter by letter. */
function judgeRewrite(
  resource: Resource,
  { match, route, written }: RouteMatch,
  report: Report,
): void {
  const uri = textField(recordField(written, 'rewrite'), 'uri');
  if (uri === null || !uri.startsWith('/') || match === null) return;
  if (match.uri.kind === 'exact' || match.uri.kind === 'regex') return;
  const prefix = match.uri.kind === 'any' ? '/' : match.uri.text;
  const path = ['spec', 'http', route.index, 'rewrite', 'uri'];
  const data = { prefix, uri };
  if (uri.endsWith('/') && !prefix.endsWith('/'))
    report({
      code: 'PTL224',
      resource,
      path,
      message: `Only "${prefix}" is replaced, and the slash behind it stays: "${prefix}/x" becomes "${uri}/x", with two slashes. Match the prefix "${prefix}/" and, in a second match, the exact path "${prefix}".`,
      data,
    });
  if (!uri.endsWith('/') && prefix.endsWith('/'))
    report({
      code: 'PTL225',
      resource,
      path,
      message: `The whole prefix "${prefix}" is replaced, its slash too: "${prefix}x" becomes "${uri}x". End the rewrite with a slash: "${uri}/".`,
      data,
    });
}
