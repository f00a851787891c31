// Counts what ran: each tool's own JSON report, added up to the one closing line.
import { existsSync, readFileSync } from 'node:fs';

/** Numbers of tests; adding two gives the sum. */
export const NOTHING = { passed: 0, failed: 0, skipped: 0 };

/** The sum of two counts. */
export function addCounts(left, right) {
  return {
    passed: left.passed + right.passed,
    failed: left.failed + right.failed,
    skipped: left.skipped + right.skipped,
  };
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

/** A run that ended badly though no test of it failed has one failure: the run itself. */
function withStatus(counts, status) {
  return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** What one check, such as the type check, amounts to: one passed or one failed. */
export function countCheck(status) {
  return status === 0 ? { ...NOTHING, passed: 1 } : { ...NOTHING, failed: 1 };
}

/** Counts of a Vitest JSON report. A file that could not even be loaded counts as one failure. */
export function countVitest(file, status) {
  const report = readReport(file);
  if (!report) return countCheck(1);
  const broken = report.testResults.filter(
    (result) => result.status === 'failed' && result.assertionResults.length === 0,
  );
  const counts = {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
  return withStatus(counts, status);
}

/** Counts of a Playwright JSON report. */
export function countPlaywright(file, status) {
  const report = readReport(file);
  if (!report) return countCheck(1);
  const { expected, flaky, unexpected, skipped } = report.stats;
  return withStatus({ passed: expected + flaky, failed: unexpected, skipped }, status);
}

/** The closing line: "12 passed, 0 failed", with ", 3 skipped" where some were. */
export function closingLine(counts) {
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
  return `${counts.passed} passed, ${counts.failed} failed${skipped}`;
}
