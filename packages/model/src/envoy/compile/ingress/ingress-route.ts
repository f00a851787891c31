import type { Assumptions } from '../../../resources/assumptions.ts';
import { serviceHost } from '../../../resources/host-name.ts';
import {
  findRecord,
  integerField,
  recordField,
  textField,
  type ValueRecord,
} from '../../../resources/tolerant-value.ts';

/** An http route that istiod makes of a path of an Ingress, and what it is sorted by. */
export interface IngressRoute {
  readonly value: ValueRecord;
  /** Of the path that is asked for. */
  readonly length: number;
  readonly isExact: boolean;
}

/** null: it leads to no Service, or to a port whose name the Service does not have. */
export function ingressRoute(
  path: ValueRecord,
  namespace: string,
  findPorts: (name: string, namespace: string) => ReadonlyMap<string, number>,
  assumptions: Assumptions,
): IngressRoute | null {
  const service = findRecord(recordField(path, 'backend'), 'service');
  if (service === null) return null;
  const name = textField(service, 'name') ?? '';
  const port = recordField(service, 'port');
  const number =
    integerField(port, 'number') ?? findPorts(name, namespace).get(textField(port, 'name') ?? '');
  if (number === undefined) return null;
  const uri = readUri(textField(path, 'pathType'), textField(path, 'path') ?? '');
  const destination = { host: serviceHost(name, namespace, assumptions), port: { number } };
  const route = [{ destination, weight: 100 }];
  return {
    value: uri === null ? { route } : { match: [{ uri }], route },
    length: (uri?.exact ?? uri?.prefix ?? '').length,
    isExact: uri?.exact !== undefined,
  };
}

interface IngressUri {
  readonly exact?: string;
  readonly prefix?: string;
}

/** What no type is said of is read as Istio did before there were types; null: every path. */
function readUri(type: string | null, path: string): IngressUri | null {
  if (type === 'Exact') return { exact: path };
  if (type === 'Prefix') return { prefix: path };
  if (['', '*', '/*', '.*'].includes(path)) return null;
  return /(?:\.|\/)\*$/.test(path) ? { prefix: path.slice(0, -2) } : { exact: path };
}
