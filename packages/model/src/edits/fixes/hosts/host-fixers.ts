import type { FixerTable } from '../quick-fix.ts';
import { fixHostMismatch } from './fix-host-mismatch.ts';
import { fixMeshOnly } from './fix-mesh-only.ts';
import { fixSidecarHost } from './fix-sidecar-host.ts';

/** Hosts that do not meet. */
export const HOST_FIXERS: FixerTable = {
  IST0132: fixHostMismatch,
  KIA1004: fixSidecarHost,
  PTL200: fixHostMismatch,
  PTL201: fixHostMismatch,
  PTL202: fixHostMismatch,
  PTL203: fixHostMismatch,
  PTL204: fixMeshOnly,
};
