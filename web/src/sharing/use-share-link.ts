import { useEffect, useState } from 'react';
import type { Session } from '../session/session.ts';
import type { SketchContent } from '../session/sketches/sketch.ts';
import { type PreparedContent, prepareContent } from './prepare-content.ts';
import { type EncodedLink, encodeLink } from './sketch-link.ts';

/** A sketch that is ready to be given away. */
export interface SharedSketch extends PreparedContent {
  readonly link: EncodedLink;
}

/** The open sketch as it is when the component appears; null until it is packed. */
export function useShareLink(
  session: Session,
  beside: Pick<SketchContent, 'name' | 'viewport'>,
): SharedSketch | null {
  const [shared, setShared] = useState<SharedSketch | null>(null);
  const [{ name, viewport }] = useState(beside);
  useEffect(() => {
    let isWanted = true;
    const prepared = prepareContent({ name, viewport, ...session.store.getState() });
    void encodeLink(prepared.content).then((link) => {
      if (isWanted) setShared({ ...prepared, link });
    });
    return () => {
      isWanted = false;
    };
  }, [session, name, viewport]);
  return shared;
}
