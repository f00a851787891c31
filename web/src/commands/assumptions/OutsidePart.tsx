import { whyNotAssumed, whyNotNamespace } from '@portolan/model';
import type { ReactElement } from 'react';
import styles from './AssumptionsDialog.module.css';
import { EntryList } from './EntryList.tsx';
import { useAssumptions } from './use-assumptions.ts';
import { useProposed } from './use-proposed.ts';

/** What exists though it is not in the text. */
export function OutsidePart(): ReactElement {
  const { assumptions, change } = useAssumptions();
  const { externalHosts, foreignNamespaces, secrets } = assumptions;
  const hosts = useProposed('external-host').map(({ host }) => host);
  const namespaces = useProposed('foreign-namespace').map(({ namespace }) => namespace);
  const named = useProposed('secret').map(({ namespace, name }) => `${namespace}/${name}`);
  return (
    <div className={styles.part}>
      <EntryList
        label="Namespaces of other teams"
        description="Their resources are not in this text: what leads there cannot be known, and is no mistake"
        placeholder="payments"
        entries={foreignNamespaces}
        known={namespaces}
        whyNot={whyNotNamespace}
        onChange={(next, namespace, isAdded) =>
          change(
            { foreignNamespaces: next },
            `${verb(isAdded)} that the namespace ${namespace} belongs to another team`,
          )
        }
      />
      <EntryList
        label="Hosts that exist"
        description="Though no Service and no ServiceEntry of this text has them; *.example.com stands for all below it"
        placeholder="api.partner.example"
        entries={externalHosts}
        known={hosts}
        whyNot={(text) => whyNotAssumed('external-host', text)}
        onChange={(next, host, isAdded) =>
          change({ externalHosts: next }, `${verb(isAdded)} that the host ${host} exists`)
        }
      />
      <EntryList
        label="Secrets that exist"
        description="As namespace/name; certificates are read in the namespace of the gateway’s pods"
        placeholder="istio-system/shop-tls"
        entries={secrets}
        known={named}
        whyNot={(text) => whyNotAssumed('secret', text)}
        onChange={(next, secret, isAdded) =>
          change({ secrets: next }, `${verb(isAdded)} that the Secret ${secret} exists`)
        }
      />
    </div>
  );
}

function verb(isAdded: boolean): string {
  return isAdded ? 'Assume' : 'Assume no longer';
}
