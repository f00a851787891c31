import type { FieldPath } from '../../../documents/field-path.ts';
import type { EditCommand, FieldValue } from '../../edit-command.ts';
import { isWritten, removeField, setField, takeOut, valueHere } from '../fix-field.ts';
import type { Fixable, Fixer, QuickFix } from '../quick-fix.ts';

const TEMPLATE = ['spec', 'template', 'metadata'];
const INJECT = 'sidecar.istio.io/inject';

/** An annotation where it does nothing: on the pods, where a Deployment makes them; else out with it. */
export const fixMisplacedAnnotation: Fixer = (fixable) => {
  const { resource, path, diagnostic } = fixable;
  const isForPods = resource.kind === 'Deployment' && diagnostic.message.includes('template');
  const target = [...TEMPLATE, 'annotations', String(path.at(-1))];
  const moved = isForPods ? moveTo(fixable, target, 'Move it to the pods') : [];
  return [...moved, ...takeOut(fixable)];
};

/** An annotation that Istio does not know: the one that is meant. */
export const fixUnknownAnnotation: Fixer = (fixable) => {
  const { resource, path, diagnostic } = fixable;
  const { suggestion } = diagnostic.data;
  if (typeof suggestion !== 'string') return [];
  if (isWritten(resource, [...path.slice(0, -1), suggestion])) return [];
  return [
    {
      title: `Rename it to ${suggestion}`,
      commands: [{ kind: 'rename-key', resource: resource.id, path, key: suggestion }],
    },
  ];
};

/** A deprecated annotation: the label that says it now, or nothing. */
export const fixOldAnnotation: Fixer = (fixable) => {
  const { resource, path } = fixable;
  if (path.at(-1) !== INJECT) return takeOut(fixable);
  const around = resource.kind === 'Deployment' ? TEMPLATE : ['metadata'];
  return moveTo(fixable, [...around, 'labels', INJECT], 'Write it as a label of the pod');
};

function moveTo(fixable: Fixable, target: FieldPath, title: string): readonly QuickFix[] {
  const { resource, path } = fixable;
  const value = valueHere(fixable) as FieldValue;
  if (isWritten(resource, target)) return [];
  const commands: readonly EditCommand[] = [
    setField(resource.id, target, value),
    removeField(resource.id, path),
  ];
  return [{ title, commands }];
}
