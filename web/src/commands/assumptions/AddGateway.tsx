import { Button, SegmentedControl, TextInput } from '@mantine/core';
import {
  type AssumedGateway,
  gatewayOfHelm,
  ISTIOCTL_GATEWAY,
  whyNotNamespace,
  whyNotServiceName,
} from '@portolan/model';
import { IconPlus } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import styles from './AssumptionsDialog.module.css';
import { whyNotOneMore } from './why-not-one-more.ts';

interface AddGatewayProps {
  readonly gateways: readonly AssumedGateway[];
  readonly onAdd: (gateway: AssumedGateway) => void;
}

type Preset = 'istioctl' | 'helm' | 'own';

const PRESETS: { value: Preset; label: string }[] = [
  { value: 'istioctl', label: 'By istioctl' },
  { value: 'helm', label: 'By Helm’s gateway chart' },
  { value: 'own', label: 'In another way' },
];

/** Asks how a gateway was installed, and assumes it so. */
export function AddGateway({ gateways, onAdd }: AddGatewayProps): ReactElement {
  const [preset, setPreset] = useState<Preset>('helm');
  const [name, setName] = useState('istio-ingress');
  const [namespace, setNamespace] = useState('istio-ingress');
  const gateway = makeGateway(preset, name, namespace);
  const whyName = preset === 'istioctl' ? null : whyNotServiceName(name);
  const whyNamespace = preset === 'istioctl' ? null : whyNotNamespace(namespace);
  const why = whyNotOneMore(gateway, gateways);
  return (
    <section className={styles.card} aria-label="Another gateway">
      <h3 className={styles.heading}>Another gateway is installed …</h3>
      <SegmentedControl
        size="xs"
        aria-label="How it is installed"
        value={preset}
        data={PRESETS}
        onChange={(value) => {
          const next = PRESETS.find((one) => one.value === value);
          if (next !== undefined) setPreset(next.value);
        }}
      />
      {preset !== 'istioctl' && (
        <div className={styles.row}>
          <TextInput
            size="sm"
            className={styles.half ?? ''}
            label={preset === 'helm' ? 'Name of the release' : 'Name of the Service in front'}
            value={name}
            error={whyName}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            size="sm"
            className={styles.half ?? ''}
            label="Namespace of its pods"
            value={namespace}
            error={whyNamespace}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setNamespace(event.currentTarget.value)}
          />
        </div>
      )}
      <div className={styles.row}>
        <Button
          size="xs"
          leftSection={<IconPlus size={14} aria-hidden />}
          disabled={whyName !== null || whyNamespace !== null || why !== null}
          onClick={() => onAdd(gateway)}
        >
          Assume it
        </Button>
        <p className={styles.quiet}>{why ?? `Its pods have the labels ${sayLabels(gateway)}.`}</p>
      </div>
    </section>
  );
}

function makeGateway(preset: Preset, name: string, namespace: string): AssumedGateway {
  if (preset === 'istioctl') return ISTIOCTL_GATEWAY;
  const gateway = gatewayOfHelm(name, namespace);
  return preset === 'helm' ? gateway : { ...gateway, labels: { app: name } };
}

function sayLabels({ labels }: AssumedGateway): string {
  return Object.entries(labels)
    .map((pair) => pair.join('='))
    .join(' and ');
}
