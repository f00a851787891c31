import type { Resource } from '../resources/resource.ts';
import type { Snapshot } from '../snapshot.ts';
import { resourceText } from './resource-text.ts';

/** A file of a folder; `path` has `/` between folder and file. */
export interface ExportedFile {
  readonly path: string;
  readonly text: string;
}

/**
 * The text as one file per resource, in a folder per namespace where there are several, and a
 * `kustomization.yaml` that lists them. Documents that hold no resource (broken ones, templates,
 * values) are files too, and not listed.
 */
export function splitIntoFiles({ documents, resources }: Snapshot): readonly ExportedFile[] {
  const live = resources.filter(({ stale }) => !stale);
  const namespaces = new Set(live.map(({ namespace }) => namespace));
  const taken = new Set<string>(['kustomization.yaml']);
  const files = live.map((resource) => ({
    path: freePath(pathOf(resource, namespaces.size > 1), taken),
    text: resourceText(resource),
  }));
  const withResource = new Set(live.map(({ document }) => document));
  const others = documents
    .filter((document) => !withResource.has(document) && document.text.trim() !== '')
    .filter(({ status }) => status !== 'empty')
    .map(({ text }, index) => ({ path: freePath(`other-${index + 1}.yaml`, taken), text }));
  return [...files, ...others, kustomization(files.map(({ path }) => path))];
}

function pathOf({ kind, namespace, name }: Resource, inFolders: boolean): string {
  const safe = (text: string) =>
    text.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^\.+/, '') || 'unnamed';
  const file = `${safe(kind.toLowerCase())}-${safe(name)}.yaml`;
  return inFolders && namespace !== '' ? `${safe(namespace)}/${file}` : file;
}

function freePath(path: string, taken: Set<string>): string {
  let free = path;
  for (let number = 2; taken.has(free); number++) {
    free = path.replace(/\.yaml$/, `-${number}.yaml`);
  }
  taken.add(free);
  return free;
}

function kustomization(paths: readonly string[]): ExportedFile {
  const lines = [
    'apiVersion: kustomize.config.k8s.io/v1beta1',
    'kind: Kustomization',
    paths.length === 0 ? 'resources: []' : 'resources:',
    ...paths.map((path) => `- ${path}`),
  ];
  return { path: 'kustomization.yaml', text: `${lines.join('\n')}\n` };
}
