import type { Severity } from '@portolan/model';
import type { Finding } from './finding.ts';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** The findings as people read them, and compilers print them: `file:line:column: severity CODE: message`. */
export function writeText(findings: readonly Finding[]): string {
  const lines = findings.flatMap(({ diagnostic, place, related }) => [
    `${placeOf(place)}: ${diagnostic.severity} ${diagnostic.code}${about(diagnostic.resource)}: ${diagnostic.message}`,
    ...related.map((other) => `    ${placeOf(other.place)}: ${other.message}`),
  ]);
  return [...lines, summary(findings), ''].join('\n');
}

function placeOf({ file, start }: Finding['place']): string {
  return `${file}:${start.line}:${start.column}`;
}

function about(resource: string | null): string {
  return resource === null ? '' : ` (${resource})`;
}

function summary(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'No findings.';
  const counts = SEVERITIES.map((severity) => {
    const count = findings.filter(({ diagnostic }) => diagnostic.severity === severity).length;
    return `${count} ${severity === 'info' ? 'info' : `${severity}${count === 1 ? '' : 's'}`}`;
  });
  return `${counts.join(', ')}.`;
}
