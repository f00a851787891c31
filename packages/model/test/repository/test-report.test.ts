import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findFreePort } from '../../../../scripts/setup.mjs';
import {
  addCounts,
  closingLine,
  countCheck,
  countPlaywright,
  countVitest,
} from '../../../../scripts/test-report.mjs';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'portolan-report-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function report(content: unknown): string {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}

const VITEST = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 0 };

describe('the closing line of npm test', () => {
  test('says how many passed and failed', () => {
    expect(closingLine({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
  });

  test('names skipped tests only where some were', () => {
    expect(closingLine({ passed: 1, failed: 2, skipped: 3 })).toBe('1 passed, 2 failed, 3 skipped');
  });

  test('adds up what the steps counted', () => {
    const sum = addCounts(countCheck(0), addCounts(countCheck(1), countCheck(127)));
    expect(sum).toEqual({ passed: 1, failed: 2, skipped: 0 });
  });
});

describe('counts of unit tests', () => {
  test('are those of the report', () => {
    const file = report({ ...VITEST, testResults: [] });
    expect(countVitest(file, 1)).toEqual({ passed: 5, failed: 1, skipped: 2 });
  });

  test('have a failure for a file that could not be loaded', () => {
    const broken = { status: 'failed', assertionResults: [] };
    const file = report({ ...VITEST, numFailedTests: 0, testResults: [broken] });
    expect(countVitest(file, 1)).toEqual({ passed: 5, failed: 1, skipped: 2 });
  });

  test('have a failure where every test passed and the run failed all the same', () => {
    const file = report({ ...VITEST, numFailedTests: 0, testResults: [] });
    expect(countVitest(file, 1).failed).toBe(1);
  });

  test('have a failure where there is no report', () => {
    expect(countVitest(join(folder, 'none.json'), 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});

describe('counts of browser tests', () => {
  test('are those of the report', () => {
    const file = report({ stats: { expected: 7, flaky: 0, unexpected: 2, skipped: 1 } });
    expect(countPlaywright(file, 1)).toEqual({ passed: 7, failed: 2, skipped: 1 });
  });

  test('have a failure where the server of the app did not start', () => {
    const file = report({ stats: { expected: 0, flaky: 0, unexpected: 0, skipped: 0 } });
    expect(countPlaywright(file, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});

test('where a port is taken, the next free one is found', async () => {
  const server = createServer();
  const port = await findFreePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  try {
    const found = await findFreePort(port);
    expect(found).toBeGreaterThan(port);
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
});
