import type { CommandContext } from './command.ts';
import { openText } from './file-commands.ts';
import type { Sample } from './samples.ts';

/** The sample's text. Rejects where it can't be loaded. */
export async function loadSample(sample: Sample): Promise<string> {
  const response = await fetch(`${import.meta.env.BASE_URL}samples/${sample.file}`);
  if (!response.ok) throw new Error(`samples/${sample.file}: HTTP ${response.status}`);
  return response.text();
}

/** Opens a sample as a sketch of its own. Rejects where it can't be loaded. */
export async function openSample(
  context: Pick<CommandContext, 'workspace' | 'view'>,
  sample: Sample,
): Promise<void> {
  await openText(context, sample.title, await loadSample(sample));
}
