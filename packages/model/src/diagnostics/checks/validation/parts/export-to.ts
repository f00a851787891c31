import { isIstioLabel } from '../../../../schema/values/name-rules.ts';
import { quoted } from '../../../../schema/values/quoted.ts';
import type { Judge } from '../judge.ts';
import { itemsOf, type Place, readText } from '../place.ts';

/** What `exportTo` may say beside namespaces, by the kind that it stands in. */
export type ExportKind = 'common' | 'service-entry' | 'rule-for-workloads';

/** The namespaces that a resource is for. */
export function judgeExportTo(judge: Judge, place: Place, kind: ExportKind): void {
  const entries = itemsOf(place);
  const known = new Set<string>();
  for (const entry of entries) {
    const text = readText(entry);
    if (text !== null) judgeEntry(judge, entry, text, known, kind);
  }
  if (kind === 'rule-for-workloads') judgeOwnOnly(judge, place, known);
  if (known.has('*') && entries.length > 1)
    judge.refuse(
      place,
      'cannot have both public (*) and non-public exportTo values for a resource',
      '"*" is for all namespaces already. Leave the others out, or leave "*" out.',
    );
  if (known.has('~') && entries.length > 1)
    judge.refuse(
      place,
      'cannot export service entry to no one (~) and someone',
      '"~" is for no namespace at all, so nothing can stand beside it.',
    );
}

function judgeEntry(
  judge: Judge,
  entry: Place,
  text: string,
  known: Set<string>,
  kind: ExportKind,
): void {
  const namespace = text === '.' ? judge.namespace : text;
  if (known.has(namespace)) {
    judge.refuse(
      entry,
      namespace === text
        ? `duplicate entries in exportTo for entry ${text}`
        : `duplicate entries in exportTo: . and current namespace ${judge.namespace}`,
      `The namespace ${quoted(namespace)} is in the list already. Leave one of the two out.`,
    );
    return;
  }
  if (text === '~' && kind !== 'service-entry') {
    judge.refuse(
      entry,
      'exportTo ~ (none) is not allowed for Istio configuration objects',
      'Only a ServiceEntry can be for no namespace at all. Write a namespace, . for the own one or * for all.',
    );
  } else if (text === '~' || text === '.' || text === '*' || isIstioLabel(text)) {
    known.add(namespace);
  } else {
    judge.refuse(
      entry,
      'only .,*, or a valid DNS 1123 label is allowed as exportTo entry',
      `${quoted(text)} is no namespace. Write a namespace, . for the own one or * for all.`,
    );
  }
}

function judgeOwnOnly(judge: Judge, place: Place, known: ReadonlySet<string>): void {
  if (known.size === 0) return;
  if (!known.has(judge.namespace))
    judge.refuse(
      place,
      'destination rule with workload selector cannot have exportTo beyond current namespace',
      'A DestinationRule with a workloadSelector is for its own namespace only. Write "." here, or leave the field out.',
    );
  else if (known.size > 1)
    judge.refuse(
      place,
      'destination rule with workload selector cannot have multiple entries in exportTo',
      'A DestinationRule with a workloadSelector is for its own namespace only. Write "." alone here.',
    );
}
