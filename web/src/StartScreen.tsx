import type { ReactElement } from 'react';
import { OpeningProgress } from './OpeningProgress.tsx';
import styles from './StartScreen.module.css';
import type { Opening } from './session/sketches/sketch-reader.ts';
import { Mark } from './ui/Mark.tsx';

/** Before there is anything to be shown: how far it is with the last work, where that takes long. */
export function StartScreen({ opening }: { readonly opening: Opening }): ReactElement {
  return (
    <main className={styles.screen} aria-busy="true">
      <Mark size={40} />
      <div className={styles.progress}>
        <OpeningProgress opening={opening} />
      </div>
    </main>
  );
}
