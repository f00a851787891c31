/** A manifest whose metadata are on one line: `name: cart`; a Service is Kubernetes', all else Istio's. */
export function manifest(kind: string, metadata: string, spec: string): string {
  const apiVersion = kind === 'Service' ? 'v1' : 'networking.istio.io/v1';
  return `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {${metadata}}\nspec:\n${spec}`;
}

/** A VirtualService, by default `vs`. */
export function virtualService(spec: string, metadata = 'name: vs'): string {
  return manifest('VirtualService', metadata, spec);
}

/** The documents as one text. */
export function joined(...documents: readonly string[]): string {
  return documents.join('---\n');
}
