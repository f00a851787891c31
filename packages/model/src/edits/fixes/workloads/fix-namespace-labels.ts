import { removeField, writeAtFix } from '../fix-field.ts';
import type { Fixer } from '../quick-fix.ts';

/** A namespace that does not say whether its pods get a proxy: yes, or no as it is now. */
export const fixInjection: Fixer = (fixable) => {
  const path = ['metadata', 'labels', 'istio-injection'];
  return [
    writeAtFix(fixable, path, 'enabled', 'Give its pods a proxy: istio-injection: enabled'),
    writeAtFix(fixable, path, 'disabled', 'Say that they get none: istio-injection: disabled'),
  ];
};

/** Labels that contradict each other: one of them. */
export const fixInjectionLabels: Fixer = ({ resource, diagnostic }) => {
  const { labels } = diagnostic.data;
  if (!Array.isArray(labels)) return [];
  return labels.map((kept) => ({
    title: `Keep ${kept}`,
    commands: labels
      .filter((label) => label !== kept)
      .map((label) => removeField(resource.id, ['metadata', 'labels', label])),
  }));
};
