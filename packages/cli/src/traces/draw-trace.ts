import { rangeOf, type Snapshot, type Trace, type TraceHop, type TraceStep } from '@portolan/model';
import type { Locate } from './trace-json.ts';

const NAMES: Readonly<Record<TraceHop, string>> = {
  'load-balancer': 'load balancer',
  listener: 'listener',
  'filter-chain': 'filter chain',
  'virtual-host': 'virtual host',
  route: 'route',
  action: 'action',
  cluster: 'cluster',
  service: 'Service',
  workload: 'workload',
};

const WIDTH = 15;

/** A trace as text: a line down the hops, what lost beside each, and how it ends. */
export function drawTrace(trace: Trace, snapshot: Snapshot, locate: Locate): string {
  const lines = [describeRequest(trace), ''];
  for (const step of trace.steps) lines.push(...drawStep(step, snapshot, locate));
  lines.push(...drawEnding(trace));
  return `${lines.join('\n')}\n`;
}

function describeRequest({ request, workload }: Trace): string {
  const { protocol, method, host, path, query, sni, port, podPort } = request;
  const where = podPort === null ? `port ${port}` : `port ${podPort} of the pods`;
  const what =
    protocol === 'tcp' || protocol === 'tls'
      ? `${protocol}${sni === null ? '' : ` for ${sni}`}`
      : `${method} ${path}${query === null ? '' : `?${query}`}   Host: ${host || '(none)'}   ${protocol}${sni === null ? '' : `, SNI ${sni}`}`;
  return `${what}   to ${where}${workload === null ? '' : ` of ${workload}`}`;
}

function drawStep(step: TraceStep, snapshot: Snapshot, locate: Locate): readonly string[] {
  const { hop, matched, found, reason, origins, candidates } = step;
  const sign = matched ? '●' : '✗';
  const [first] = origins;
  const place = first && locate(rangeOf(snapshot, first.resourceId, first.path));
  const at = place ? `   ${place.file}:${place.start.line}` : '';
  const losers =
    hop === 'route' || !matched ? candidates.filter((candidate) => !candidate.matched) : [];
  return [
    `${sign} ${NAMES[hop].padEnd(WIDTH)} ${found ?? '–'}${at}`,
    `│ ${' '.repeat(WIDTH)} ${reason}`,
    ...losers
      .slice(0, 8)
      .map(({ name, reason: why }) => `│ ${' '.repeat(WIDTH)}   · ${name}: ${why}`),
    ...(losers.length > 8 ? [`│ ${' '.repeat(WIDTH)}   · and ${losers.length - 8} more`] : []),
  ];
}

function drawEnding(trace: Trace): readonly string[] {
  const { outcome, status, flag, location, client, lesson, notes, shares, upstream } = trace;
  const code = [status ?? '', flag ?? ''].filter((part) => part !== '').join(' ');
  const several = shares.length > 1 ? shares.map(describeShare) : [];
  return [
    `▶ ${outcome}${code === '' ? '' : ` (${code})`}${location === null ? '' : ` → ${location}`}`,
    ...several,
    ...(upstream === null || outcome !== 'routed'
      ? []
      : [`  upstream gets   ${upstream.path}   Host: ${upstream.host}`]),
    ...(client.curl === null ? [] : [`  ${client.curl}`]),
    ...notes.map(({ text }) => `  note: ${text}`),
    ...(lesson === null ? [] : ['', lesson.meaning]),
    ...(lesson?.causes ?? []).map(({ text, applies }) => `${applies ? '  !' : '  ?'} ${text}`),
  ];
}

function describeShare({ share, cluster, outcome }: Trace['shares'][number]): string {
  return `  ${`${Math.round(share * 1000) / 10} %`.padStart(7)}  ${cluster}${outcome === 'routed' ? '' : `  ${outcome}`}`;
}
