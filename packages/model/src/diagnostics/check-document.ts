import type { DocumentProblem, ManifestDocument } from '../documents/manifest-document.ts';
import { findManifestProblems, type ManifestProblem } from '../resources/manifest-problems.ts';
import type { Code } from './codes/catalogue.ts';
import type { Diagnostic } from './diagnostic.ts';

const CODES = {
  'yaml-syntax': 'PTL0001',
  'yaml-duplicate-key': 'PTL0002',
  'yaml-limit': 'PTL0003',
  'yaml-template': 'PTL0004',
  'yaml-kubectl': 'PTL0005',
  'manifest-kind': 'PTL0010',
  'manifest-api-version': 'PTL0011',
  'manifest-name': 'PTL0012',
  'manifest-limit': 'PTL0013',
} as const satisfies Readonly<Record<DocumentProblem['code'] | ManifestProblem['code'], Code>>;

/** What is wrong with a document as YAML and as a Kubernetes object; the same list each time. */
export function checkDocument(document: ManifestDocument): readonly Diagnostic[] {
  const known = diagnosed.get(document);
  if (known !== undefined) return known;
  const found = [
    ...document.problems.map(({ range, ...problem }) => complete(document, problem, { range })),
    ...findManifestProblems(document).map(({ path, ...problem }) =>
      complete(document, problem, { path, part: 'value' }),
    ),
  ];
  diagnosed.set(document, found);
  return found;
}

const diagnosed = new WeakMap<ManifestDocument, readonly Diagnostic[]>();

function complete(
  document: ManifestDocument,
  {
    code,
    severity,
    message,
  }: Pick<DocumentProblem | ManifestProblem, 'code' | 'severity' | 'message'>,
  place: Diagnostic['place'],
): Diagnostic {
  return {
    code: CODES[code],
    severity,
    certainty: 'wrong',
    message,
    istioMessage: null,
    resource: null,
    document,
    place,
    follows: null,
    related: [],
    settledBy: [],
    data: {},
  };
}
