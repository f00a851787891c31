import {
  listField,
  recordField,
  textField,
  type ValueRecord,
} from '../../../resources/tolerant-value.ts';
import type { ResourceCheck } from '../../engine/check.ts';
import { findMeshConfig, MESH_CONFIGS } from '../../relations/mesh-config.ts';

/**
 * TCP ports of a ServiceEntry without addresses: Istio tells them apart by address alone. As
 * Istio's serviceentry.ProtocolAddressesAnalyzer has it.
 */
export const entryAddresses: ResourceCheck = {
  name: 'entry-addresses',
  codes: ['IST0134'],
  about: ['ServiceEntry'],
  reads: [MESH_CONFIGS],
  run: (resource, lookup, report) => {
    const { details, value } = resource;
    if (details.type !== 'ServiceEntry') return;
    const hasAddresses = ['spec', 'status'].some(
      (part) => listField(recordField(value, part), 'addresses').length > 0,
    );
    if (hasAddresses) return;
    const ports = details.ports.filter(({ protocol }) => /^(?:tcp)?$/i.test(protocol));
    if (ports.length === 0) return;
    const config = findMeshConfig(lookup);
    if (config !== null && allocates(config)) return;
    for (const { index, protocol } of ports)
      report({
        code: 'IST0134',
        resource,
        path: ['spec', 'ports', index, protocol === '' ? 'name' : 'protocol'],
        certainty: config === null ? 'unknown' : 'wrong',
        message: `Istio tells TCP connections apart by their address alone, and this ServiceEntry has no addresses. Newer versions of Istio give it one by themselves; for older ones write addresses, or set ${CAPTURE} and ${ALLOCATE[0]} in the settings of the mesh.`,
        args: [],
      });
  },
};

const CAPTURE = 'ISTIO_META_DNS_CAPTURE';
const ALLOCATE = ['ISTIO_META_DNS_AUTO_ALLOCATE', 'PILOT_ENABLE_IP_AUTOALLOCATE'];

function allocates(config: ValueRecord): boolean {
  const metadata = recordField(recordField(config, 'defaultConfig'), 'proxyMetadata');
  const isOn = (name: string) => textField(metadata, name) === 'true';
  return isOn(CAPTURE) && ALLOCATE.some(isOn);
}
