import { checkValue } from '@portolan/model';
import { IconChevronRight } from '@tabler/icons-react';
import { type ReactElement, type ReactNode, useId, useState } from 'react';
import { useInspected } from '../field-context.ts';
import { isRemovable } from './curated-fields.ts';
import { FieldText } from './FieldText.tsx';
import { type FieldSpot, hearsOf, summarize } from './field-spot.ts';
import styles from './more.module.css';
import { useMore, useSpot } from './more-context.ts';
import { RemoveButton } from './RemoveButton.tsx';

interface FoldedFieldProps {
  readonly spot: FieldSpot;
  readonly title: ReactNode;
  /** What it is about, beside the title. */
  readonly about?: string;
  readonly isNew?: boolean;
  /** What stands above the content, such as the key of an entry. */
  readonly children?: ReactNode;
}

/** A field that holds several: a line with what it holds, and the content below it when unfolded. */
export function FoldedField(props: FoldedFieldProps): ReactElement {
  const { spot, title, about, isNew = false, children } = props;
  const { field, path } = spot;
  const { canWrite } = useInspected();
  const { Content } = useMore();
  const { value, remove } = useSpot(spot);
  const [isOpen, setIsOpen] = useState(isNew);
  const id = useId();
  const problem = checkValue(field, value);
  const isSet = value !== undefined;
  const hears = hearsOf(path);
  return (
    <div className={styles.folded} data-open={isOpen || undefined}>
      <div className={styles.line}>
        <button
          type="button"
          className={styles.fold}
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          // biome-ignore lint/a11y/noAutofocus: it appears because the user has just asked for it
          autoFocus={isNew}
          onClick={() => setIsOpen(!isOpen)}
        >
          <IconChevronRight size={14} className={styles.chevron} aria-hidden />
          {title}
          <span className={styles.about} data-set={isSet || undefined}>
            {about ?? summarize(value)}
          </span>
        </button>
        {isSet && canWrite && isRemovable(spot) && <RemoveButton what={hears} onRemove={remove} />}
      </div>
      {problem !== null && (
        <p className={styles.problem} role="alert">
          {problem.reason}
        </p>
      )}
      {isOpen && (
        <div id={id} className={styles.inside}>
          <p className={styles.description}>
            <FieldText field={field} name={hears} />
          </p>
          {children}
          <Content spot={spot} />
        </div>
      )}
    </div>
  );
}
