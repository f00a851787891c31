import {
  IconAlertTriangle,
  IconCircleX,
  IconHelpCircle,
  IconInfoCircle,
} from '@tabler/icons-react';

/** How a class of findings is drawn and called. */
export const PROBLEM_LOOKS = {
  error: { Icon: IconCircleX, word: 'Error', many: 'Errors' },
  warning: { Icon: IconAlertTriangle, word: 'Warning', many: 'Warnings' },
  info: { Icon: IconInfoCircle, word: 'Note', many: 'Notes' },
  unknown: { Icon: IconHelpCircle, word: 'Cannot be known', many: 'Cannot be known' },
} as const;

/** The classes in the order of their weight. */
export const PROBLEM_CLASSES = ['error', 'warning', 'info', 'unknown'] as const;
