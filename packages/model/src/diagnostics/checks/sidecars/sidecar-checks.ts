import type { Check } from '../../engine/check.ts';
import { removedFields } from './removed-fields.ts';
import { sidecarHosts, sidecarScope } from './sidecar-hosts.ts';
import { sidecarSelector } from './sidecar-selector.ts';

/** What is asked of Sidecars, alone and together. */
export const SIDECAR_CHECKS: readonly Check[] = [
  removedFields,
  sidecarHosts,
  sidecarScope,
  sidecarSelector,
];
