import { notify } from '../view-state/notice.ts';
import type { CommandContext } from './command.ts';
import { openText } from './file-commands.ts';
import { SAMPLES, type Sample } from './samples.ts';

const texts = new Map<string, Promise<string>>();

/** The sample's text. Rejects where it can't be loaded. */
export function loadSample(sample: Sample): Promise<string> {
  const known = texts.get(sample.file);
  if (known !== undefined) return known;
  const text = fetchSample(sample);
  texts.set(sample.file, text);
  // What failed once may be there the next time.
  text.catch(() => texts.delete(sample.file));
  return text;
}

/** Loads all samples (a few kilobytes), so that they open without a network too. */
export async function loadAllSamples(): Promise<void> {
  await Promise.allSettled(SAMPLES.map(loadSample));
}

/** Opens a sample as a sketch of its own; says so where it can't be loaded. */
export async function openSample(
  context: Pick<CommandContext, 'workspace' | 'view'>,
  sample: Sample,
): Promise<void> {
  const text = await loadSample(sample).catch(() => null);
  if (text !== null) await openText(context, sample.title, text);
  else notify(context.view, 'error', `The sample “${sample.title}” could not be loaded.`);
}

async function fetchSample(sample: Sample): Promise<string> {
  const response = await fetch(`${import.meta.env.BASE_URL}samples/${sample.file}`);
  if (!response.ok) throw new Error(`samples/${sample.file}: HTTP ${response.status}`);
  return response.text();
}
