import type { ApplyingGateway } from './applying-gateways.ts';

/**
 * The pods' ports that a server of this number listens on. A Gateway that selects pods gets one: the
 * target of the first Service port of that number, else the number itself. One that names its
 * Services gets the target of each, and none where no Service has the number (`resolvePorts`).
 */
export function resolvePorts(
  number: number,
  { fronts, namesServices }: Pick<ApplyingGateway, 'fronts' | 'namesServices'>,
): readonly number[] {
  const targets = fronts
    .filter(({ keepsPorts }) => namesServices || !keepsPorts)
    .flatMap(({ ports }) =>
      ports.flatMap(({ port, target, counts }) =>
        port === number && counts && target !== null ? [target] : [],
      ),
    );
  if (namesServices) return [...new Set(targets)].toSorted((one, other) => one - other);
  return [targets[0] ?? number];
}
