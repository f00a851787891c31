import type { Trace, TraceDestination, TraceHop, TraceOutcome, TraceShare } from '@portolan/model';

/** How a hop is called on screen. */
export const HOP_NAMES: Readonly<Record<TraceHop, string>> = {
  'load-balancer': 'Load balancer',
  listener: 'Listener',
  'filter-chain': 'Filter chain',
  'virtual-host': 'Virtual host',
  route: 'Route',
  action: 'What the route does',
  cluster: 'Cluster',
  service: 'Service',
  workload: 'Workload',
};

/** How a request ended, to be seen at a glance. */
export interface TraceSummary {
  /** `good`: as the manifests mean it; `bad`: it failed; `mixed`: some of the requests fail. */
  readonly tone: 'good' | 'bad' | 'mixed';
  /** Such as "Reaches cart, subset v1" or "404: no route takes it". */
  readonly title: string;
}

const FAILURES: Readonly<Partial<Record<TraceOutcome, string>>> = {
  'connection-refused': 'Connection refused',
  'no-filter-chain': 'Connection reset: no filter chain takes it',
  'tls-handshake-failed': 'The TLS handshake fails',
  'protocol-mismatch': 'Client and gateway speak different protocols',
  'no-virtual-host': 'no virtual host has this host',
  'no-route': 'no route takes it',
  'no-cluster': 'the destination is not there',
  'no-endpoints': 'nothing runs behind the Service',
};

/** The end of a trace in one line. */
export function summarize(trace: Trace): TraceSummary {
  const { outcome, status, location, shares } = trace;
  const failing = shares.filter(isFailing);
  if (shares.length > 1 && failing.length > 0 && failing.length < shares.length) {
    const part = failing.reduce((sum, { share }) => sum + share, 0);
    return { tone: 'mixed', title: `${percent(part)} of the requests fail` };
  }
  switch (outcome) {
    case 'routed':
      return { tone: 'good', title: `Reaches ${sayDestinations(trace)}` };
    case 'tcp-proxied':
      return { tone: 'good', title: `Bytes reach ${sayDestinations(trace)}` };
    case 'redirect':
      return { tone: 'good', title: `${status ?? 301}: go to ${location ?? 'another address'}` };
    case 'direct-response':
      return { tone: 'good', title: `The gateway answers ${status ?? 200} itself` };
    case 'fault-abort':
      return { tone: 'bad', title: `The gateway answers ${status ?? 500} on purpose (fault)` };
    default: {
      const words = sayFailure(trace);
      return { tone: 'bad', title: status === null ? words : `${status}: ${words}` };
    }
  }
}

/** On a server without any VirtualService the request ends before a route is asked. */
function sayFailure({ outcome, steps }: Trace): string {
  const isBare = outcome === 'no-route' && steps.at(-1)?.hop === 'virtual-host';
  return isBare ? 'no VirtualService is on this server' : (FAILURES[outcome] ?? outcome);
}

/** Whether this part of the requests gets no answer from a workload. */
export function isFailing({ outcome }: TraceShare): boolean {
  return outcome !== 'routed' && outcome !== 'tcp-proxied';
}

/** A share as people say it: `90 %`, `33.3 %`. */
export function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}

/** A destination without what is the same for most: `cart:8080, subset v1`. */
export function sayDestination({ host, port, subset }: TraceDestination): string {
  const name = host.replace(/\.svc\.[^:]*$/, '').replace(/\.default$/, '');
  return `${name}:${port}${subset === null ? '' : `, subset ${subset}`}`;
}

function sayDestinations({ shares, destination }: Trace): string {
  if (shares.length > 1)
    return shares
      .map((share) => `${sayDestination(share.destination)} (${percent(share.share)})`)
      .join(' or ');
  return destination === null ? 'its destination' : sayDestination(destination);
}
