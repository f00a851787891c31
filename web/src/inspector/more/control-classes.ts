import styles from './more.module.css';

/** Lays a control out beside its name, or below it where that is narrow. */
export const BESIDE_NAME = {
  root: styles.control ?? '',
  label: styles.controlLabel ?? '',
  description: styles.controlText ?? '',
  wrapper: styles.controlInput ?? '',
  error: styles.controlError ?? '',
} as const;
