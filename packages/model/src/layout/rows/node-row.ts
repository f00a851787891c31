import type {
  CredentialState,
  GatewayServerState,
  SubsetState,
  WorkloadState,
} from '../../graph/topology.ts';
import type { ServicePort } from '../../resources/kinds/service.ts';
import type { ServiceEntryPort } from '../../resources/kinds/service-entry.ts';
import type { HttpRoute, L4Route } from '../../resources/kinds/virtual-service.ts';
import type { MatchProtocol, Phrase } from './describe-match.ts';

/**
 * One row of a node's table, with what is drawn in it. Texts are complete; what does not fit is cut
 * by an ellipsis, so that a row is exactly `height` high.
 */
export type NodeRow =
  | PortRow
  | SubsetRow
  | WorkloadsRow
  | ServerRow
  | CredentialRow
  | HostsRow
  | RouteRow
  | SplitRow
  | DestinationRow
  | MirrorRow
  | MoreRow
  | NoteRow;

interface RowBase {
  /** Unique in the node; names the row's handles (see RowGeometry). */
  readonly id: string;
  /** In pixels at 100 % zoom. */
  readonly height: number;
  /** Whether lines end here, at the row's left side. */
  readonly takesLines: boolean;
  /** Whether lines start here, at the row's right side. */
  readonly givesLines: boolean;
}

/** A port of a LoadBalancer, Service or ServiceEntry: ":80", then "http, to pod :8080". */
export interface PortRow extends RowBase {
  readonly kind: 'port';
  readonly port: ServicePort | ServiceEntryPort;
  /** ":80". */
  readonly label: string;
  /** "http, to pod :8080"; may be empty. */
  readonly detail: string;
}

/** A subset of a Service or ServiceEntry. */
export interface SubsetRow extends RowBase {
  readonly kind: 'subset';
  readonly subset: SubsetState;
  /** "version=v2"; empty where it has no labels. */
  readonly detail: string;
}

/** How many workloads of the text are behind a Service. */
export interface WorkloadsRow extends RowBase {
  readonly kind: 'workloads';
  readonly workloads: readonly WorkloadState[];
  /** "2 workloads". */
  readonly label: string;
  /** Their names. */
  readonly detail: string;
}

/** A server of a Gateway: "443", "HTTPS", a lock and the TLS mode, then its hosts. */
export interface ServerRow extends RowBase {
  readonly kind: 'server';
  readonly server: GatewayServerState;
  /** "443"; "no port" where it is absent. */
  readonly label: string;
  /** As written, such as "HTTPS"; may be empty. */
  readonly protocol: string;
  /** "SIMPLE", "PASSTHROUGH" …, or null where the server does no TLS. */
  readonly tlsMode: string | null;
  readonly redirectsToHttps: boolean;
  readonly hosts: readonly string[];
  /** A single host, or "no hosts", beside the port; null where it does not fit or there are more. */
  readonly hostBeside: Phrase | null;
  /** Otherwise the hosts, one line each under the port; the last may be "+ 12 more". */
  readonly hostLines: readonly Phrase[];
}

/** The Secret that a server names, right under the server; its explanation and command go with it. */
export interface CredentialRow extends RowBase {
  readonly kind: 'credential';
  readonly server: number;
  readonly credential: CredentialState;
  /** "Secret my-tls-secret". */
  readonly label: string;
  /** "not in this YAML", or null where it is found. */
  readonly state: string | null;
  /** The state has a line of its own, because it does not fit beside the label. */
  readonly stateBelow: boolean;
}

/** The hosts of a VirtualService or ServiceEntry. */
export interface HostsRow extends RowBase {
  readonly kind: 'hosts';
  readonly hosts: readonly string[];
  /** What is drawn, one line each: hosts, "+ 12 more", or words such as "no hosts". */
  readonly lines: readonly Phrase[];
  /** Only traffic inside the mesh takes it: it names no gateway. */
  readonly meshOnly: boolean;
  /** That is said on a line of its own, because it does not fit beside the hosts. */
  readonly meshOnlyBelow: boolean;
}

/** A route of a VirtualService: when it applies, and what it does beside its destinations. */
export interface RouteRow extends RowBase {
  readonly kind: 'route';
  readonly protocol: MatchProtocol;
  readonly route: HttpRoute | L4Route;
  /** 1-based place in the order of evaluation. */
  readonly number: number;
  readonly name: string | null;
  /** One line per match block ("or" between them); the last may be "or 3 more". */
  readonly matches: readonly (readonly Phrase[])[];
  /** How many text lines each of `matches` takes. */
  readonly matchLines: readonly number[];
  /** A chip each. */
  readonly actions: readonly (readonly Phrase[])[];
  /** The chips are under the matches, one line each; otherwise at the end of the first line. */
  readonly actionsBelow: boolean;
}

/** How a route with several destinations divides its requests. */
export interface SplitRow extends RowBase {
  readonly kind: 'split';
  /** Of all its destinations, in order, 0 to 1 each. */
  readonly shares: readonly number[];
}

/** Where a destination or mirror leads. */
interface HostRowBase extends RowBase {
  readonly host: string;
  /** One line, or two where the host is too long for one. */
  readonly hostLines: readonly string[];
  /** Behind the host's last line. */
  readonly port: number | null;
  readonly subset: string | null;
  /** The subset has a line of its own, because it does not fit behind the host. */
  readonly subsetBelow: boolean;
}

/** A destination of a route. */
export interface DestinationRow extends HostRowBase {
  readonly kind: 'destination';
  readonly protocol: MatchProtocol;
  readonly route: number;
  readonly destination: number;
  /** "90 %"; null for an only destination, which gets everything. */
  readonly share: string | null;
}

/** A mirror of a route: it gets copies, and nobody waits for its answers. */
export interface MirrorRow extends HostRowBase {
  readonly kind: 'mirror';
  readonly route: number;
  readonly mirror: number;
  /** "copy", or "copy of 10 %". */
  readonly share: string;
}

/** Stands for rows that are not shown; their lines join here. */
export interface MoreRow extends RowBase {
  readonly kind: 'more';
  readonly count: number;
  /** "+ 12 more routes". */
  readonly label: string;
}

/** Why a node is implied or missing, or what is remarkable about it, in a line or two. */
export interface NoteRow extends RowBase {
  readonly kind: 'note';
  readonly tone: 'info' | 'warning' | 'error';
  readonly text: string;
  /** How many lines the text takes. */
  readonly lines: number;
  /** On one line under the text. */
  readonly actions: readonly NoteAction[];
}

/**
 * - `write`: write the node into the text (command `write-node`)
 * - `exists-elsewhere`: assume that it exists outside the text
 * - `why`: say the whole, which the node's `explanation` and `command` are
 */
export interface NoteAction {
  readonly kind: 'write' | 'exists-elsewhere' | 'why';
  readonly label: string;
}
