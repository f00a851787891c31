import type { Snapshot } from '../../snapshot.ts';

/** Why Kubernetes would not take the name for a resource of this kind; null where it would. */
export function whyNotName(kind: string, name: string): string | null {
  // A Service's name becomes a DNS label; most other names may be several labels with dots.
  const isService = kind === 'Service';
  const label = '[a-z0-9](?:[-a-z0-9]*[a-z0-9])?';
  const pattern = isService
    ? /^[a-z](?:[-a-z0-9]*[a-z0-9])?$/
    : new RegExp(`^${label}(?:\\.${label})*$`);
  const longest = isService ? 63 : 253;
  if (name === '') {
    return 'A resource needs a name.';
  }
  if (name.length > longest) {
    return `The name is too long: Kubernetes allows ${longest} characters here.`;
  }
  if (pattern.test(name)) {
    return null;
  }
  return isService
    ? `"${name}" cannot be the name of a Service. Use lower case letters, digits and "-"; begin with a letter and end with a letter or digit.`
    : `"${name}" cannot be a name in Kubernetes. Use lower case letters, digits, "-" and "."; begin and end with a letter or digit.`;
}

/** Why Kubernetes would not take the namespace; null where it would. */
export function whyNotNamespace(namespace: string): string | null {
  return namespace.length <= 63 && /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/.test(namespace)
    ? null
    : `"${namespace}" cannot be a namespace. Use at most 63 lower case letters, digits and "-"; begin and end with a letter or digit.`;
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
