import type { Resource } from '../../../resources/resource.ts';
import { recordField } from '../../../resources/tolerant-value.ts';
import { nearestWords } from '../../../schema/nearest-words.ts';
import type { Finding, ResourceCheck } from '../../engine/check.ts';
import { ANNOTATIONS, type KnownAnnotation } from './annotation-table.ts';

/** What Istio writes itself. */
const OWN = ['sidecar.istio.io/status', 'gateway.istio.io/controller-version', 'istio.io/rev'];
const INJECT = 'sidecar.istio.io/inject';

/**
 * Annotations of Istio: does it know them, on this kind, with this value? As Istio's
 * annotations.K8sAnalyzer has it.
 */
export const istioAnnotations: ResourceCheck = {
  name: 'istio-annotations',
  codes: ['IST0107', 'IST0108', 'IST0125', 'IST0135'],
  about: ['Namespace', 'Service', 'Pod', 'Deployment'],
  reads: [],
  run: (resource, _lookup, report) => {
    const annotations = recordField(recordField(resource.value, 'metadata'), 'annotations');
    for (const [name, value] of Object.entries(annotations)) {
      if (!isOfIstio(name) || OWN.includes(name)) continue;
      const place = { resource, path: ['metadata', 'annotations', name] } as const;
      const known = ANNOTATIONS.get(name);
      if (known === undefined) {
        report({ ...place, part: 'key', ...describeUnknown(name) });
        continue;
      }
      if (known.isDeprecated && !(name === INJECT && Object.hasOwn(resource.labels, INJECT)))
        report({ ...place, part: 'key', ...describeDeprecated(name) });
      const wrong = describeUse(resource, name, value, known);
      if (wrong !== null) report({ ...place, ...wrong });
    }
  },
};

type Said = Omit<Finding, 'resource' | 'path'>;

function isOfIstio(name: string): boolean {
  return name === 'kubernetes.io/ingress.class' || /^[^/]*istio\.io\//.test(name);
}

function describeUnknown(name: string): Said {
  const near = findNear(name);
  return {
    code: 'IST0108',
    // Without a slip of the pen it may be one of a newer Istio.
    ...(near === null ? { severity: 'info' as const } : {}),
    message:
      near === null
        ? `Portolan knows no annotation "${name}" of Istio, which ignores those that it does not know.`
        : `Istio knows no annotation "${name}" and ignores it. Did you mean ${near}?`,
    args: [name],
    data: { suggestion: near },
  };
}

/** One whose part behind the slash differs by a few letters. */
function findNear(name: string): string | null {
  const slash = name.indexOf('/') + 1;
  const all = [...ANNOTATIONS.keys()];
  const siblings = all.filter((one) => one.startsWith(name.slice(0, slash)));
  const [near] = nearestWords(
    name.slice(slash),
    siblings.map((one) => one.slice(slash)),
  );
  return near === undefined ? null : name.slice(0, slash) + near;
}

function describeDeprecated(name: string): Said {
  const advice = name === INJECT ? 'Write it as a label of the pod instead.' : 'Leave it out.';
  return {
    code: 'IST0135',
    message: `The annotation "${name}" is deprecated. ${advice}`,
    args: [name, ''],
  };
}

function describeUse(
  { kind }: Resource,
  name: string,
  value: unknown,
  { on, judge }: KnownAnnotation,
): Said | null {
  if (on.includes('Any')) return null;
  if (!on.includes(kind)) {
    const place =
      kind === 'Deployment' && on.includes('Pod')
        ? 'Put it under spec.template.metadata.annotations, from where pods get it.'
        : `It belongs to the kind ${on.join(' or ')}.`;
    return {
      code: 'IST0107',
      part: 'key',
      message: `The annotation "${name}" does nothing on a ${kind}. ${place}`,
      args: [name, on.join(', ')],
    };
  }
  const fault = typeof value === 'string' ? (judge?.(value) ?? null) : null;
  return fault === null
    ? null
    : {
        code: 'IST0125',
        message: `The value of the annotation "${name}" is not one that Istio takes: ${fault}.`,
      };
}
