import type { FieldPath } from '../../../documents/field-path.ts';
import type { Resource } from '../../../resources/resource.ts';
import {
  fieldOf,
  findRecord,
  isRecord,
  listField,
  recordField,
  textField,
  type ValueRecord,
} from '../../../resources/tolerant-value.ts';
import type { Finding, ResourceCheck } from '../../engine/check.ts';
import { fullName } from '../../facts/full-name.ts';

/**
 * TLS to a host whose certificate is checked against no authority that is named. As Istio's
 * destinationrule.CaCertificateAnalyzer has it.
 */
export const serverCertificate: ResourceCheck = {
  name: 'server-certificate',
  codes: ['IST0128', 'IST0129'],
  about: ['DestinationRule'],
  reads: [],
  run: (resource, _lookup, report) => {
    const spec = recordField(resource.value, 'spec');
    const policy = recordField(spec, 'trafficPolicy');
    const isForSome = findRecord(spec, 'workloadSelector') !== null;
    const own = recordField(policy, 'tls');
    const path = ['spec', 'trafficPolicy', 'tls'];
    if (lacksAuthority(own, isForSome)) report(describe(resource, own, path, null));
    for (const [index, setting] of listField(policy, 'portLevelSettings').entries()) {
      if (!isRecord(setting)) continue;
      const tls = recordField(setting, 'tls');
      if (!lacksAuthority(tls, isForSome)) continue;
      const port = String(fieldOf(recordField(setting, 'port'), 'number') ?? '');
      const place = ['spec', 'trafficPolicy', 'portLevelSettings', index, 'tls'];
      report(describe(resource, tls, place, port));
    }
  },
};

function lacksAuthority(tls: ValueRecord, isForSome: boolean): boolean {
  const mode = textField(tls, 'mode');
  if (mode !== 'SIMPLE' && mode !== 'MUTUAL') return false;
  if (textField(tls, 'caCertificates') !== null) return false;
  return !(isForSome && textField(tls, 'credentialName') !== null);
}

function describe(
  resource: Resource,
  tls: ValueRecord,
  path: FieldPath,
  port: string | null,
): Finding {
  const host = resource.details.type === 'DestinationRule' ? resource.details.host : '';
  const mode = textField(tls, 'mode') ?? '';
  const args = [fullName(resource), resource.namespace, mode, host];
  const isMeant = fieldOf(tls, 'insecureSkipVerify') === true;
  const where = port === null ? `"${host}"` : `port ${port} of "${host}"`;
  return {
    code: port === null ? 'IST0128' : 'IST0129',
    resource,
    path: [...path, 'mode'],
    ...(isMeant ? { severity: 'info' as const } : {}),
    message: isMeant
      ? `The certificate of ${where} is not checked, as insecureSkipVerify says.`
      : `No caCertificates say who may have signed the certificate of ${where}. Newer versions of Istio then trust the system's authorities, older ones anybody. Write caCertificates to be sure.`,
    args: port === null ? args : [...args, `number:${port}`],
  };
}
