import { lexicalStateAt } from './lexical-state.ts';
import type { DocumentProblem } from './manifest-document.ts';

/**
 * The problem that names a document as a Helm or Go template: it holds an action, `{{ … }}`, outside
 * strings, comments and block scalars. Many such documents are YAML by accident, so whether the text
 * can be parsed says nothing.
 */
export function findTemplateProblem(text: string): DocumentProblem | null {
  if (!text.includes('{{')) return null;
  const start = lexicalStateAt(text, text.length).template;
  const close = start < 0 ? -1 : text.indexOf('}}', start);
  if (close < 0) return null;
  return {
    code: 'yaml-template',
    severity: 'info',
    message:
      'This document is a Helm or Go template: what is in `{{ }}` is filled in before Kubernetes reads it. It is kept as it is and not shown on the canvas. To see it there, open what `helm template` prints.',
    range: { start, end: close + 2 },
  };
}
