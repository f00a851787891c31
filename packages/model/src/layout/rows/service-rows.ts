import type {
  LoadBalancerNode,
  ServiceEntryNode,
  ServiceNode,
  SubsetState,
  WorkloadState,
} from '../../graph/topology.ts';
import type { ServicePort } from '../../resources/kinds/service.ts';
import type { ServiceEntryPort } from '../../resources/kinds/service-entry.ts';
import { cappedRows, ROW_CAPS } from './capped-rows.ts';
import { hostLines } from './host-lines.ts';
import type { NodeRow, PortRow, SubsetRow, WorkloadsRow } from './node-row.ts';
import { contentWidth, linesHeight, ROW_METRICS } from './row-metrics.ts';

/** The ports of a Service in front of a gateway. */
export function loadBalancerRows(node: LoadBalancerNode): readonly NodeRow[] {
  return portRows(node.ports, { takesLines: false, givesLines: true });
}

/** Ports, subsets and workloads of a Service. */
export function serviceRows(node: ServiceNode): readonly NodeRow[] {
  const rows = [
    ...portRows(node.ports, { takesLines: true, givesLines: false }),
    ...subsetRows(node.subsets),
  ];
  return node.status === 'present' && node.serviceType !== 'ExternalName'
    ? [...rows, workloadsRow(node.workloads)]
    : rows;
}

/** Hosts, ports and subsets of a ServiceEntry. */
export function serviceEntryRows(node: ServiceEntryNode): readonly NodeRow[] {
  const lines = hostLines(node.hosts, contentWidth('ServiceEntry'), 'no hosts');
  return [
    {
      kind: 'hosts',
      id: 'hosts',
      height: linesHeight(lines.length),
      takesLines: true,
      givesLines: false,
      hosts: node.hosts,
      lines,
      meshOnly: false,
      meshOnlyBelow: false,
    },
    ...portRows(node.ports, { takesLines: true, givesLines: false }),
    ...subsetRows(node.subsets),
  ];
}

type Lines = Pick<PortRow, 'takesLines' | 'givesLines'>;

function portRows(
  ports: readonly (ServicePort | ServiceEntryPort)[],
  like: Lines,
): readonly NodeRow[] {
  return cappedRows(ports, ROW_CAPS.ports, (port) => [portRow(port, like)], {
    id: 'port-more',
    what: 'ports',
    like,
  });
}

function portRow(port: ServicePort | ServiceEntryPort, like: Lines): PortRow {
  const number = 'port' in port ? port.port : port.number;
  return {
    kind: 'port',
    id: `port-${port.index}`,
    height: ROW_METRICS.rowHeight,
    ...like,
    port,
    label: number === null ? 'no port' : `:${number}`,
    detail: portDetail(port, number),
  };
}

/** The name, or else the protocol where it says something; and the target where it differs. */
function portDetail(port: ServicePort | ServiceEntryPort, number: number | null): string {
  const protocol = port.protocol === 'TCP' ? '' : port.protocol;
  const name = port.name === '' ? protocol : port.name;
  const target = port.targetPort;
  const toPod = target === null || target === number ? '' : `to pod :${target}`;
  return [name, toPod].filter((part) => part !== '').join(', ');
}

function subsetRows(subsets: readonly SubsetState[]): readonly NodeRow[] {
  return cappedRows(subsets, ROW_CAPS.subsets, (subset) => [subsetRow(subset, subsets)], {
    id: 'subset-more',
    what: 'subsets',
    like: { takesLines: false, givesLines: false },
  });
}

function subsetRow(subset: SubsetState, subsets: readonly SubsetState[]): SubsetRow {
  const labels = Object.entries(subset.labels).map(([name, value]) => `${name}=${value}`);
  return {
    kind: 'subset',
    // By place, as two DestinationRules may define subsets of the same name.
    id: `subset-${subsets.indexOf(subset)}`,
    height: ROW_METRICS.rowHeight,
    takesLines: false,
    givesLines: false,
    subset,
    detail: labels.join(', '),
  };
}

function workloadsRow(workloads: readonly WorkloadState[]): WorkloadsRow {
  const count = workloads.length;
  return {
    kind: 'workloads',
    id: 'workloads',
    height: ROW_METRICS.rowHeight,
    takesLines: false,
    givesLines: false,
    workloads,
    label:
      count === 0
        ? 'no workload in this YAML'
        : `${count} ${count === 1 ? 'workload' : 'workloads'}`,
    detail: workloads.map((workload) => workload.name).join(', '),
  };
}
