import type { Resource } from '../../../resources/resource.ts';
import { recordField, textField } from '../../../resources/tolerant-value.ts';

const CONTROLLER = 'istio.io/ingress-controller';

/**
 * Whether istiod takes the Ingress for its own, in the mode in which it is installed (STRICT): the
 * annotation of old says so, or the class that it names, which is Istio's by its controller. Classes
 * are rarely in a text: one that is not is known by its name.
 */
export function isForIstio(
  { kind, group, value }: Resource,
  findClass: (name: string) => Resource | undefined,
): boolean {
  if (kind !== 'Ingress' || group !== 'networking.k8s.io') return false;
  const annotations = recordField(recordField(value, 'metadata'), 'annotations');
  const annotated = textField(annotations, 'kubernetes.io/ingress.class');
  if (annotated !== null) return annotated === 'istio';
  const named = textField(recordField(value, 'spec'), 'ingressClassName');
  if (named === null) return false;
  const written = findClass(named);
  return written === undefined
    ? named === 'istio'
    : textField(recordField(written.value, 'spec'), 'controller') === CONTROLLER;
}
