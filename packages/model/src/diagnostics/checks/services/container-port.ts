import type { Resource } from '../../../resources/resource.ts';
import type { ResourceCheck } from '../../engine/check.ts';
import { findPods, READS_OF_PODS } from '../../facts/find-pods.ts';
import { fullName } from '../../facts/full-name.ts';
import { isControlPlane, isManagedGateway } from '../../facts/is-control-plane.ts';

/**
 * A port of a Service that leads to none that its pods say they have. As Kiali has it, for all
 * pods that the Service selects; pods that name no ports may have any.
 */
export const containerPort: ResourceCheck = {
  name: 'container-port',
  codes: ['KIA0701'],
  about: ['Service'],
  reads: READS_OF_PODS,
  run: (resource, lookup, report) => {
    const { details, namespace } = resource;
    if (details.type !== 'Service' || details.selector === null) return;
    if (isControlPlane(resource) || isManagedGateway(resource)) return;
    const pods = findPods(lookup, details.selector, namespace).flatMap((pod) => pod.resource ?? []);
    if (pods.length === 0 || pods.some((pod) => portsOf(pod).length === 0)) return;
    for (const { index, port, targetPort } of details.ports) {
      if (targetPort === null || pods.some((pod) => hasPort(pod, targetPort))) continue;
      const isNamed = typeof targetPort === 'string';
      const have = [...new Set(pods.flatMap(portsOf).map((one) => one.name ?? String(one.port)))];
      report({
        code: 'KIA0701',
        resource,
        path: ['spec', 'ports', index, targetPort === port ? 'port' : 'targetPort'],
        message: isNamed
          ? `No container of the pods has a port named "${targetPort}" (${have.join(', ')}), so connections to port ${port ?? 0} fail. Use the name of a container's port.`
          : `No container of the pods says that it has port ${targetPort} (${have.join(', ')}). Unless one listens there all the same, connections to port ${port ?? 0} fail: correct targetPort.`,
        related: pods.slice(0, 20).map((pod) => ({
          resource: pod.id,
          path: ['spec'],
          message: `the pods are those of ${fullName(pod)}`,
        })),
        data: { port: port ?? 0, targetPort, ports: have },
      });
    }
  },
};

function portsOf({ details }: Resource) {
  return details.type === 'Workload' ? details.containerPorts : [];
}

function hasPort(pod: Resource, target: number | string): boolean {
  return portsOf(pod).some(
    ({ name, port }) => (typeof target === 'string' ? name : port) === target,
  );
}
