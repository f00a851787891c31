import type { FieldOrigin, NodeId } from '../../graph/topology.ts';
import type { RouteFault } from '../route-config.ts';
import type {
  Cause,
  ClientView,
  Trace,
  TraceCandidate,
  TraceDestination,
  TraceHop,
  TraceNote,
  TraceOutcome,
  TraceShare,
  TraceStep,
  UpstreamRequest,
} from './trace.ts';
import type { TraceContext } from './trace-context.ts';

/** How a trace ends; what is not said is null, or nothing. */
export interface Ending {
  readonly outcome: TraceOutcome;
  readonly status?: number;
  readonly flag?: string;
  readonly location?: string;
  readonly client?: ClientView;
  /** What the failure means; the usual causes are put beside it. */
  readonly meaning?: string;
  readonly causes?: readonly Cause[];
}

/** A step as it is told. */
export interface ToldStep {
  readonly hop: TraceHop;
  readonly matched: boolean;
  readonly reason: string;
  readonly found?: string;
  readonly candidates?: readonly TraceCandidate[];
  readonly origins?: readonly FieldOrigin[];
  readonly node?: NodeId | null;
}

/** curl prints the answer. */
const ANSWERED: ClientView = { curl: null, exitCode: 0 };

type Names = Pick<
  Trace,
  'listener' | 'filterChain' | 'routeConfig' | 'virtualHost' | 'route' | 'cluster'
>;

/** A trace as it is made, hop by hop. Changes in place. */
export class TraceDraft {
  readonly context: TraceContext;
  readonly #steps: TraceStep[] = [];
  readonly #notes: TraceNote[] = [];
  readonly #blamed: Cause[] = [];
  #names: Names = {
    listener: null,
    filterChain: null,
    routeConfig: null,
    virtualHost: null,
    route: null,
    cluster: null,
  };
  #destination: TraceDestination | null = null;
  #upstream: UpstreamRequest | null = null;
  #shares: readonly TraceShare[] = [];
  #fault: RouteFault | null = null;

  constructor(context: TraceContext) {
    this.context = context;
  }

  step({ found, candidates, origins, node, ...told }: ToldStep): void {
    this.#steps.push({
      ...told,
      found: found ?? null,
      candidates: candidates ?? [],
      origins: uniqueOrigins(origins ?? []),
      node: node ?? null,
    });
  }

  note(text: string, origin: FieldOrigin | null = null): void {
    this.#notes.push({ text, origin });
  }

  name(names: Partial<Names>): void {
    this.#names = { ...this.#names, ...names };
  }

  /** Keeps what is wrong behind a route, to be told as the cause. */
  blame(text: string, origin: FieldOrigin): void {
    // Several destinations may lack the same thing.
    if (this.#blamed.some((cause) => cause.text === text)) return;
    this.#blamed.push({ text, applies: true, origin });
  }

  clusterCauses(): readonly Cause[] {
    return this.#blamed;
  }

  fault(fault: RouteFault): void {
    this.#fault = fault;
  }

  send(shares: readonly TraceShare[], upstream: UpstreamRequest | null): void {
    const largest = shares.reduce<TraceShare | null>(
      (best, share) => (best === null || share.share > best.share ? share : best),
      null,
    );
    this.#shares = shares;
    this.#upstream = upstream;
    this.#destination = largest?.destination ?? null;
    this.name({ cluster: largest?.cluster ?? null });
  }

  end({ outcome, status, flag, location, client, meaning, causes }: Ending): Trace {
    const { config, request } = this.context;
    return {
      request,
      outcome,
      workload: config.workload.id,
      ...this.#names,
      destination: this.#destination,
      status: status ?? null,
      flag: flag ?? null,
      location: location ?? null,
      upstream: this.#upstream,
      shares: this.#shares,
      fault: this.#fault,
      notes: [
        ...this.#notes,
        ...config.notSimulated.map(({ message, resource }) => ({
          text: message,
          origin: { resourceId: resource, path: ['metadata', 'name'] },
        })),
      ],
      client: client ?? ANSWERED,
      steps: this.#steps,
      lesson:
        meaning === undefined
          ? null
          : {
              meaning,
              // What is so here comes first.
              causes: (causes ?? []).toSorted(
                (one, other) => Number(other.applies) - Number(one.applies),
              ),
            },
    };
  }
}

function uniqueOrigins(origins: readonly FieldOrigin[]): readonly FieldOrigin[] {
  return [
    ...new Map(
      origins.map((origin) => [JSON.stringify([origin.resourceId, origin.path]), origin]),
    ).values(),
  ];
}
