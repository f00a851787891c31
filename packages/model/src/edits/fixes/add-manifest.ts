import type { Snapshot } from '../../snapshot.ts';
import type { EditCommand, FieldValue } from '../edit-command.ts';
import { formatManifest, textStyle } from '../manifests/append-manifest.ts';

/** A command that puts a manifest at the end of the text, in the text's own style. */
export function addManifest({ documents }: Snapshot, manifest: FieldValue): EditCommand {
  return { kind: 'add-manifests', text: formatManifest(manifest, textStyle(documents)) };
}
