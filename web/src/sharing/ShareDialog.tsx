import { Button, Stack, TextInput } from '@mantine/core';
import { IconCode, IconDownload, IconLink, IconLock } from '@tabler/icons-react';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useSession } from '../session/session-context.ts';
import type { Workspace } from '../session/sketches/workspace.ts';
import { copyText } from '../ui/copy-text.ts';
import { DialogBox } from '../ui/DialogBox.tsx';
import { downloadFile, toFileName } from '../ui/download-file.ts';
import { useViewStore } from '../view-state/view-context.ts';
import { chosenViewport } from '../view-state/view-state.ts';
import { measureLink } from './measure-link.ts';
import styles from './ShareDialog.module.css';
import { embedMarkup, sketchAddress } from './share-address.ts';
import { SKETCH_FILE_ENDING, writeSketchFile } from './sketch-file.ts';
import { type SharedSketch, useShareLink } from './use-share-link.ts';

interface ShareDialogProps {
  readonly workspace: Workspace;
  readonly onClose: () => void;
}

/** Gives the open sketch away as a link, or as a file where that is too long. */
export function ShareDialog({ workspace, onClose }: ShareDialogProps): ReactElement {
  const session = useSession();
  const view = useViewStore();
  const { name } = workspace.store.getState().open;
  const shared = useShareLink(session, { name, viewport: chosenViewport(view.getState()) });
  return (
    <DialogBox onClose={onClose} title="Share this sketch" size="lg">
      <Stack gap="md">
        <p className={styles.text}>
          Whoever has the link sees the sketch as it is now, and can make a copy of it. All of it is
          in the link itself: nothing is stored anywhere, and no server gets to see it.
        </p>
        {shared === null ? <p className={styles.text}>Packing…</p> : <Ways shared={shared} />}
      </Stack>
    </DialogBox>
  );
}

function Ways({ shared }: { readonly shared: SharedSketch }): ReactElement {
  const [outcome, copy] = useCopy();
  const { link, remarks, content } = shared;
  const address = link.kind === 'link' ? sketchAddress(location.href, link.fragment) : null;
  const measure = address === null ? null : measureLink(address.length);
  const hasLink = address !== null && measure?.grade !== 'too-long';
  return (
    <>
      <div>
        {hasLink && <LinkField address={address} onCopy={copy} />}
        {measure !== null && (
          <div className={styles.meter} data-grade={measure.grade}>
            <span className={styles.bar} aria-hidden="true">
              <span style={{ width: `${100 * measure.share}%` }} />
            </span>
            <span>{measure.words}</span>
            <span className={styles.outcome} role="status">
              {outcome}
            </span>
          </div>
        )}
      </div>
      {link.kind === 'none' && <p className={styles.text}>{link.reason}</p>}
      {remarks.length > 0 && (
        <ul className={styles.remarks} aria-label="Left out">
          {remarks.map((remark) => (
            <li key={remark}>
              <IconLock size={16} aria-hidden />
              <span>{remark}</span>
            </li>
          ))}
        </ul>
      )}
      {hasLink && link.kind === 'link' && (
        <EmbedWay onCopy={() => copy(embedMarkup(location.href, link.fragment, content.name))} />
      )}
      <FileWay content={content} isBest={!hasLink} />
    </>
  );
}

interface LinkFieldProps {
  readonly address: string;
  readonly onCopy: (text: string) => void;
}

function LinkField({ address, onCopy }: LinkFieldProps): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  // It comes when the dialog is open already.
  useEffect(() => input.current?.focus(), []);
  return (
    <div className={styles.row}>
      <TextInput
        ref={input}
        className={styles.link}
        label="Link"
        readOnly
        value={address}
        onFocus={(event) => event.currentTarget.select()}
        styles={{ input: { fontFamily: 'var(--mono)', fontSize: 'var(--t-2)' } }}
      />
      <Button leftSection={<IconLink size={16} aria-hidden />} onClick={() => onCopy(address)}>
        Copy link
      </Button>
    </div>
  );
}

/** HTML for somebody's page. */
function EmbedWay({ onCopy }: { readonly onCopy: () => void }): ReactElement {
  return (
    <section className={styles.way}>
      <div>
        <h3 className={styles.title}>Inside a page</h3>
        <p className={styles.text}>
          The map alone, to move and zoom, for documentation and slides. Paste it as HTML.
        </p>
      </div>
      <Button variant="default" leftSection={<IconCode size={16} aria-hidden />} onClick={onCopy}>
        Copy iframe
      </Button>
    </section>
  );
}

interface FileWayProps {
  readonly content: SharedSketch['content'];
  readonly isBest: boolean;
}

function FileWay({ content, isBest }: FileWayProps): ReactElement {
  const fileName = toFileName(content.name).replace(/\.(ya?ml|json)$/i, '') + SKETCH_FILE_ENDING;
  return (
    <section className={styles.way}>
      <div>
        <h3 className={styles.title}>As a file</h3>
        <p className={styles.text}>
          The same as the link, of any size. Portolan opens it like any other file.
        </p>
      </div>
      <Button
        variant={isBest ? 'filled' : 'default'}
        leftSection={<IconDownload size={16} aria-hidden />}
        onClick={() => downloadFile(fileName, writeSketchFile(content), 'application/json')}
      >
        Download file
      </Button>
    </section>
  );
}

/** Copies, and says what came of it. */
function useCopy(): readonly [outcome: string, copy: (text: string) => void] {
  const [outcome, setOutcome] = useState('');
  const copy = (text: string): void => {
    void copyText(text).then((isCopied) => {
      setOutcome(
        isCopied
          ? 'Copied.'
          : 'The browser did not allow copying: select the text and copy it yourself.',
      );
    });
  };
  return [outcome, copy];
}
