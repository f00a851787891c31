import type { FieldPath } from '../documents/field-path.ts';
import type { ManifestDocument } from '../documents/manifest-document.ts';
import {
  forEachManifest,
  MAX_RESOURCES_PER_DOCUMENT,
  type ManifestType,
} from './read-resources.ts';
import { findResourceKind } from './resource-kind.ts';
import {
  fieldOf,
  findRecord,
  isRecord,
  recordField,
  textField,
  type ValueRecord,
} from './tolerant-value.ts';

/** What keeps a document that is good YAML from being a Kubernetes object. */
export interface ManifestProblem {
  readonly code: 'manifest-kind' | 'manifest-api-version' | 'manifest-name' | 'manifest-limit';
  readonly severity: 'warning' | 'info';
  /** One or two sentences for a beginner: what is wrong here, and what to do. */
  readonly message: string;
  /** The field to show, relative to the document. */
  readonly path: FieldPath;
}

/**
 * What is wrong with the documents' manifests as such. Silent about what is no manifest at all:
 * values files, kustomizations, patches, configuration files of tools.
 */
export function findManifestProblems(document: ManifestDocument): readonly ManifestProblem[] {
  if (document.status !== 'parsed') return [];
  if (!isRecord(document.value)) return problemsOfScalar(document.value);
  const problems: ManifestProblem[] = [];
  let count = 0;
  forEachManifest(document.value, (manifest, path, type) => {
    count += 1;
    const problem = findProblem(manifest, type, path);
    if (problem !== null) problems.push(problem);
  });
  if (count >= MAX_RESOURCES_PER_DOCUMENT - 1)
    problems.push({
      code: 'manifest-limit',
      severity: 'warning',
      message: `This document stands for more than ${MAX_RESOURCES_PER_DOCUMENT} objects; those after that are left out of the topology. Split it.`,
      path: [],
    });
  return problems;
}

function problemsOfScalar(value: unknown): readonly ManifestProblem[] {
  if (Array.isArray(value) || value === null || value === undefined) return [];
  return [
    {
      code: 'manifest-kind',
      severity: 'info',
      message:
        'This document is a single value and no manifest. A manifest begins with apiVersion, kind and metadata, each with a colon after it.',
      path: [],
    },
  ];
}

function findProblem(
  manifest: ValueRecord,
  { kind, apiVersion }: ManifestType,
  path: FieldPath,
): ManifestProblem | null {
  if (kind === null) return findKindProblem(manifest, apiVersion, path);
  if (apiVersion === null) {
    if (!looksLikeObject(manifest)) return null;
    return {
      code: 'manifest-api-version',
      severity: 'warning',
      message: `This ${kind} has no apiVersion, so Kubernetes does not know what it is. Write one, for example apiVersion: ${exampleVersion(kind)}.`,
      path: [...path, 'kind'],
    };
  }
  return isNamed(apiVersion, kind) ? findNameProblem(manifest, kind, path) : null;
}

function findKindProblem(
  manifest: ValueRecord,
  apiVersion: string | null,
  path: FieldPath,
): ManifestProblem | null {
  if (apiVersion === null && !looksLikeObject(manifest)) return null;
  const lacks = apiVersion === null ? 'no kind and no apiVersion' : 'no kind';
  return {
    code: 'manifest-kind',
    severity: 'warning',
    message: `This document has ${lacks}, so it is not part of the topology. Write what it is, for example kind: VirtualService.`,
    path: apiVersion === null ? path : [...path, 'apiVersion'],
  };
}

function findNameProblem(
  manifest: ValueRecord,
  kind: string,
  path: FieldPath,
): ManifestProblem | null {
  const metadata = recordField(manifest, 'metadata');
  if (textField(metadata, 'name') !== null || textField(metadata, 'generateName') !== null)
    return null;
  const written = fieldOf(metadata, 'name');
  const isOther = written !== undefined && written !== null && written !== '';
  return {
    code: 'manifest-name',
    severity: 'warning',
    message: isOther
      ? `The name of this ${kind} is no text, as Kubernetes wants it. Put it in quotes.`
      : `This ${kind} has no metadata.name, so nothing can point at it and it is not part of the topology. Give it a name.`,
    path: isOther ? [...path, 'metadata', 'name'] : [...path, 'kind'],
  };
}

/** Whether a mapping is meant to be a Kubernetes object, whatever it lacks. */
function looksLikeObject(manifest: ValueRecord): boolean {
  const metadata = findRecord(manifest, 'metadata');
  if (metadata === null) return false;
  return findRecord(manifest, 'spec') !== null || textField(metadata, 'name') !== null;
}

const NAMED_GROUPS = /^(?:|apps|batch|extensions|autoscaling|policy|(?:.+\.)?(?:k8s|istio)\.io)$/;
const TOOL_KINDS =
  /(?:List|Config|Configuration|Policy|Options|Review|Kustomization|Component|Cluster|Operator|Status|Transformer|Generator)$/;
const TOOL_GROUPS =
  /^(?:kustomize\.config|config|kubeadm|kubelet\.config|kubeproxy\.config|audit|client\.authentication|apiserver\.config|kind\.x-k8s|.*\.config)\.?(?:k8s\.io|istio\.io|io)?$/;

function isNamed(apiVersion: string, kind: string): boolean {
  const slash = apiVersion.indexOf('/');
  const group = slash < 0 ? '' : apiVersion.slice(0, slash);
  if (findResourceKind(group, apiVersion.slice(slash + 1), kind) !== undefined) return true;
  return NAMED_GROUPS.test(group) && !TOOL_GROUPS.test(group) && !TOOL_KINDS.test(kind);
}

function exampleVersion(kind: string): string {
  if (findResourceKind('networking.istio.io', 'v1', kind) !== undefined)
    return 'networking.istio.io/v1';
  return findResourceKind('apps', 'v1', kind) !== undefined ? 'apps/v1' : 'v1';
}
