import { buildTree } from './build-tree.ts';
import { constructValue } from './construct-value.ts';
import { findKubectlRefusals } from './kubectl-refusals.ts';
import { findKubectlWarnings } from './kubectl-warnings.ts';
import type { DocumentProblem, ManifestDocument } from './manifest-document.ts';
import { readEvents } from './read-events.ts';
import { readSimpleYaml } from './simple-yaml/read-simple-yaml.ts';
import { explainFailure } from './syntax-problem.ts';
import { findTemplateProblem } from './template-action.ts';

/**
 * One document, from its text. Never fails: what cannot be read is `broken` or `template`, with a
 * problem that says why. `lastGood` is kept for a document that is `broken` or `template` now.
 */
export function parseDocument(
  text: string,
  lastGood: ManifestDocument | null = null,
): ManifestDocument {
  const template = findTemplateProblem(text);
  if (template) {
    return { text, status: 'template', value: undefined, problems: [template], lastGood };
  }
  const value = readSimpleYaml(text);
  return value === undefined ? parseByEvents(text, lastGood) : readable(text, value, NO_PROBLEMS);
}

/** What `parseDocument` makes of a text that is no template, without its short way for everyday YAML. */
export function parseByEvents(text: string, lastGood: ManifestDocument | null): ManifestDocument {
  const { events, failure } = readEvents(text);
  if (failure) return broken(text, [explainFailure(text, failure)], lastGood);
  const constructed = constructValue(events, text);
  const problems = [...constructed.problems, ...findKubectlRefusals(events, text)];
  if (problems.some(({ severity }) => severity === 'error'))
    return broken(text, problems, lastGood);
  const warnings = findKubectlWarnings(text, () => buildTree(events, text).root);
  return readable(text, constructed.value, [...problems, ...warnings]);
}

const NO_PROBLEMS: readonly DocumentProblem[] = [];

function readable(
  text: string,
  value: unknown,
  problems: readonly DocumentProblem[],
): ManifestDocument {
  return value === null || value === undefined
    ? { text, status: 'empty', value: undefined, problems, lastGood: null }
    : { text, status: 'parsed', value, problems, lastGood: null };
}

function broken(
  text: string,
  problems: readonly DocumentProblem[],
  lastGood: ManifestDocument | null,
): ManifestDocument {
  return { text, status: 'broken', value: undefined, problems, lastGood };
}
