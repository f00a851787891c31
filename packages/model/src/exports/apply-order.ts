import type { ManifestDocument } from '../documents/manifest-document.ts';
import { splitDocuments } from '../documents/split-documents.ts';
import type { Resource } from '../resources/resource.ts';
import type { Snapshot } from '../snapshot.ts';

/** What has to be there before what: kinds of one rank do not wait for each other. */
const RANKS: Readonly<Record<string, number>> = {
  Namespace: 0,
  CustomResourceDefinition: 0,
  ServiceAccount: 1,
  Role: 1,
  ClusterRole: 1,
  RoleBinding: 2,
  ClusterRoleBinding: 2,
  Secret: 2,
  ConfigMap: 2,
  PersistentVolumeClaim: 2,
  Service: 3,
  ServiceEntry: 3,
  Deployment: 4,
  StatefulSet: 4,
  DaemonSet: 4,
  Pod: 4,
  // Subsets before the routes that name them: Istio answers 503 for a subset that it does not know yet.
  DestinationRule: 5,
  Gateway: 6,
  VirtualService: 8,
};
const OTHER_KINDS = 6;
const DELEGATE = 7;
const NOT_READABLE = 9;

/**
 * The text with its documents in an order that applies cleanly: what is named comes before what names
 * it (Istio: "make before break"). Within a rank the order stays; each document is the same, byte for
 * byte, but for a `---` where it needs one. What cannot be read comes last.
 */
export function orderForApply({ documents, resources }: Snapshot): string {
  const ranks = new Map<ManifestDocument, number>();
  for (const resource of resources) {
    const known = ranks.get(resource.document) ?? NOT_READABLE;
    ranks.set(resource.document, Math.min(known, rankOf(resource)));
  }
  const rank = (document: ManifestDocument) => ranks.get(document) ?? NOT_READABLE;
  const sorted = documents.toSorted((one, other) => rank(one) - rank(other));
  const isSorted = sorted.every((document, index) => document === documents[index]);
  return isSorted ? joined(documents) : joinDocuments(sorted);
}

function rankOf({ kind, group, details }: Resource): number {
  if (details.type === 'VirtualService' && details.hosts.length === 0) {
    return DELEGATE;
  }
  const isForeign = kind === 'Gateway' && group !== 'networking.istio.io';
  return isForeign ? OTHER_KINDS : (RANKS[kind] ?? OTHER_KINDS);
}

function joined(documents: readonly ManifestDocument[]): string {
  return documents.map(({ text }) => text).join('');
}

function joinDocuments(documents: readonly ManifestDocument[]): string {
  const whole = joined(documents);
  const lineBreak = /\r\n|\r|\n/.exec(whole)?.[0] ?? '\n';
  const mark = whole.includes('\ufeff') ? '\ufeff' : '';
  const texts = documents
    .filter(({ status, text }) => status !== 'empty' || text.trim() !== '')
    .map(({ text }) => text.replaceAll('\ufeff', ''));
  const parts = texts.map((text, index) => {
    const hasMarker = (splitDocuments(text)[0]?.marker ?? -1) >= 0;
    const isEnded = /[\r\n]$/.test(text) || index === texts.length - 1;
    return `${hasMarker || index === 0 ? '' : `---${lineBreak}`}${text}${isEnded ? '' : lineBreak}`;
  });
  return mark + parts.join('');
}
