import type { Finding } from './finding.ts';

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const;

/**
 * The findings as workflow commands of GitHub Actions, which shows them at their lines:
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function writeGithub(findings: readonly Finding[]): string {
  return findings.map((finding) => `${toCommand(finding)}\n`).join('');
}

function toCommand({ diagnostic, place }: Finding): string {
  const { code, severity, resource, message } = diagnostic;
  const { file, start, end } = place;
  const isOneLine = start.line === end.line;
  const properties = {
    file,
    line: start.line,
    endLine: end.line,
    // Columns are only understood on one line.
    ...(isOneLine ? { col: start.column, endColumn: end.column } : {}),
    title: resource === null ? code : `${code} ${resource}`,
  };
  const written = Object.entries(properties)
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
    .join(',');
  return `::${COMMANDS[severity]} ${written}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
