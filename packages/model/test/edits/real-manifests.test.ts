import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { buildSnapshot, checkConnection, planEdit } from '../../src/index.ts';
import { commandsFor } from './commands-for.ts';
import { violationsOf } from './violations-of.ts';

const FOLDER = fileURLToPath(new URL('../../../../../shared/manifests', import.meta.url));
const IS_DEEP = Number(process.env.PORTOLAN_RUNS ?? 300) >= 10_000;
const SAMPLE_STEP = IS_DEEP ? 1 : 8;
const COMMANDS_PER_FILE = IS_DEEP ? 120 : 12;

function manifestFiles(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      return entry.isDirectory() ? manifestFiles(path) : /\.ya?ml$/.test(path) ? [path] : [];
    })
    .sort();
}

function isSmall(path: string): boolean {
  return statSync(path).size < (IS_DEEP ? 500_000 : 60_000);
}

const isThere = existsSync(FOLDER);

describe.skipIf(!isThere)('real manifests (skipped where ../shared/manifests is not there)', () => {
  const files = isThere ? manifestFiles(FOLDER).filter(isSmall) : [];

  test('[E1] every command on every place: undone, it gives the exact bytes; done, the intended content', () => {
    const violations: string[] = [];
    const refused = new Map<string, number>();
    let planned = 0;
    for (const file of files.filter((_, index) => index % SAMPLE_STEP === 0)) {
      const text = readFileSync(file, 'utf8');
      const snapshot = buildSnapshot(text);
      for (const command of commandsFor(snapshot, COMMANDS_PER_FILE)) {
        const result = planEdit(snapshot, command);
        planned++;
        const found = result.ok
          ? violationsOf(snapshot, text, command, result.plan)
          : result.reason.length < 20
            ? ['no reason']
            : [];
        if (!result.ok) {
          const key = `${command.kind}: ${result.reason}`;
          refused.set(key, (refused.get(key) ?? 0) + 1);
        }
        if (command.kind === 'connect' && result.ok) {
          expect(checkConnection(snapshot, command.source, command.target).ok).toBe(true);
        }
        violations.push(
          ...found.map(
            (what) => `${file.slice(FOLDER.length)}: ${JSON.stringify(command)}: ${what}`,
          ),
        );
      }
    }
    if (process.env.SHOW_REFUSED) {
      console.log(planned, [...refused].sort((a, b) => b[1] - a[1]).slice(0, 60));
    }
    expect(violations.slice(0, 40)).toEqual([]);
  }, 1_800_000);
});
