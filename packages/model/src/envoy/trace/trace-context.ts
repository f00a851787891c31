import type { NodeId } from '../../graph/topology.ts';
import type { RegexEngine } from '../../schema/values/regex-engine.ts';
import type { World } from '../compile/world/world.ts';
import type { GatewayConfig } from '../gateway-config.ts';
import type { TraceRequest } from './trace-request.ts';

/** What a trace goes through. */
export interface TraceContext {
  readonly world: World;
  readonly config: GatewayConfig;
  readonly request: TraceRequest;
  /** null: it has not been loaded, and no regular expression can be tried. */
  readonly regex: RegexEngine | null;
  /** The node that stands for a Service. */
  readonly nodeOfService: (namespace: string, name: string) => NodeId;
}
