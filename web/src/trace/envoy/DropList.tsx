import type { Drop, GatewayConfig, Snapshot } from '@portolan/model';
import type { ReactElement } from 'react';
import { FieldLink } from '../FieldLink.tsx';
import styles from './DropList.module.css';

interface DropListProps {
  readonly config: GatewayConfig;
  readonly snapshot: Snapshot;
}

/** More than anybody reads. */
const MOST = 200;

/** What did not get into the configuration, and why; and what is left out of the simulation. */
export function DropList({ config, snapshot }: DropListProps): ReactElement {
  const { drops, notSimulated } = config;
  return (
    <>
      {drops.length > 0 && (
        <section className={styles.group} aria-label="Left out">
          <h2>Left out: {drops.length}</h2>
          <ul>
            {drops.slice(0, MOST).map((drop) => (
              <li key={keyOf(drop)}>
                {drop.message} <FieldLink origin={drop.origin} snapshot={snapshot} />
              </li>
            ))}
            {drops.length > MOST && <li>and {(drops.length - MOST).toLocaleString('en')} more.</li>}
          </ul>
        </section>
      )}
      {notSimulated.length > 0 && (
        <section className={styles.group} aria-label="Not simulated">
          <h2>Not simulated: {notSimulated.length}</h2>
          <ul>
            {notSimulated.map(({ resource, message }) => (
              <li key={resource}>
                {message}{' '}
                <FieldLink origin={{ resourceId: resource, path: [] }} snapshot={snapshot} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function keyOf({ reason, origin, by }: Drop): string {
  return JSON.stringify([reason, origin, by]);
}
