import { takeOut } from '../fix-field.ts';
import type { FixerTable } from '../quick-fix.ts';
import { fixOutboundMode } from '../services/fix-service-type.ts';
import {
  fixMisplacedAnnotation,
  fixOldAnnotation,
  fixUnknownAnnotation,
} from './fix-annotation.ts';
import { fixGatewaySelector } from './fix-gateway-selector.ts';
import { fixInjection, fixInjectionLabels } from './fix-namespace-labels.ts';

/** Namespaces, pods, and the policies and Sidecars for them. */
export const WORKLOAD_FIXERS: FixerTable = {
  IST0102: fixInjection,
  IST0107: fixMisplacedAnnotation,
  IST0108: fixUnknownAnnotation,
  IST0123: fixInjectionLabels,
  IST0135: fixOldAnnotation,
  IST0166: fixGatewaySelector,
  KIA1006: takeOut,
  KIA1007: fixOutboundMode,
};
