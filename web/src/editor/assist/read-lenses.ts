import {
  type Diagnosis,
  type Diagnostic,
  listShown,
  type ManifestDocument,
  type ResourceId,
  type TextRange,
} from '@portolan/model';
import { findFolds } from '../find-folds.ts';

/** What is said above a document. */
export interface DocumentLens {
  /** Where the document starts in the whole text. */
  readonly start: number;
  /** Its first line of content, from 0 at its start. */
  readonly line: number;
  /** How many routes it has, and the first VirtualService that has some. */
  readonly routes: number;
  readonly routesOf: ResourceId | null;
  /** The errors and warnings in it, in text order. */
  readonly problems: readonly Diagnostic[];
}

/**
 * The documents that have routes or problems and touch the range, in text order; of the text that
 * was diagnosed.
 */
export function readLenses(diagnosis: Diagnosis, within: TextRange): readonly DocumentLens[] {
  const { documents, starts, resources } = diagnosis.snapshot;
  const problems = byDocument(listShown(diagnosis).filter(({ severity }) => severity !== 'info'));
  const routers = byDocument(resources.filter(({ details }) => countRoutes(details) > 0));
  return documents.flatMap((document, index) => {
    const start = starts[index] ?? 0;
    if (start > within.end || start + document.text.length < within.start) return [];
    const ofDocument = problems.get(document) ?? [];
    const routing = routers.get(document) ?? [];
    if (ofDocument.length === 0 && routing.length === 0) return [];
    return {
      start,
      line: findFolds(document).whole?.start ?? 0,
      routes: routing.reduce((sum, { details }) => sum + countRoutes(details), 0),
      routesOf: routing[0]?.id ?? null,
      problems: ofDocument,
    };
  });
}

function countRoutes(details: Diagnosis['snapshot']['resources'][number]['details']): number {
  if (details.type !== 'VirtualService') return 0;
  const { http, tls, tcp } = details;
  return http.length + tls.length + tcp.length;
}

function byDocument<One extends { readonly document: ManifestDocument }>(
  all: readonly One[],
): ReadonlyMap<ManifestDocument, readonly One[]> {
  const groups = new Map<ManifestDocument, One[]>();
  for (const one of all) {
    const group = groups.get(one.document);
    if (group === undefined) groups.set(one.document, [one]);
    else group.push(one);
  }
  return groups;
}
