import { buildSnapshotInSlices, type OutcomeChange } from '@portolan/model';
import { type ReactElement, useEffect, useState } from 'react';
import { sayOutcomes, usualName } from '../../session/requests/say-ending.ts';
import { loadRequestTracer } from '../../session/requests/trace-requests.ts';
import { useSession } from '../../session/session-context.ts';
import { createSlicer, PROMPT } from '../../session/slicer.ts';
import { announce } from '../../ui/announce.ts';
import { DialogBox } from '../../ui/DialogBox.tsx';
import { openDock } from '../../view-state/view-state.ts';
import { useCommandContext } from '../command-context.ts';
import { showMoments } from '../sketches/show-moment.ts';
import { VersionChoice } from '../sketches/VersionChoice.tsx';
import styles from './OutcomesDialog.module.css';

/** More than anybody reads. */
const SHOWN_CHANGES = 200;

/** A text that the present one is compared with. */
interface Version {
  readonly key: string | number;
  readonly title: string;
  readonly text: string;
}

interface OutcomesDialogProps {
  readonly onClose: () => void;
}

/** Which requests for the routes of the text end otherwise than in another version of it. */
export function OutcomesDialog({ onClose }: OutcomesDialogProps): ReactElement {
  const versions = useVersions();
  const [chosen, setChosen] = useState(0);
  const version = versions[chosen];
  return (
    <DialogBox title="What changed for requests" size="xl" onClose={onClose}>
      <p className={styles.text}>
        A request is made for each route of both versions, and traced through both. These end
        otherwise now:
      </p>
      <div className={styles.columns}>
        <VersionChoice
          label="Compare with"
          keys={versions.map(({ key }) => key)}
          titles={versions.map(({ title }) => title)}
          chosen={chosen}
          onChoose={setChosen}
        />
        {version !== undefined && <Changes key={chosen} version={version} onClose={onClose} />}
      </div>
    </DialogBox>
  );
}

interface ChangesProps extends OutcomesDialogProps {
  readonly version: Version;
}

function Changes({ version, onClose }: ChangesProps): ReactElement {
  const { session, view } = useCommandContext();
  const changes = useChanges(version);
  const words = changes === 'failed' ? NOT_LOADED : describe(changes);
  useEffect(() => announce(words, 'outcomes'), [words]);
  const show = ({ request }: OutcomeChange): void => {
    onClose();
    session.tracing.ask(request, true);
    openDock(view, 'trace');
  };
  return (
    <div className={styles.shown}>
      <p className={styles.count}>{words}</p>
      {changes !== null && changes !== 'failed' && changes.length > 0 && (
        <ul className={styles.changes}>
          {changes.slice(0, SHOWN_CHANGES).map((change) => (
            <li key={JSON.stringify(change.request)}>
              <button type="button" className={styles.change} onClick={() => show(change)}>
                <span className={styles.request}>{usualName(change.request)}</span>
                <span className={styles.outcome}>{sayOutcomes(change)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function describe(changes: readonly OutcomeChange[] | null): string {
  if (changes === null) return 'Tracing…';
  const { length } = changes;
  if (length === 0) return 'No request that a route is for ends otherwise.';
  const shown = length > SHOWN_CHANGES ? `, of which these are the first ${SHOWN_CHANGES}` : '';
  return length === 1 ? 'One request ends otherwise.' : `${length} requests end otherwise${shown}.`;
}

const NOT_LOADED = 'A part of the page could not be loaded. Close this, and try again.';

/** null: not known yet. Both texts are read under the present assumptions. */
function useChanges({ text }: Version): readonly OutcomeChange[] | 'failed' | null {
  const session = useSession();
  const [changes, setChanges] = useState<readonly OutcomeChange[] | 'failed' | null>(null);
  useEffect(() => {
    const slicer = createSlicer(PROMPT);
    let isOver = false;
    const compare = async (): Promise<void> => {
      const { snapshot: after } = session.store.getState();
      const { compare: compareIn } = await loadRequestTracer();
      if (isOver) return;
      const before = await slicer.run(buildSnapshotInSlices(text, after.assumptions));
      if (before !== null) setChanges(await slicer.run(compareIn(before, after)));
    };
    void compare().catch(() => setChanges('failed'));
    return () => {
      isOver = true;
      slicer.stop();
    };
  }, [session, text]);
  return changes;
}

/** As the sketch was opened, and as it was at earlier times. */
function useVersions(): readonly Version[] {
  const { workspace } = useCommandContext();
  const { sketch } = workspace.store.getState().open;
  const [versions, setVersions] = useState<readonly Version[]>([
    { key: 'opened', title: 'As it was opened', text: sketch.text },
  ]);
  useEffect(() => {
    void workspace.listRevisions().then((revisions) => {
      const titles = showMoments(revisions.map(({ at }) => at));
      const earlier = revisions.map(({ at, content }, index) => ({
        key: at,
        title: titles[index] ?? '',
        text: content.text,
      }));
      setVersions(([opened]) => (opened === undefined ? earlier : [opened, ...earlier]));
    });
  }, [workspace]);
  return versions;
}
