import { whyNotAssumed, whyNotNamespace } from '@portolan/model';
import type { ReactElement } from 'react';
import { DraftInput } from '../../ui/DraftInput.tsx';
import styles from './AssumptionsDialog.module.css';
import { useAssumptions } from './use-assumptions.ts';

/** What names mean that do not say all. */
export function NamesPart(): ReactElement {
  const { assumptions, change } = useAssumptions();
  return (
    <div className={styles.part}>
      <DraftInput
        label="Default namespace"
        description="Where manifests are that name none, as with kubectl apply -n"
        value={assumptions.defaultNamespace}
        whyNot={whyNotNamespace}
        onCommit={(defaultNamespace) =>
          change({ defaultNamespace }, `Assume the default namespace ${defaultNamespace}`)
        }
      />
      <DraftInput
        label="Cluster domain"
        description="The end of whole names of Services; cluster.local nearly everywhere, and it may be empty"
        value={assumptions.clusterDomain}
        whyNot={(text) => whyNotAssumed('cluster-domain', text)}
        onCommit={(clusterDomain) =>
          change(
            { clusterDomain },
            clusterDomain === ''
              ? 'Assume no cluster domain'
              : `Assume the cluster domain ${clusterDomain}`,
          )
        }
      />
    </div>
  );
}
