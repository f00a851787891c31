import type { Finding } from './finding.ts';

/** The findings as one JSON array. */
export function writeJson(findings: readonly Finding[]): string {
  const values = findings.map(({ diagnostic, place }) => ({
    code: diagnostic.code,
    severity: diagnostic.severity,
    resource: diagnostic.resource,
    message: diagnostic.message,
    file: place.file,
    range: { start: place.start, end: place.end },
  }));
  return `${JSON.stringify(values, null, 2)}\n`;
}
