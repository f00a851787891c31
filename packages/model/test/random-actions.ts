import fc from 'fast-check';
import type { Snapshot, TextEdit } from '../src/index.ts';
import { randomManifest } from './random-world.ts';

/** One thing that somebody does to the text; the numbers pick the places. */
export type Action =
  | { readonly kind: 'replace' | 'insert'; readonly at: number; readonly manifest: string }
  | { readonly kind: 'delete'; readonly at: number }
  | { readonly kind: 'swap'; readonly at: number; readonly other: number }
  | { readonly kind: 'type'; readonly at: number; readonly text: string; readonly cut: number }
  | { readonly kind: 'break'; readonly at: number };

const place = fc.nat(1_000_000);
/** An action as people do them: other manifests, typing, moving, breaking. */
export const randomAction: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ kind: fc.constant('replace' as const), at: place, manifest: randomManifest }),
  fc.record({ kind: fc.constant('insert' as const), at: place, manifest: randomManifest }),
  fc.record({ kind: fc.constant('delete' as const), at: place }),
  fc.record({ kind: fc.constant('swap' as const), at: place, other: place }),
  fc.record({
    kind: fc.constant('type' as const),
    at: place,
    text: fc.constantFrom('', 'a', 'cart', '-', '---\n', '\n', '# x\n', ': '),
    cut: fc.nat(6),
  }),
  fc.record({ kind: fc.constant('break' as const), at: place }),
);

/** The edits that the action makes of the text as it is. */
export function editsOf(snapshot: Snapshot, act: Action): readonly TextEdit[] {
  const { documents, starts } = snapshot;
  const length = starts[documents.length] ?? 0;
  const at = act.at % Math.max(documents.length, 1);
  const range = { start: starts[at] ?? 0, end: starts[at + 1] ?? 0 };
  const text = documents[at]?.text ?? '';
  const marker = text.startsWith('---') || at > 0 ? '---\n' : '';
  switch (act.kind) {
    case 'replace':
      return [{ range, newText: marker + act.manifest }];
    case 'insert':
      return [{ range: { start: length, end: length }, newText: `\n---\n${act.manifest}` }];
    case 'delete':
      return [{ range, newText: '' }];
    case 'swap': {
      const other = act.other % Math.max(documents.length, 1);
      const [low, high] = at < other ? [at, other] : [other, at];
      if (low === high) return [];
      return [low, high].map((index) => ({
        range: { start: starts[index] ?? 0, end: starts[index + 1] ?? 0 },
        newText: documents[low + high - index]?.text ?? '',
      }));
    }
    case 'type': {
      const start = act.at % (length + 1);
      return [{ range: { start, end: Math.min(start + act.cut, length) }, newText: act.text }];
    }
    case 'break':
      return [{ range: { start: range.end, end: range.end }, newText: '\n  }: [\n' }];
  }
}
