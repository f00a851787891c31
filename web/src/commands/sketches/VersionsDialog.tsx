import { Button, Group } from '@mantine/core';
import { type ReactElement, useEffect, useMemo, useState } from 'react';
import { useSession } from '../../session/session-context.ts';
import type { Revision } from '../../session/sketches/revision.ts';
import { DialogBox } from '../../ui/DialogBox.tsx';
import { notify } from '../../view-state/notice.ts';
import type { CommandContext } from '../command.ts';
import { useCommandContext } from '../command-context.ts';
import { ChangedLines } from '../comparison/ChangedLines.tsx';
import { compareTexts, countLines } from '../comparison/compare-texts.ts';
import { SketchPicture } from './SketchPicture.tsx';
import { showMoment, showMoments } from './show-moment.ts';
import { VersionChoice } from './VersionChoice.tsx';
import styles from './VersionsDialog.module.css';

const NOT_KEPT =
  'Nothing was restored: the browser did not store what is here now, and it would be lost. Download it first.';

interface VersionsDialogProps {
  readonly onClose: () => void;
}

/** What the open sketch said before: to look at, to compare, and to go back to. */
export function VersionsDialog({ onClose }: VersionsDialogProps): ReactElement {
  const revisions = useRevisions();
  return (
    <DialogBox title="Earlier versions of this sketch" size="xl" onClose={onClose}>
      {revisions?.length === 0 && (
        <p className={styles.text}>
          There are none yet. While you work, one is kept every few minutes, and whenever much of
          the text goes at once.
        </p>
      )}
      {revisions !== null && revisions.length > 0 && (
        <Versions revisions={revisions} onClose={onClose} />
      )}
    </DialogBox>
  );
}

interface VersionsProps extends VersionsDialogProps {
  readonly revisions: readonly Revision[];
}

function Versions({ revisions, onClose }: VersionsProps): ReactElement | null {
  const context = useCommandContext();
  const [chosen, setChosen] = useState(0);
  const revision = revisions[chosen];
  if (revision === undefined) return null;
  const times = revisions.map(({ at }) => at);
  return (
    <div className={styles.columns}>
      <VersionChoice
        label="Versions"
        keys={times}
        titles={showMoments(times)}
        chosen={chosen}
        onChoose={setChosen}
      />
      <div className={styles.shown}>
        <div className={styles.picture}>
          <SketchPicture key={revision.at} sketch={revision.content} />
        </div>
        <Changes revision={revision} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button
            onClick={() => {
              onClose();
              void restore(context, revision);
            }}
          >
            Restore this version
          </Button>
        </Group>
      </div>
    </div>
  );
}

/** What restoring would change in the text as it is now. */
function Changes({ revision }: { readonly revision: Revision }): ReactElement {
  const session = useSession();
  const comparison = useMemo(
    () => compareTexts(session.text(), revision.content.text),
    [session, revision],
  );
  if (comparison === null) {
    return <p className={styles.text}>Nearly every line is another one than now.</p>;
  }
  const { lines, added, removed } = comparison;
  return (
    <>
      <p className={styles.text}>
        {lines.length === 0
          ? 'The text is the same as now.'
          : `Restoring takes away ${countLines(removed)} and brings back ${countLines(added)}.`}
      </p>
      {lines.length > 0 && (
        <div className={styles.changes}>
          <ChangedLines label="What restoring changes" lines={lines} />
        </div>
      )}
    </>
  );
}

function useRevisions(): readonly Revision[] | null {
  const { workspace } = useCommandContext();
  const [revisions, setRevisions] = useState<readonly Revision[] | null>(null);
  useEffect(() => {
    void workspace.listRevisions().then(setRevisions);
  }, [workspace]);
  return revisions;
}

async function restore({ workspace, view }: CommandContext, revision: Revision): Promise<void> {
  const restored = await workspace.restore(revision);
  if (restored === 'unkept') notify(view, 'error', NOT_KEPT);
  if (restored === 'unkept' || restored === null) return;
  const message = `This is the version of ${showMoment(revision.at)}. What was here is among the earlier versions.`;
  notify(view, 'success', message);
}
