import { Button, Select } from '@mantine/core';
import {
  dumpBeginning,
  dumpGateway,
  type GatewayConfig,
  gatewayConfigsInSlices,
  type JsonObject,
  type Slices,
  type Snapshot,
} from '@portolan/model';
import { IconCopy } from '@tabler/icons-react';
import { type ReactElement, useMemo, useState } from 'react';
import { useSettled } from '../../session/use-settled.ts';
import { copyText } from '../../ui/copy-text.ts';
import { notify } from '../../view-state/notice.ts';
import { useViewStore } from '../../view-state/view-context.ts';
import { CatchingUp } from '../CatchingUp.tsx';
import { DropList } from './DropList.tsx';
import styles from './EnvoyPane.module.css';
import { EnvoyTree } from './EnvoyTree.tsx';
import { type EnvoyElement, envoyTree, findById } from './envoy-tree.ts';
import { JsonView, MOST_CHARACTERS } from './JsonView.tsx';
import { useElementAtCursor } from './use-element-at-cursor.ts';

/** What istiod would program into a gateway's Envoy: as a tree, and in the words of Envoy. */
export function EnvoyPane(): ReactElement {
  const compiled = useSettled(compileAll);
  const [chosen, setChosen] = useState<string | null>(null);
  if (compiled === null) return <p className={styles.none}>Programming Envoy…</p>;
  const { configs, snapshot } = compiled;
  const config = configs.find(({ workload }) => workload.id === chosen) ?? configs[0];
  if (config === undefined) {
    return <p className={styles.none}>No gateway is known, in the YAML or by an assumption.</p>;
  }
  return (
    <ConfigView
      config={config}
      snapshot={snapshot}
      names={configs.map(({ workload: { id, namespace, name, known } }) => ({
        value: id,
        label: `${namespace}/${name}${known === 'assumed' ? ' (assumed)' : ''}`,
      }))}
      onGateway={setChosen}
    />
  );
}

interface Compiled {
  readonly snapshot: Snapshot;
  readonly configs: readonly GatewayConfig[];
}

function* compileAll(snapshot: Snapshot): Slices<Compiled> {
  return { snapshot, configs: yield* gatewayConfigsInSlices(snapshot) };
}

interface ConfigViewProps {
  readonly config: GatewayConfig;
  readonly snapshot: Snapshot;
  readonly names: readonly { readonly value: string; readonly label: string }[];
  readonly onGateway: (id: string | null) => void;
}

function ConfigView({ config, snapshot, names, onGateway }: ConfigViewProps): ReactElement {
  const view = useViewStore();
  const elements = useMemo(() => envoyTree(config), [config]);
  const [selected, setSelected] = useState<string | null>(null);
  useElementAtCursor(elements, snapshot, setSelected);
  const shown = selected === null ? null : (findById(elements, selected) ?? null);
  const json = useMemo(
    () => (shown === null ? dumpBeginning(config, MOST_CHARACTERS) : write(shown.json())),
    [shown, config],
  );
  const copy = () => {
    const whole = shown === null ? write(dumpGateway(config)) : json;
    void copyText(whole).then(() => notify(view, 'info', 'Copied the JSON.'));
  };
  return (
    <div className={styles.pane}>
      <div className={styles.left}>
        <div className={styles.bar}>
          <Select
            className={styles.gateway ?? ''}
            size="xs"
            aria-label="Gateway"
            data={names.map((one) => ({ ...one }))}
            value={config.workload.id}
            allowDeselect={false}
            comboboxProps={{ withinPortal: false }}
            onChange={onGateway}
          />
          <CatchingUp snapshot={snapshot} />
        </div>
        {elements.length === 0 && (
          <p className={styles.none}>Nothing is programmed: no server of a Gateway gets here.</p>
        )}
        <EnvoyTree
          elements={elements}
          snapshot={snapshot}
          selected={shown?.id ?? null}
          onSelect={({ id }: EnvoyElement) => setSelected(id)}
        />
        <DropList config={config} snapshot={snapshot} />
      </div>
      <section className={styles.right} aria-label="As Envoy has it">
        <div className={styles.bar}>
          <h2 className={styles.title}>
            {shown === null ? 'Everything, as GET /config_dump prints it' : shown.kind}
            {shown !== null && (
              <button type="button" className={styles.all} onClick={() => setSelected(null)}>
                Show everything
              </button>
            )}
          </h2>
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconCopy size={13} aria-hidden />}
            disabled={json === ''}
            onClick={copy}
          >
            Copy
          </Button>
        </div>
        {json === '' ? <p className={styles.none}>{shown?.rejection}</p> : <JsonView json={json} />}
      </section>
    </div>
  );
}

function write(json: JsonObject | null): string {
  return json === null ? '' : JSON.stringify(json, null, 2);
}
