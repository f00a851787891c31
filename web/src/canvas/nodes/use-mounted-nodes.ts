import type { NodeId, SceneNode } from '@portolan/model';
import { useEffect, useMemo, useState } from 'react';
import { growMounted } from '../camera/window.ts';

const AT_ONCE = 8;
const NONE: ReadonlySet<NodeId> = new Set();

/**
 * Which of the wanted nodes are in the DOM: few more with every frame, so that none is long. What is
 * not yet there is painted meanwhile.
 */
export function useMountedNodes(wanted: readonly SceneNode[]): ReadonlySet<NodeId> {
  const [before, setBefore] = useState(NONE);
  const mounted = useMemo(() => growMounted(before, wanted, AT_ONCE), [before, wanted]);
  useEffect(() => {
    if (mounted === before) return;
    const frame = requestAnimationFrame(() => setBefore(mounted));
    return () => cancelAnimationFrame(frame);
  }, [mounted, before]);
  return mounted;
}
