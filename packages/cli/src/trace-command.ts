import {
  type BuiltRequest,
  buildRequest,
  buildSnapshot,
  loadRegexEngine,
  parseCurl,
  type RequestParts,
  type TraceProtocol,
  traceRequest,
} from '@portolan/model';
import { CommandError } from './command-error.ts';
import { createLocator } from './locate-places.ts';
import { readInputs } from './read-inputs.ts';
import { type CommonOptions, commonHelp, readOptions } from './read-options.ts';
import { reportProblems } from './report-problems.ts';
import type { Command, CommandIo } from './run-command-line.ts';
import { drawTrace } from './traces/draw-trace.ts';
import { runDifference, runSavedRequests } from './traces/run-suites.ts';
import { traceJson } from './traces/trace-json.ts';

const OWN_OPTIONS = {
  url: {},
  curl: {},
  request: { short: 'X' },
  header: { short: 'H', takes: 'several' },
  gateway: {},
  port: {},
  'pod-port': {},
  protocol: {},
  'host-header': {},
  sni: {},
  'client-cert': { takes: 'nothing' },
  suite: {},
  diff: { takes: 'nothing' },
} as const;

const PROTOCOLS: readonly string[] = [
  'http',
  'http2',
  'https',
  'tls',
  'tcp',
] satisfies TraceProtocol[];

/** `portolan trace`: what happens to a request. */
export const traceCommand: Command = {
  name: 'trace',
  summary: 'send a request through the gateway, and tell every hop',
  help: `Tells what happens to a request, hop by hop, as Istio and Envoy would have it: from the load
balancer's port to the pods behind a Service, or to where it dies, and why.

Usage: portolan trace FILES… --url https://shop.example.com/cart [options]
       portolan trace FILES… --curl "curl -H 'x-user: jo' https://shop.example.com/cart"
       portolan trace FILES… --suite requests.yaml
       portolan trace --diff OLD NEW

${commonHelp(`  --url URL            what the client asks for
  --curl COMMAND       the same as a curl command
  -X, --request METHOD the method (default: GET)
  -H, --header 'N: V'  a header; may be given several times
  --gateway NS/NAME    where it comes in: a Gateway, a Service in front of one, or a workload
                       (default: where a Gateway has the host)
  --port N             the load balancer's port (default: that of the URL)
  --pod-port N         enter at this port of the gateway's pods, past the load balancer
  --protocol P         http, http2, https, tls or tcp (default: by the URL)
  --host-header HOST   the Host header (default: the host of the URL)
  --sni NAME           the server name of TLS (default: the host of the URL; empty: none)
  --client-cert        the client shows a certificate that the gateway trusts
  --suite FILE         trace the saved requests of a YAML file instead, and compare each with what
                       it is expected to come to; exit with status 1 where one differs:
                         requests:
                         - name: the cart
                           url: https://shop.example.com/cart
                           expect: {outcome: routed, cluster: outbound|80||cart.default.svc.cluster.local}
                         - url: https://shop.example.com/beta
                           expect: {shares: {cart v1: 90, cart v2: 10}}
  --diff               trace requests made for the routes of both files or folders, and print those
                       that end otherwise; exit with status 1 where there are any
`)}
Findings of this command are documents that are not YAML or no manifests, and what --suite and --diff
find. A request that gets no answer is a result, and no finding.
`,
  run: async (args, io) => {
    const options = await readOptions(args, OWN_OPTIONS);
    const regex = await loadRegexEngine();
    if (options.switches.has('diff')) return runDifference(regex, options, io);
    const { suite } = options.own;
    const request = suite === undefined ? readRequest(options, io) : null;
    const inputs = await readInputs(options.inputs, io);
    const snapshot = buildSnapshot(inputs.text, options.assumptions);
    const failed = reportProblems(snapshot, inputs, options.failOn, io);
    if (suite !== undefined) {
      const status = await runSavedRequests(suite, snapshot, regex, options, io);
      return failed ? 1 : status;
    }
    if (request === null) return 2;
    const trace = traceRequest(snapshot, request, regex);
    const locate = createLocator(inputs);
    io.out(
      options.json
        ? `${JSON.stringify(traceJson(trace, snapshot, locate), null, 2)}\n`
        : drawTrace(trace, snapshot, locate),
    );
    return failed ? 1 : 0;
  },
};

function readRequest(options: CommonOptions, io: CommandIo) {
  const { own, lists, switches } = options;
  const base = own.curl === undefined ? null : readCurl(own.curl, io);
  const url = own.url ?? base?.url;
  if (url === undefined)
    throw new CommandError('say what to ask for: --url URL, or --curl COMMAND.');
  const given: RequestParts = {
    url,
    protocol: readProtocol(own.protocol) ?? base?.protocol,
    method: own.request ?? base?.method,
    headers: [...(base?.headers ?? []), ...(lists.header ?? []).map(readHeader)],
    gateway: own.gateway,
    port: readPort('--port', own.port) ?? base?.port,
    podPort: readPort('--pod-port', own['pod-port']),
    hostHeader: own['host-header'],
    sni: own.sni,
    clientCertificate: switches.has('client-cert') || base?.clientCertificate === true,
  };
  const built: BuiltRequest = buildRequest(given);
  if (!built.ok) throw new CommandError(built.reason);
  return built.request;
}

function readCurl(command: string, io: CommandIo): RequestParts {
  const parsed = parseCurl(command);
  if (!parsed.ok) throw new CommandError(`--curl: ${parsed.reason}`);
  if (parsed.unknown.length > 0)
    io.err(`portolan: left out of the curl command: ${parsed.unknown.join(', ')}\n`);
  return parsed.parts;
}

function readProtocol(text: string | undefined): TraceProtocol | undefined {
  if (text === undefined) return undefined;
  const protocol = text.toLowerCase();
  if (!isProtocol(protocol))
    throw new CommandError(`--protocol takes ${PROTOCOLS.join(', ')}, and not ${text}.`);
  return protocol;
}

function isProtocol(text: string): text is TraceProtocol {
  return PROTOCOLS.includes(text);
}

function readPort(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new CommandError(`${option} takes a number from 1 to 65535, and not ${text}.`);
  return port;
}

function readHeader(text: string): readonly [string, string] {
  const colon = text.indexOf(':');
  if (colon < 1) throw new CommandError(`--header takes 'name: value', and not ${text}.`);
  return [text.slice(0, colon), text.slice(colon + 1)];
}
