import type { ReactElement } from 'react';
import styles from './ChangedLines.module.css';
import type { ComparedLine } from './compare-texts.ts';

interface ChangedLinesProps {
  /** What it is, for those who do not see it. */
  readonly label: string;
  readonly lines: readonly ComparedLine[];
}

/** What is added and taken away between two texts, line by line; it scrolls where it is higher than its place. */
export function ChangedLines({ label, lines }: ChangedLinesProps): ReactElement {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
    <section className={styles.changes} tabIndex={0} aria-label={label}>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name, and none is ever moved
        <ChangedLine key={index} line={line} />
      ))}
    </section>
  );
}

const SIGNS: Readonly<Record<ComparedLine['kind'], string>> = {
  same: '  ',
  added: '+ ',
  removed: '− ',
  gap: '⋯',
};

function ChangedLine({ line }: { readonly line: ComparedLine }): ReactElement {
  return (
    <span className={styles.line} data-kind={line.kind}>
      {`${SIGNS[line.kind]}${line.text}\n`}
    </span>
  );
}
