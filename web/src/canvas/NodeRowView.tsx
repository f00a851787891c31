import type {
  CredentialRow,
  DestinationRow,
  HostsRow,
  MirrorRow,
  NodeRow,
  NoteAction,
  NoteRow,
  PortRow,
  ServerRow,
  SplitRow,
  TopologyNode,
} from '@portolan/model';
import { IconCopyPlus, IconKey, IconLock, IconLockOpen } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import chips from './Chip.module.css';
import { Chip } from './Chip.tsx';
import { useCanvasActions } from './canvas-actions.ts';
import { explainCredential, explainNode } from './explanation.ts';
import { NodeHandle } from './NodeHandle.tsx';
import styles from './NodeRow.module.css';
import { RouteRowContent } from './RouteRowContent.tsx';

interface NodeRowViewProps {
  readonly row: NodeRow;
  readonly node: TopologyNode;
}

/** One row of a node, exactly as high as it says. */
export function NodeRowView({ row, node }: NodeRowViewProps): ReactElement {
  return (
    <div
      className={`${styles.row} ${styles[`row-${row.kind}`] ?? ''}`}
      style={{ height: row.height }}
      data-row={row.id}
    >
      {row.takesLines && <NodeHandle side="left" row={row.id} />}
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
  const hosts = (
    <code className={row.hostsBelow ? styles.cut : `${styles.cut} ${styles.end}`} title={row.hosts}>
      {row.hosts}
    </code>
  );
  return (
    <span className={styles.lines}>
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
        {!row.hostsBelow && hosts}
      </span>
      {row.hostsBelow && <span className={styles.line}>{hosts}</span>}
    </span>
  );
}

function CredentialContent({ row }: { readonly row: CredentialRow }): ReactElement {
  const actions = useCanvasActions();
  const found = row.credential.status === 'found';
  return (
    <button
      type="button"
      className={`${chips.chip} ${styles.chipButton} ${found ? '' : chips.warning} nodrag nopan`}
      title={row.label}
      aria-haspopup="dialog"
      onClick={(event) => actions.explain(explainCredential(row), event.currentTarget)}
    >
      <IconKey size={12} aria-hidden="true" />
      <span className={styles.cut}>{row.label}</span>
    </button>
  );
}

function HostsContent({ row }: { readonly row: HostsRow }): ReactElement {
  return (
    <>
      <span className={styles.lines} title={row.hosts.join('\n')}>
        {row.lines.map((line, index) => {
          const isHost = !row.inWords && index < row.hosts.length && line === row.hosts[index];
          const Text = isHost ? 'code' : 'span';
          return (
            <span className={styles.line} key={line}>
              <Text className={`${styles.cut} ${isHost ? '' : styles.dim}`}>{line}</Text>
            </span>
          );
        })}
      </span>
      {row.meshOnly && (
        <Chip title="It names no gateway: only traffic inside the mesh takes it" rigid>
          mesh only
        </Chip>
      )}
    </>
  );
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
  return (
    <>
      {isMirror && <IconCopyPlus size={13} className={styles.dim} aria-label="mirror to" />}
      <span className={`${styles.cut} ${styles.destination}`} title={`${row.host}${port}`}>
        <code>{row.host === '' ? 'no host' : row.host}</code>
        <code className={styles.dim}>{port}</code>
      </span>
      {row.subset !== null && <Chip title={`subset ${row.subset}`}>{row.subset}</Chip>}
      {row.share !== null && (
        <span className={`${styles.end} ${isMirror ? styles.dim : styles.share}`}>{row.share}</span>
      )}
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
