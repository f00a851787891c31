import type { FixerTable } from '../quick-fix.ts';
import { fixDoubleTls, fixMutualTls, fixPlainHttp } from './fix-destination-tls.ts';
import { fixEntryProtocol, fixRepeatedEntryPort } from './fix-entry-port.ts';
import {
  fixAppProtocol,
  fixExternalPort,
  fixPortName,
  fixServicePorts,
  fixTargetPort,
} from './fix-port-name.ts';
import { fixNodePort, fixServiceType } from './fix-service-type.ts';
import { fixSubsetLabels } from './fix-subset-labels.ts';
import { fixUnmatchedSelector } from './fix-unmatched-selector.ts';

/** Services, their ports and pods, and the rules for them. */
export const SERVICE_FIXERS: FixerTable = {
  IST0118: fixPortName,
  IST0150: fixExternalPort,
  IST0173: fixSubsetLabels,
  IST0177: fixEntryProtocol,
  KIA0203: fixSubsetLabels,
  KIA0204: fixMutualTls,
  KIA0207: fixMutualTls,
  KIA0208: fixMutualTls,
  KIA0209: fixSubsetLabels,
  KIA0602: fixAppProtocol,
  KIA0701: fixTargetPort,
  KIA1211: fixRepeatedEntryPort,
  PTL130: fixServicePorts,
  PTL131: fixServiceType,
  PTL132: fixNodePort,
  PTL270: fixUnmatchedSelector,
  PTL271: fixPlainHttp,
  PTL272: fixDoubleTls,
};
