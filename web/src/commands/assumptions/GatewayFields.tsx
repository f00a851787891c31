import { Input, SegmentedControl, Switch } from '@mantine/core';
import {
  type AssumedGateway,
  whyNotAssumed,
  whyNotNamespace,
  whyNotServiceName,
} from '@portolan/model';
import type { ReactElement } from 'react';
import { DraftInput } from '../../ui/DraftInput.tsx';
import styles from './AssumptionsDialog.module.css';
import { EntryList } from './EntryList.tsx';
import { readPort, whyNotPortPair, writePort } from './port-pair.ts';
import { whyNotOneMore } from './why-not-one-more.ts';

interface GatewayFieldsProps {
  readonly gateway: AssumedGateway;
  readonly others: readonly AssumedGateway[];
  readonly onChange: (gateway: AssumedGateway, label: string) => void;
}

/** All that is assumed of a gateway; each change counts at once. */
export function GatewayFields({ gateway, others, onChange }: GatewayFieldsProps): ReactElement {
  const { name, namespace, tlsTerminatedInFront } = gateway;
  return (
    <div className={styles.part}>
      <div className={styles.row}>
        <DraftInput
          className={styles.half}
          label="Name"
          description="Of the Service in front of it"
          value={name}
          whyNot={(text) =>
            whyNotServiceName(text) ?? whyNotOneMore({ name: text, namespace }, others)
          }
          onCommit={(next) =>
            onChange({ ...gateway, name: next }, `Call the assumed gateway ${next}`)
          }
        />
        <DraftInput
          className={styles.half}
          label="Namespace"
          description="Where its pods run, and read certificates"
          value={namespace}
          whyNot={(text) =>
            whyNotNamespace(text) ?? whyNotOneMore({ name, namespace: text }, others)
          }
          onCommit={(next) =>
            onChange({ ...gateway, namespace: next }, `Assume the gateway ${name} in ${next}`)
          }
        />
      </div>
      <EntryList
        label="Labels of its pods"
        description="What the selector of a Gateway has to name, as key=value"
        placeholder="istio=ingressgateway"
        entries={Object.entries(gateway.labels).map((pair) => pair.join('='))}
        whyNot={(text) => whyNotAssumed('label', text)}
        onChange={(pairs) =>
          onChange({ ...gateway, labels: readLabels(pairs) }, `Change the labels of ${name}`)
        }
      />
      <ServiceFields gateway={gateway} onChange={onChange} />
      <Switch
        label="A load balancer in front ends TLS"
        description="Requests come to the gateway as plain HTTP, whatever the client asked for"
        checked={tlsTerminatedInFront}
        onChange={(event) => {
          const isEnded = event.currentTarget.checked;
          onChange(
            { ...gateway, tlsTerminatedInFront: isEnded },
            isEnded ? `Assume that TLS ends in front of ${name}` : `Assume that ${name} ends TLS`,
          );
        }}
      />
    </div>
  );
}

const NO_SERVICE = 'none';
const TYPES = [
  { value: 'LoadBalancer', label: 'LoadBalancer' },
  { value: 'NodePort', label: 'NodePort' },
  { value: 'ClusterIP', label: 'ClusterIP' },
  { value: NO_SERVICE, label: 'No Service' },
];
const USUAL_PORTS = [
  { port: 80, targetPort: 8080 },
  { port: 443, targetPort: 8443 },
];

function ServiceFields({
  gateway,
  onChange,
}: Pick<GatewayFieldsProps, 'gateway' | 'onChange'>): ReactElement {
  const { name, service } = gateway;
  const setType = (type: string): void => {
    const ports = service?.ports ?? USUAL_PORTS;
    onChange(
      { ...gateway, service: type === NO_SERVICE ? null : { type, ports } },
      type === NO_SERVICE
        ? `Assume no Service in front of ${name}`
        : `Assume a Service of type ${type} in front of ${name}`,
    );
  };
  return (
    <>
      <Input.Wrapper
        label="Service in front"
        description="Its type; without a Service nobody outside reaches the gateway"
      >
        <SegmentedControl
          size="xs"
          mt={6}
          aria-label="Service in front"
          value={service?.type ?? NO_SERVICE}
          data={TYPES}
          onChange={setType}
        />
      </Input.Wrapper>
      {service !== null && (
        <EntryList
          label="Ports"
          description="Port of the Service and of the pods, as in 443:8443; one number where both are the same"
          placeholder="80:8080"
          entries={service.ports.map(writePort)}
          whyNot={(text) => whyNotPortPair(text, service.ports)}
          onChange={(pairs) =>
            onChange(
              { ...gateway, service: { ...service, ports: pairs.map(readPort) } },
              `Change the ports of ${name}`,
            )
          }
        />
      )}
    </>
  );
}

function readLabels(pairs: readonly string[]): AssumedGateway['labels'] {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}
