import type { Cause, Lesson, Snapshot } from '@portolan/model';
import type { ReactElement } from 'react';
import { FieldLink } from '../FieldLink.tsx';
import styles from './LessonView.module.css';

interface LessonViewProps {
  readonly lesson: Lesson;
  readonly snapshot: Snapshot;
}

/** A failure explained: what it means, and what it usually comes from; what is so here stands out. */
export function LessonView({ lesson, snapshot }: LessonViewProps): ReactElement {
  const here = lesson.causes.filter(({ applies }) => applies);
  const elsewhere = lesson.causes.filter(({ applies }) => !applies);
  return (
    <div className={styles.lesson}>
      <p className={styles.meaning}>{lesson.meaning}</p>
      {here.length > 0 && (
        <>
          <h3 className={styles.label}>Why it is so here</h3>
          <CauseList causes={here} snapshot={snapshot} />
        </>
      )}
      {elsewhere.length > 0 && (
        <details className={styles.others}>
          <summary>What it comes from elsewhere</summary>
          <CauseList causes={elsewhere} snapshot={snapshot} />
        </details>
      )}
    </div>
  );
}

interface CauseListProps {
  readonly causes: readonly Cause[];
  readonly snapshot: Snapshot;
}

function CauseList({ causes, snapshot }: CauseListProps): ReactElement {
  return (
    <ul className={styles.causes}>
      {causes.map(({ text, origin }) => (
        <li key={text}>
          {text} {origin !== null && <FieldLink origin={origin} snapshot={snapshot} />}
        </li>
      ))}
    </ul>
  );
}
