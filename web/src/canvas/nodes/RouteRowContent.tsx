import { type Phrase, phraseText, type RouteRow } from '@portolan/model';
import type { ReactElement } from 'react';
import { Chip } from './Chip.tsx';
import styles from './NodeRow.module.css';

/** When a route applies, in words, and what it does beside its destinations. */
export function RouteRowContent({ row }: { readonly row: RouteRow }): ReactElement {
  const chips = row.actions.map((action) => {
    const text = phraseText(action);
    return (
      <Chip key={text} title={text}>
        <Phrases phrases={action} />
      </Chip>
    );
  });
  return (
    <>
      <span className={styles.number} title={row.name === null ? undefined : `route ${row.name}`}>
        {row.number}
      </span>
      <span className={styles.lines}>
        {row.matches.map((match, index) => {
          const text = phraseText(match);
          return (
            <span
              key={text}
              className={styles.match}
              style={{ WebkitLineClamp: row.matchLines[index] ?? 1 }}
              title={text}
            >
              <Phrases phrases={match} />
            </span>
          );
        })}
        {row.actionsBelow &&
          chips.map((chip) => (
            <span className={styles.line} key={chip.key}>
              {chip}
            </span>
          ))}
      </span>
      {!row.actionsBelow && chips.length > 0 && <span className={styles.chips}>{chips}</span>}
    </>
  );
}

function Phrases({ phrases }: { readonly phrases: readonly Phrase[] }): readonly ReactElement[] {
  return phrases.map((phrase, index) => {
    const Text = phrase.literal ? 'code' : 'span';
    // biome-ignore lint/suspicious/noArrayIndexKey: a phrase is its place in the sentence
    return <Text key={index}>{phrase.text}</Text>;
  });
}
