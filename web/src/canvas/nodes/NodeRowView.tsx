import type {
  CredentialRow,
  DestinationRow,
  HostsRow,
  MirrorRow,
  NodeRow,
  NoteAction,
  NoteRow,
  Phrase,
  PortRow,
  ServerRow,
  SplitRow,
  TopologyNode,
} from '@portolan/model';
import { IconCopyPlus, IconKey, IconLock, IconLockOpen } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTracing } from '../../session/session-context.ts';
import { selectPath } from '../../session/session-selectors.ts';
import { useCanvasActions } from '../canvas-actions.ts';
import { explainCredential, explainNode } from '../explanations/explanation.ts';
import chips from './Chip.module.css';
import { Chip } from './Chip.tsx';
import { NodeHandle } from './NodeHandle.tsx';
import styles from './NodeRow.module.css';
import { RouteRowContent } from './RouteRowContent.tsx';
import { RowProblem } from './RowProblem.tsx';

interface NodeRowViewProps {
  readonly row: NodeRow;
  readonly node: TopologyNode;
}

/** One row of a node, exactly as high as it says. */
export function NodeRowView({ row, node }: NodeRowViewProps): ReactElement {
  const isTraced = useTracing(
    (state) => selectPath(state)?.rows.get(node.id)?.has(row.id) ?? false,
  );
  return (
    <div
      className={`${styles.row} ${styles[`row-${row.kind}`] ?? ''}`}
      style={{ height: row.height }}
      data-row={row.id}
      data-traced={isTraced || undefined}
    >
      {row.takesLines && <NodeHandle side="left" row={row.id} />}
      <RowProblem node={node.id} row={row.id} />
      <RowContent row={row} node={node} />
      {row.givesLines && <NodeHandle side="right" row={row.id} />}
    </div>
  );
}

function RowContent({ row, node }: NodeRowViewProps): ReactElement {
  switch (row.kind) {
    case 'port':
      return <PortContent row={row} />;
    case 'server':
      return <ServerContent row={row} />;
    case 'credential':
      return <CredentialContent row={row} />;
    case 'hosts':
      return <HostsContent row={row} />;
    case 'route':
      return <RouteRowContent row={row} />;
    case 'split':
      return <SplitContent row={row} />;
    case 'destination':
    case 'mirror':
      return <DestinationContent row={row} />;
    case 'subset':
      return <NamedContent label={row.subset.name} detail={row.detail} what="subset" />;
    case 'workloads':
      return <NamedContent label={row.label} detail={row.detail} what={null} />;
    case 'more':
      return <span className={styles.dim}>{row.label}</span>;
    case 'note':
      return <NoteContent row={row} node={node} />;
  }
}

function PortContent({ row }: { readonly row: PortRow }): ReactElement {
  return (
    <>
      <code>{row.label}</code>
      <span className={`${styles.dim} ${styles.cut}`} title={row.detail}>
        {row.detail}
      </span>
    </>
  );
}

function ServerContent({ row }: { readonly row: ServerRow }): ReactElement {
  return (
    <span className={styles.lines} title={row.hosts.join('\n')}>
      <span className={styles.line}>
        <code>{row.label}</code>
        <span className={styles.dim}>{row.protocol}</span>
        {row.tlsMode !== null && (
          <span className={`${styles.dim} ${styles.inline}`}>
            {row.tlsMode === 'PASSTHROUGH' ? <IconLockOpen size={12} /> : <IconLock size={12} />}
            {row.tlsMode}
          </span>
        )}
        {row.redirectsToHttps && (
          <Chip title="Answers every request with a redirect to HTTPS" rigid>
            to HTTPS
          </Chip>
        )}
        {row.hostBeside !== null && <PhraseText phrase={row.hostBeside} className={styles.end} />}
      </span>
      <PhraseLines lines={row.hostLines} />
    </span>
  );
}

function CredentialContent({ row }: { readonly row: CredentialRow }): ReactElement {
  const actions = useCanvasActions();
  const text = row.state === null ? row.label : `${row.label}: ${row.state}`;
  return (
    <button
      type="button"
      className={`${chips.chip} ${styles.chipButton} ${row.state === null ? '' : chips.warning} nodrag nopan`}
      title={text}
      aria-haspopup="dialog"
      onClick={(event) => actions.explain(explainCredential(row), event.currentTarget)}
    >
      <IconKey size={12} aria-hidden="true" />
      {row.stateBelow ? (
        <span className={styles.stacked}>
          <span className={styles.cut}>{row.label}</span>
          <span>{row.state}</span>
        </span>
      ) : (
        <span className={styles.cut}>{text}</span>
      )}
    </button>
  );
}

