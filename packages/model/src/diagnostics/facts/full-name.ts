/** A namespaced object as Istio prints it: `namespace/name`, or the name alone where it has no namespace. */
export function fullName({
  namespace,
  name,
}: {
  readonly namespace: string;
  readonly name: string;
}): string {
  return namespace === '' ? name : `${namespace}/${name}`;
}
