import { describe, expect, test } from 'vitest';
import { traceThroughGateway } from '../../src/envoy/trace/trace-through-gateway.ts';
import {
  buildSnapshot,
  DEFAULT_ASSUMPTIONS,
  type Trace,
  type TraceOutcome,
  type TraceProtocol,
  type TraceRequest,
  traceRequest,
} from '../../src/index.ts';
import { loadRegexEngine } from '../../src/schema/values/regex-engine.ts';
import {
  casesOf,
  compileCase,
  HAS_ROUTING_CASES,
  type RoutingCase,
  textOf,
  worldOf,
} from './routing-case.ts';

interface Call {
  readonly name?: string;
  readonly port: number;
  readonly protocol: string;
  readonly tls: string;
  readonly host_header: string;
  readonly sni: string;
  readonly path: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
}

interface Expected {
  readonly error: string | null;
  readonly listenerMatched: string;
  readonly routeConfigMatched: string;
  readonly virtualHostMatched: string;
  readonly routeMatched: string;
  readonly clusterMatched: string;
  /** Whether what is empty is to be empty. */
  readonly strictMatch: boolean;
}

interface Simulation extends RoutingCase {
  readonly calls: readonly Call[];
  readonly expected: readonly Expected[];
}

/** How Istio's simulator calls an ending. It does not look whether a cluster is there. */
const OUTCOMES: Readonly<Record<string, readonly TraceOutcome[]>> = {
  ErrNoListener: ['connection-refused'],
  ErrNoFilterChain: ['no-filter-chain'],
  ErrMultipleFilterChain: ['no-filter-chain'],
  ErrTLSError: ['tls-handshake-failed'],
  ErrMTLSError: ['tls-handshake-failed'],
  ErrProtocolError: ['protocol-mismatch'],
  ErrNoVirtualHost: ['no-virtual-host'],
  ErrNoRoute: ['no-route'],
  ErrTLSRedirect: ['redirect'],
  '': ['routed', 'tcp-proxied', 'no-cluster', 'no-endpoints', 'direct-response'],
};

const regex = await loadRegexEngine();

function protocolOf({ protocol, tls }: Call): TraceProtocol {
  if (protocol === 'tcp') return tls === 'plaintext' ? 'tcp' : 'tls';
  return tls === 'plaintext' ? 'http' : 'https';
}

function requestOf(call: Call): TraceRequest {
  return {
    protocol: protocolOf(call),
    gateway: null,
    port: call.port,
    podPort: call.port,
    method: call.method,
    host: call.host_header,
    path: call.path,
    query: null,
    headers: call.headers,
    sni: call.sni === '' ? null : call.sni,
    clientCertificate: call.tls === 'mtls',
  };
}

function expectEnding(trace: Trace, expected: Expected | undefined): void {
  expect(OUTCOMES[expected?.error ?? '']).toContain(trace.outcome);
  const found = {
    listenerMatched: trace.listener ?? '',
    routeConfigMatched: trace.routeConfig ?? '',
    virtualHostMatched: trace.virtualHost ?? '',
    routeMatched: trace.route ?? '',
    clusterMatched: trace.cluster ?? '',
  };
  for (const [name, value] of Object.entries(found)) {
    const wanted = Object.entries(expected ?? {}).find(([key]) => key === name)?.[1];
    if (wanted !== '' || expected?.strictMatch === true)
      expect({ [name]: value }).toEqual({ [name]: wanted });
  }
}

describe.skipIf(!HAS_ROUTING_CASES)("[V22] Istio's own simulations", () => {
  const calls = casesOf<Simulation>('simulation').flatMap((one) =>
    one.calls.map((call, index) => ({
      one,
      call,
      expected: one.expected[index],
      title: `${one.name}: ${call.name ?? index}`,
    })),
  );

  test.each(calls)('$title', ({ one, call, expected }) => {
    const trace = traceThroughGateway({
      world: worldOf(one),
      config: compileCase(one),
      request: requestOf(call),
      regex,
      nodeOfService: (namespace, name) => `Service/${namespace}/${name}`,
    });
    expectEnding(trace, expected);
  });

  test.each(calls)(
    '$title, at an assumed gateway without an address',
    ({ one, call, expected }) => {
      const { labels = {}, namespace = '' } = one.proxy ?? {};
      const gateway = {
        name: 'case',
        namespace,
        labels,
        service: null,
        tlsTerminatedInFront: false,
      };
      const clusterDomain = one.domainSuffix ?? '';
      const assumptions = { ...DEFAULT_ASSUMPTIONS, clusterDomain, gateways: [gateway] };
      const snapshot = buildSnapshot(textOf(one), assumptions);
      expectEnding(traceRequest(snapshot, requestOf(call), regex), expected);
    },
  );
});
