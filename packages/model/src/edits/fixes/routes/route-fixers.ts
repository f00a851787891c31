import { takeOut } from '../fix-field.ts';
import type { FixerTable } from '../quick-fix.ts';
import { fixIdleFault, fixPartAsHeader } from './fix-match.ts';
import {
  fixDoubledSlash,
  fixPathPattern,
  fixPathQuery,
  fixPathRegex,
  fixPathSlash,
  fixRewriteEnd,
  fixRewriteSlash,
} from './fix-path.ts';
import { fixIneffectiveRoute, fixRouteOrder } from './fix-route-order.ts';
import { fixSharedHost } from './fix-shared-host.ts';
import { fixMissingWeight, fixSameDestination } from './fix-weights.ts';

/** Routes: their order, what they match, and where they lead. */
export const ROUTE_FIXERS: FixerTable = {
  IST0109: fixSharedHost,
  IST0130: fixIneffectiveRoute,
  IST0131: fixIneffectiveRoute,
  KIA1104: takeOut,
  KIA1105: fixSameDestination,
  KIA1106: fixSharedHost,
  PTL210: fixRouteOrder,
  PTL212: fixSharedHost,
  PTL220: fixPathSlash,
  PTL221: fixPathQuery,
  PTL222: fixPathPattern,
  PTL223: fixPathRegex,
  PTL224: fixDoubledSlash,
  PTL225: fixRewriteEnd,
  PTL226: fixRewriteSlash,
  PTL227: fixPartAsHeader,
  PTL228: fixIdleFault,
  PTL229: fixMissingWeight,
};
