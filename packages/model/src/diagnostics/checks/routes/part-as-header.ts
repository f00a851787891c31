import { pathOfMatch, routeMatchesOf } from '../../../envoy/match/route-matches.ts';
import { isRecord, listField, recordField } from '../../../resources/tolerant-value.ts';
import type { Finding, ResourceCheck } from '../../engine/check.ts';

/** Is the host, path or method of a request asked for as a header? Istio has fields for them. */
export const partAsHeader: ResourceCheck = {
  name: 'part-as-header',
  codes: ['PTL227'],
  about: ['VirtualService'],
  reads: [],
  run: (resource, _lookup, report) => {
    for (const one of routeMatchesOf(resource)) {
      const block = one.block === null ? null : listField(one.written, 'match')[one.block];
      if (!isRecord(block)) continue;
      for (const name of Object.keys(recordField(block, 'headers'))) {
        const said = judge(name);
        if (said === null) continue;
        const path = [...pathOfMatch(one), 'headers', name];
        report({ code: 'PTL227', resource, path, part: 'key', ...said });
      }
    }
  },
};

const PARTS = new Set(['uri', 'scheme', 'method', 'authority']);

function judge(name: string): Pick<Finding, 'message' | 'severity' | 'data'> | null {
  if (name.toLowerCase() === 'host')
    return {
      severity: 'info',
      message:
        'The host that a request is for is no common header: Envoy keeps it as the authority, with its port. Put the condition under "authority", or give the host a VirtualService of its own.',
      data: { field: 'authority' },
    };
  if (!PARTS.has(name)) return null;
  return {
    message: `This asks for a header that is called "${name}", and requests have none. The ${name === 'uri' ? 'path' : name} of a request is a field of the match: move "${name}" out of "headers", to stand beside it.`,
    data: { field: name },
  };
}
