import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Code, entryOf } from '@portolan/model';
import { version } from '../../package.json';
import type { FilePlace } from '../locate-places.ts';
import type { Finding } from './finding.ts';

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;

/** The findings as a SARIF 2.1.0 log, which code scanning tools read. */
export function writeSarif(findings: readonly Finding[]): string {
  const codes = [...new Set(findings.map(({ diagnostic }) => diagnostic.code))].toSorted();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Portolan', semanticVersion: version, rules: codes.map(toRule) } },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => toResult(finding, codes)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function toRule(code: Code): unknown {
  const { title, explanation, symptom, severity, link } = entryOf(code);
  return {
    id: code,
    shortDescription: { text: title },
    fullDescription: { text: explanation },
    help: { text: `${explanation} ${symptom}` },
    helpUri: link,
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

function toResult({ diagnostic, place, related }: Finding, codes: readonly Code[]): unknown {
  const { code, severity, message, resource } = diagnostic;
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: LEVELS[severity],
    message: { text: message },
    locations: [
      {
        physicalLocation: toLocation(place),
        ...(resource === null
          ? {}
          : { logicalLocations: [{ fullyQualifiedName: resource, kind: 'resource' }] }),
      },
    ],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((other, index) => ({
            id: index + 1,
            message: { text: other.message },
            physicalLocation: toLocation(other.place),
          })),
        }),
  };
}

function toLocation({ file, start, end }: FilePlace): unknown {
  return {
    artifactLocation: { uri: toUri(file) },
    region: {
      startLine: start.line,
      startColumn: start.column,
      endLine: end.line,
      endColumn: end.column,
    },
  };
}

/** Of a relative path a relative reference, which code scanning looks up in the repository. */
function toUri(file: string): string {
  if (isAbsolute(file)) return pathToFileURL(file).href;
  return file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
}
