import { edgesOf, type RoutePlace, toWeights, type VirtualServiceNode } from '@portolan/model';
import type { ReactElement } from 'react';
import { useCommandContext } from '../../commands/command-context.ts';
import { useInspected } from '../field-context.ts';
import { DestinationLine } from './DestinationLine.tsx';
import { SplitBar } from './SplitBar.tsx';
import { withShare } from './split-shares.ts';

interface RouteDestinationsProps {
  readonly node: VirtualServiceNode;
  readonly place: RoutePlace;
}

/** Where a route leads, and in which parts. */
export function RouteDestinations({ node, place }: RouteDestinationsProps): ReactElement | null {
  const { resource, write } = useInspected();
  const context = useCommandContext();
  const { protocol, index } = place;
  const destinations = node[protocol].find((one) => one.index === index)?.destinations ?? [];
  if (destinations.length === 0) return null;
  const percents = toWeights(destinations.map(({ share }) => share));
  const names = destinations.map(({ host, subset }, at) =>
    `${at + 1}. ${host} ${subset ?? ''}`.trim(),
  );
  const setWeights = (weights: readonly number[] | null): void => {
    if (weights !== null)
      write({ kind: 'set-weights', resource: resource.id, route: place, weights });
  };
  const remove = (destination: number): void => {
    const { snapshot } = context.session.store.getState();
    const edge = edgesOf(snapshot, node.id).find(
      (one) =>
        one.kind === 'routes' &&
        !one.mirror &&
        one.protocol === protocol &&
        one.route === index &&
        one.destination === destination,
    );
    if (edge !== undefined) write({ kind: 'disconnect', edge: edge.id });
  };
  const isSplit = destinations.length > 1;
  return (
    <div>
      {isSplit && <SplitBar names={names} percents={percents} onChange={setWeights} />}
      {destinations.map((destination, at) => (
        <DestinationLine
          key={destination.index}
          path={['spec', protocol, index, 'route', destination.index]}
          name={names[at] ?? ''}
          isFirst={at === 0}
          percent={isSplit ? (percents[at] ?? 0) : null}
          onPercent={(percent) => setWeights(withShare(percents, at, percent))}
          onRemove={() => remove(destination.index)}
        />
      ))}
    </div>
  );
}
