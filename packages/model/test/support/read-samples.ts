import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = new URL('../../../../public/samples/', import.meta.url);

/** A manifest that ships with the app. */
export interface Sample {
  readonly name: string;
  readonly text: string;
}

/** Every sample, by name. */
export function readSamples(): readonly Sample[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({ name, text: readFileSync(new URL(name, FOLDER), 'utf8') }));
}
