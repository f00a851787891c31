import { type FieldPath, formatFieldPath } from '../../documents/field-path.ts';
import type { Labels } from '../../resources/resource.ts';
import type { CursorContext } from '../cursor-context.ts';
import { findHostResource } from '../names/known-hosts.ts';
import { type KnownPods, pickPods } from '../names/known-pods.ts';
import { findLoose, looseText, looseValue } from '../reader/loose-value.ts';
import { writtenAt } from './name-target.ts';

/** Where kinds write the labels of the pods that they are about. */
const SELECTORS: Readonly<Record<string, readonly string[]>> = {
  'spec.selector': ['Service', 'Gateway'],
  'spec.subsets[].labels': ['DestinationRule'],
  'spec.workloadSelector.labels': ['Sidecar', 'ServiceEntry', 'EnvoyFilter'],
  'spec.selector.matchLabels': [
    'AuthorizationPolicy',
    'PeerAuthentication',
    'ProxyConfig',
    'RequestAuthentication',
    'Telemetry',
    'WasmPlugin',
  ],
};

/** The pods that the selector at the cursor picks, by all of its labels; null where there is no selector. */
export function findSelected(context: CursorContext): readonly KnownPods[] | null {
  const { snapshot, resource, path, place } = context;
  const own: FieldPath = place.role === 'key' ? path : path.slice(0, -1);
  const kinds = SELECTORS[formatFieldPath(own).replace(/\[\d+\]/g, '[]')];
  const isMap = place.role === 'key' || typeof path.at(-1) === 'string';
  if (kinds?.includes(resource.kind) !== true || !isMap || writtenAt(context) === '') return null;
  const labels = labelsAt(context, own);
  switch (resource.kind) {
    case 'Gateway':
      return pickPods(snapshot, labels, null);
    case 'DestinationRule': {
      const host = looseText(resource.node, ['spec', 'host']);
      const service = findHostResource(snapshot, host, resource.namespace);
      if (service?.details.type !== 'Service' || service.details.selector === null) return [];
      return pickPods(snapshot, { ...service.details.selector, ...labels }, service.namespace);
    }
    default:
      return pickPods(snapshot, labels, resource.namespace);
  }
}

function labelsAt({ resource }: CursorContext, path: FieldPath): Labels {
  const value = looseValue(findLoose(resource.node, path) ?? null);
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).map(([key, text]) => [key, String(text)]));
}
