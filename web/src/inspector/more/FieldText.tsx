import type { Field } from '@portolan/model';
import { type ReactElement, useState } from 'react';
import styles from './more.module.css';
import { plainText, shortDescription } from './short-description.ts';

interface FieldTextProps {
  readonly field: Field;
  /** The field's name, for the button that shows the whole. */
  readonly name: string;
}

/** What is known of a field: a sentence, the whole behind "more", and why not to use it any more. */
export function FieldText({ field, name }: FieldTextProps): ReactElement | null {
  const [isWhole, setIsWhole] = useState(false);
  const short = shortDescription(field.description);
  const whole = plainText(field.description);
  const isAll = whole.replace(/\s+/g, ' ') === short;
  if (whole === '' && field.deprecation === null) return null;
  return (
    <>
      {field.deprecation !== null && (
        <span className={styles.deprecated}>
          Not to be used any more. <Words text={plainText(field.deprecation)} />{' '}
        </span>
      )}
      <span className={isWhole ? styles.whole : undefined}>
        <Words text={isWhole ? whole : short} />
      </span>
      {!isAll && (
        <>
          {' '}
          <button
            type="button"
            className={styles.moreText}
            aria-expanded={isWhole}
            aria-label={isWhole ? `Less about ${name}` : `More about ${name}`}
            onClick={() => setIsWhole(!isWhole)}
          >
            {isWhole ? 'less' : 'more'}
          </button>
        </>
      )}
    </>
  );
}

/** Text with what stands in backticks as code. */
function Words({ text }: { readonly text: string }): ReactElement {
  const parts = text.split('`');
  return (
    <>
      {parts.map((part, index) =>
        // Parts have no names: one is its place, and the text never changes but as a whole.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        index % 2 === 1 ? <code key={index}>{part}</code> : part,
      )}
    </>
  );
}
