import { describe, expect, test } from 'vitest';
import { buildSnapshot, checkConnection, planEdit } from '../../src/index.ts';
import {
  HAS_REAL_MANIFESTS,
  readRealManifest,
  realManifestPaths,
} from '../support/real-manifests.ts';
import { RUNS } from '../support/runs.ts';
import { commandsFor } from './commands-for.ts';
import { violationsOf } from './violations-of.ts';

const IS_DEEP = RUNS >= 10_000;
const SAMPLE_STEP = IS_DEEP ? 1 : 8;
const COMMANDS_PER_FILE = IS_DEEP ? 120 : 12;
const MOST_SIGNS = IS_DEEP ? 500_000 : 60_000;

describe.skipIf(!HAS_REAL_MANIFESTS)(
  'real manifests (skipped where ../shared/manifests is not there)',
  () => {
    const texts = realManifestPaths()
      .filter((path) => /\.ya?ml$/.test(path))
      .map((path) => [path, readRealManifest(path)] as const)
      .filter(([, text]) => text.length < MOST_SIGNS);

    test('[E1] every command on every place: undone, it gives the exact bytes; done, the intended content', () => {
      const violations: string[] = [];
      const refused = new Map<string, number>();
      let planned = 0;
      for (const [path, text] of texts.filter((_, index) => index % SAMPLE_STEP === 0)) {
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
          violations.push(...found.map((what) => `${path}: ${JSON.stringify(command)}: ${what}`));
        }
      }
      if (process.env.SHOW_REFUSED) {
        console.log(planned, [...refused].sort((a, b) => b[1] - a[1]).slice(0, 60));
      }
      expect(violations.slice(0, 40)).toEqual([]);
    }, 1_800_000);
  },
);
