import type { Check } from '../../engine/check.ts';
import { istioAnnotations } from './istio-annotations.ts';

/** What is asked of annotations. */
export const ANNOTATION_CHECKS: readonly Check[] = [istioAnnotations];
