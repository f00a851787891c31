import { ActionIcon, NumberInput } from '@mantine/core';
import type { FieldPath } from '@portolan/model';
import { IconX } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import { TextField } from '../fields/TextField.tsx';
import { whyNotPort } from '../fields/why-not-port.ts';
import styles from './DestinationLine.module.css';

interface DestinationLineProps {
  /** Of the entry in `route`. */
  readonly path: FieldPath;
  readonly name: string;
  /** The first line has the names of the columns. */
  readonly isFirst: boolean;
  /** null for an only destination, which gets everything. */
  readonly percent: number | null;
  readonly onPercent: (percent: number) => void;
  readonly onRemove: () => void;
}

/** One destination: host, subset, port and share. */
export function DestinationLine(props: DestinationLineProps): ReactElement {
  const { path, name, isFirst, percent, onPercent, onRemove } = props;
  const title = (text: string): string => (isFirst ? text : '');
  return (
    <div className={styles.line} data-split={percent !== null || undefined}>
      <TextField
        path={[...path, 'destination', 'host']}
        label={title('to')}
        hears={`Host of ${name}`}
        required
      />
      <TextField
        path={[...path, 'destination', 'subset']}
        label={title('subset')}
        hears={`Subset of ${name}`}
      />
      <TextField
        path={[...path, 'destination', 'port', 'number']}
        label={title('port')}
        hears={`Port of ${name}`}
        check={whyNotPort}
        container={[...path, 'destination', 'port']}
        numeric
      />
      {percent !== null && (
        <>
          <ShareField
            key={percent}
            label={title('share')}
            hears={`Percent for ${name}`}
            percent={percent}
            onPercent={onPercent}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={30}
            aria-label={`Remove ${name}`}
            onClick={onRemove}
          >
            <IconX size={14} aria-hidden />
          </ActionIcon>
        </>
      )}
    </div>
  );
}

interface ShareFieldProps extends Pick<DestinationLineProps, 'onPercent'> {
  readonly label: string;
  readonly hears: string;
  readonly percent: number;
}

function ShareField({ label, hears, percent, onPercent }: ShareFieldProps): ReactElement {
  const [draft, setDraft] = useState<string | number>(percent);
  return (
    <NumberInput
      size="xs"
      label={label}
      aria-label={hears}
      suffix=" %"
      min={0}
      max={100}
      allowDecimal={false}
      hideControls
      value={draft}
      data-written={draft === percent || undefined}
      onChange={setDraft}
      onBlur={(event) => onPercent(Number.parseInt(event.currentTarget.value, 10))}
      onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
    />
  );
}
