import type { FixerTable } from '../quick-fix.ts';
import { fixDelegateExport, fixDelegateHosts, fixMissingDelegate } from './fix-delegate.ts';
import { fixExport } from './fix-export.ts';
import { fixGatewayName } from './fix-gateway-name.ts';
import { fixMissingHost } from './fix-missing-host.ts';
import { fixMissingPort } from './fix-missing-port.ts';
import { fixMissingReference, fixNamespace } from './fix-missing-reference.ts';

/** What names something else: that is missing, or is not seen. */
export const REFERENCE_FIXERS: FixerTable = {
  IST0101: fixMissingReference,
  IST0112: fixMissingPort,
  IST0174: fixMissingHost,
  KIA0005: fixNamespace,
  KIA1102: fixGatewayName,
  PTL250: fixExport,
  PTL251: fixExport,
  PTL252: fixExport,
  PTL280: fixMissingDelegate,
  PTL281: fixDelegateHosts,
  PTL282: fixDelegateExport,
};
