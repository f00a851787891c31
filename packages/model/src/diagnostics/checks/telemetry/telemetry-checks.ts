import type { Check } from '../../engine/check.ts';
import { telemetryProviders } from './telemetry-providers.ts';
import { telemetryDefault, telemetrySelector } from './telemetry-selector.ts';

/** What is asked of Telemetries. */
export const TELEMETRY_CHECKS: readonly Check[] = [
  telemetryDefault,
  telemetryProviders,
  telemetrySelector,
];
