import type { ReactElement } from 'react';
import styles from './OpeningProgress.module.css';
import type { Opening } from './session/sketches/sketch-reader.ts';

/** How far it is with a sketch that takes long to read. */
export function OpeningProgress({ opening }: { readonly opening: Opening }): ReactElement {
  const { name, read, of } = opening;
  return (
    <div className={styles.progress}>
      <strong>Opening {name}</strong>
      <span>
        {read < of ? `Reading ${say(read)} of ${say(of)} documents…` : 'Drawing the map…'}
      </span>
      <progress className={styles.bar} aria-label={`Opening ${name}`} value={read} max={of} />
    </div>
  );
}

function say(count: number): string {
  return count.toLocaleString('en-GB');
}
