import type { Resource } from '../../resources/resource.ts';
import {
  isRecord,
  listField,
  recordField,
  textField,
  type ValueRecord,
} from '../../resources/tolerant-value.ts';

const ORIGINATING = new Set(['SIMPLE', 'MUTUAL']);

/** Whether some traffic policy of a DestinationRule begins TLS towards the host. */
export function originatesTls({ value }: Resource): boolean {
  const spec = recordField(value, 'spec');
  const subsets = listField(spec, 'subsets').filter(isRecord);
  return [spec, ...subsets].some((part) => hasTls(recordField(part, 'trafficPolicy')));
}

function hasTls(policy: ValueRecord): boolean {
  const ports = listField(policy, 'portLevelSettings').filter(isRecord);
  return [policy, ...ports].some((part) => {
    const mode = textField(recordField(part, 'tls'), 'mode');
    return mode !== null && ORIGINATING.has(mode);
  });
}

/** Whether the DestinationRule begins TLS for every port and subset of the host. */
export function alwaysOriginatesTls({ value }: Resource): boolean {
  const policy = recordField(recordField(value, 'spec'), 'trafficPolicy');
  const mode = textField(recordField(policy, 'tls'), 'mode');
  return (
    mode !== null && ORIGINATING.has(mode) && listField(policy, 'portLevelSettings').length === 0
  );
}
