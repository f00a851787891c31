import { whyNotResourceName, whyNotServiceName } from '../../schema/values/name-rules.ts';
import type { Snapshot } from '../../snapshot.ts';

/** Why Kubernetes would not take the name for a resource of this kind; null where it would. */
export function whyNotName(kind: string, name: string): string | null {
  return kind === 'Service' ? whyNotServiceName(name) : whyNotResourceName(name);
}

/** `base`, or `base-2`, `base-3` …: the first name that no resource of the kind has in the namespace. */
export function uniqueName(
  snapshot: Snapshot,
  kindOfId: string,
  namespace: string,
  base: string,
): string {
  const taken = new Set(snapshot.resources.map(({ id }) => id));
  const isTaken = (name: string) => taken.has(`${kindOfId}/${namespace}/${name}`);
  let name = base;
  for (let number = 2; isTaken(name); number++) {
    name = `${base}-${number}`;
  }
  return name;
}