function HostsContent({ row }: { readonly row: HostsRow }): ReactElement {
  const meshOnly = row.meshOnly && (
    <Chip title="It names no gateway: only traffic inside the mesh takes it" rigid>
      mesh only
    </Chip>
  );
  return (
    <>
      <span className={styles.lines} title={row.hosts.join('\n')}>
        <PhraseLines lines={row.lines} />
        {row.meshOnlyBelow && <span className={styles.line}>{meshOnly}</span>}
      </span>
      {!row.meshOnlyBelow && meshOnly}
    </>
  );
}

function PhraseLines({ lines }: { readonly lines: readonly Phrase[] }): readonly ReactElement[] {
  return lines.map((phrase, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
    <span className={styles.line} key={index}>
      <PhraseText phrase={phrase} />
    </span>
  ));
}

interface PhraseTextProps {
  readonly phrase: Phrase;
  readonly className?: string | undefined;
}

function PhraseText({ phrase, className = '' }: PhraseTextProps): ReactElement {
  const Text = phrase.literal ? 'code' : 'span';
  const look = phrase.literal ? '' : styles.dim;
  return <Text className={`${styles.cut} ${look} ${className}`}>{phrase.text}</Text>;
}

function SplitContent({ row }: { readonly row: SplitRow }): ReactElement {
  const percents = row.shares.map((share) => `${Math.round(share * 1000) / 10} %`);
  return (
    <span className={styles.split} role="img" aria-label={`Divided ${percents.join(', ')}`}>
      {row.shares.map((share, index) => (
        <span
          // Shares have no names of their own, and never move.
          // biome-ignore lint/suspicious/noArrayIndexKey: a share is its place
          key={index}
          style={{ flexGrow: share, opacity: Math.max(0.3, 1 - index * 0.35) }}
        />
      ))}
    </span>
  );
}

function DestinationContent({ row }: { readonly row: DestinationRow | MirrorRow }): ReactElement {
  const port = row.port === null ? '' : `:${row.port}`;
  const isMirror = row.kind === 'mirror';
  const last = row.hostLines.length - 1;
  const subset = row.subset !== null && <Chip title={`subset ${row.subset}`}>{row.subset}</Chip>;
  return (
    <>
      {isMirror && <IconCopyPlus size={13} className={styles.mirror} aria-label="mirror to" />}
      <span className={styles.lines} title={`${row.host}${port}`}>
        {row.hostLines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
          <span className={styles.line} key={index}>
            <span className={styles.host}>
              <code>{line}</code>
              {index === last && <code className={styles.dim}>{port}</code>}
            </span>
            {index === last && !row.subsetBelow && subset}
            {index === 0 && row.share !== null && (
              <span className={`${styles.end} ${isMirror ? styles.copyShare : styles.share}`}>
                {row.share}
              </span>
            )}
          </span>
        ))}
        {row.subsetBelow && <span className={styles.line}>{subset}</span>}
      </span>
    </>
  );
}

interface NamedContentProps {
  readonly label: string;
  readonly detail: string;
  readonly what: string | null;
}

function NamedContent({ label, detail, what }: NamedContentProps): ReactElement {
  return (
    <>
      {what === null ? (
        <span className={styles.fixed}>{label}</span>
      ) : (
        <Chip title={`${what} ${label}`}>{label}</Chip>
      )}
      <span className={`${styles.dim} ${styles.cut}`} title={detail}>
        {detail}
      </span>
    </>
  );
}

function NoteContent({ row, node }: NodeRowViewProps & { readonly row: NoteRow }): ReactElement {
  return (
    <span className={styles.note} data-tone={row.tone}>
      <span className={styles.noteText} style={{ WebkitLineClamp: row.lines }} title={row.text}>
        {row.text}
      </span>
      {row.actions.length > 0 && (
        <span className={styles.noteActions}>
          {row.actions.map((action) => (
            <NoteLink key={action.kind} action={action} node={node} />
          ))}
        </span>
      )}
    </span>
  );
}

interface NoteLinkProps {
  readonly action: NoteAction;
  readonly node: TopologyNode;
}

function NoteLink({ action, node }: NoteLinkProps): ReactElement | null {
  const actions = useCanvasActions();
  const explanation = explainNode(node);
  const isWhy = action.kind === 'why';
  if (action.kind === 'exists-elsewhere' || explanation === null) return null;
  if (!isWhy && !actions.canWrite) return null;
  return (
    <button
      type="button"
      className={`${styles.link} nodrag nopan`}
      {...(isWhy ? { 'aria-haspopup': 'dialog' as const } : {})}
      onClick={({ currentTarget }) =>
        isWhy ? actions.explain(explanation, currentTarget) : actions.writeNode(node.id)
      }
    >
      {action.label}
    </button>
  );
}
