import type { Check } from '../../engine/check.ts';
import { idleFault } from './idle-fault.ts';
import { missingWeight } from './missing-weight.ts';
import { partAsHeader } from './part-as-header.ts';
import { pathSpelling } from './path-spelling.ts';
import { rewriteSlashes } from './rewrite-slashes.ts';
import { unreachableRoute } from './unreachable-route.ts';

/** The checks of routes that neither Istio nor Kiali has. */
export const ROUTE_CHECKS: readonly Check[] = [
  idleFault,
  missingWeight,
  partAsHeader,
  pathSpelling,
  rewriteSlashes,
  unreachableRoute,
];
