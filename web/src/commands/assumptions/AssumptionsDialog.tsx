import { Button, Tabs } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import { countClasses } from '../../session/problems/problem-class.ts';
import { useDiagnosis, useSession } from '../../session/session-context.ts';
import { selectShown } from '../../session/session-selectors.ts';
import { DialogBox } from '../../ui/DialogBox.tsx';
import { PROBLEM_CLASSES, PROBLEM_LOOKS } from '../../ui/problem-look.ts';
import type { AssumptionsPart } from '../../view-state/view-state.ts';
import styles from './AssumptionsDialog.module.css';
import { GatewaysPart } from './GatewaysPart.tsx';
import { MutedPart } from './MutedPart.tsx';
import { NamesPart } from './NamesPart.tsx';
import { OutsidePart } from './OutsidePart.tsx';
import { YamlPart } from './YamlPart.tsx';

interface AssumptionsDialogProps {
  readonly part: AssumptionsPart;
  readonly onClose: () => void;
}

const PARTS: readonly (readonly [AssumptionsPart, string, () => ReactElement])[] = [
  ['gateways', 'Gateways', GatewaysPart],
  ['outside', 'Outside this text', OutsidePart],
  ['names', 'Names', NamesPart],
  ['muted', 'Muted', MutedPart],
  ['yaml', 'As YAML', YamlPart],
];

/** What the text does not hold, and the user says is so. What is changed counts at once. */
export function AssumptionsDialog({ part, onClose }: AssumptionsDialogProps): ReactElement {
  const { readOnlyReason } = useSession();
  const [shown, setShown] = useState(part);
  return (
    <DialogBox onClose={onClose} title="Assumptions" size="xl">
      <p className={styles.lead}>
        What is not in the YAML, and Portolan takes to be so. It is kept with the sketch, in its
        links and files, and never written into the YAML. Each change can be undone.
      </p>
      {readOnlyReason !== null && <p className={styles.note}>{readOnlyReason}</p>}
      <Tabs
        value={shown}
        keepMounted={false}
        onChange={(value) => {
          const next = PARTS.find(([one]) => one === value);
          if (next !== undefined) setShown(next[0]);
        }}
      >
        <Tabs.List>
          {PARTS.map(([value, label]) => (
            <Tabs.Tab key={value} value={value} {...(value === part && { 'data-autofocus': true })}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <fieldset className={styles.fields} disabled={readOnlyReason !== null}>
          {PARTS.map(([value, , Part]) => (
            <Tabs.Panel key={value} value={value}>
              <Part />
            </Tabs.Panel>
          ))}
        </fieldset>
      </Tabs>
      <div className={styles.footer}>
        <FindingCounts />
        <Button onClick={onClose}>Done</Button>
      </div>
    </DialogBox>
  );
}

/** How many findings there are with what is assumed now. */
function FindingCounts(): ReactElement {
  const counts = countClasses(useDiagnosis(selectShown));
  const all = PROBLEM_CLASSES.map((one) => `${PROBLEM_LOOKS[one].many}: ${counts[one]}`);
  return (
    <p className={styles.counts} role="status">
      <span className={styles.hidden}>With these assumptions: {all.join(', ')}</span>
      {PROBLEM_CLASSES.map((one) => {
        const { Icon, many } = PROBLEM_LOOKS[one];
        return (
          <span key={one} className={styles.count} data-class={one} title={many} aria-hidden>
            <Icon size={15} />
            {counts[one]}
          </span>
        );
      })}
    </p>
  );
}
