import { loadFieldDictionary } from '../schema/field-dictionary.ts';
import type { Assistant } from './assistant.ts';

/** Loads what helps to write YAML, and the fields of all kinds: nobody who only shows a map waits for it. */
export async function loadAssistant(): Promise<Assistant> {
  const [{ createAssistant }, dictionary] = await Promise.all([
    import('./assistant.ts'),
    loadFieldDictionary(),
  ]);
  return createAssistant(dictionary);
}
