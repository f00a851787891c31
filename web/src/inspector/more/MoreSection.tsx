import { IconChevronRight } from '@tabler/icons-react';
import { lazy, type ReactElement, Suspense, useId } from 'react';
import { ErrorBoundary } from '../../ui/ErrorBoundary.tsx';
import { useInspected } from '../field-context.ts';
import { hasCuratedFields } from './curated-fields.ts';
import styles from './more.module.css';

// The dictionary of fields is large, and most visits do without.
const MoreFields = lazy(async () => ({ default: (await import('./MoreFields.tsx')).MoreFields }));

interface MoreSectionProps {
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** All other fields of the resource, folded below those that most people need; of other kinds all fields. */
export function MoreSection({ isOpen, onToggle }: MoreSectionProps): ReactElement {
  const { resource } = useInspected();
  const isFoldable = hasCuratedFields(resource);
  const isShown = isOpen || !isFoldable;
  const id = useId();
  return (
    <section className={styles.more} aria-label={isFoldable ? 'More fields' : 'Fields'}>
      {isFoldable && (
        <h3 className={styles.heading}>
          <button
            type="button"
            className={styles.fold}
            aria-expanded={isOpen}
            aria-controls={isOpen ? id : undefined}
            onClick={onToggle}
          >
            <IconChevronRight size={14} className={styles.chevron} aria-hidden />
            More
            <span className={styles.about}>every other field of {resource.kind}</span>
          </button>
        </h3>
      )}
      {isShown && (
        <div id={id} className={styles.rows}>
          <ErrorBoundary name="The list of fields">
            <Suspense fallback={<p className={styles.description}>Loading the fields…</p>}>
              <MoreFields />
            </Suspense>
          </ErrorBoundary>
        </div>
      )}
    </section>
  );
}
