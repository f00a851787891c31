import type { Assumptions, NodeId, Point } from '@portolan/model';
import type { Arrangement } from './arrangement/arrangement.ts';
import type { LastGoodText } from './sketches/restore-snapshot.ts';

/** What a session starts from. */
export interface SessionStart {
  readonly text: string;
  /** Where nodes were when the text was last open. */
  readonly positions?: ReadonlyMap<NodeId, Point>;
  readonly arrangement?: Arrangement | undefined;
  readonly lastGood?: readonly LastGoodText[];
  readonly assumptions?: Assumptions | undefined;
  /** Why nothing can be changed; absent where everything can. */
  readonly readOnlyReason?: string;
}
