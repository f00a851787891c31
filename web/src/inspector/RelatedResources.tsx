import type { Resource, ResourceId } from '@portolan/model';
import type { ReactElement } from 'react';
import { KindChip } from '../ui/KindChip.tsx';
import styles from './InspectorPane.module.css';

interface RelatedResourcesProps {
  readonly resources: readonly Resource[];
  readonly shown: Resource;
  readonly onShow: (id: ResourceId) => void;
}

/** The resources that one node stands for, to choose whose fields are shown. */
export function RelatedResources({
  resources,
  shown,
  onShow,
}: RelatedResourcesProps): ReactElement {
  return (
    <nav className={styles.related} aria-label="Resources of this node">
      {resources.map(({ id, kind, name }) => (
        <button
          key={id}
          type="button"
          className={styles.relatedOne}
          aria-pressed={id === shown.id}
          onClick={() => onShow(id)}
        >
          <KindChip kind={kind} />
          <span className={styles.relatedName}>{name}</span>
        </button>
      ))}
    </nav>
  );
}
