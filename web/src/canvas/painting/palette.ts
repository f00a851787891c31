import type { NodeKind, Note } from '@portolan/model';
import { useEffect, useState } from 'react';

/** The tokens that what is painted needs, as colours that a 2D canvas takes. */
export interface Palette {
  readonly kinds: Readonly<Record<NodeKind, KindColors>>;
  readonly notes: Readonly<Record<Note['color'], string>>;
  readonly raised: string;
  readonly border: string;
  readonly line: string;
  readonly ink: string;
  readonly edge: string;
  readonly error: string;
  readonly warning: string;
  readonly accent: string;
  readonly sea: string;
  readonly font: string;
}

/** The two colours of a node kind, as CSS colours of the theme that is on. */
export interface KindColors {
  readonly color: string;
  readonly soft: string;
}

/** Reads the tokens as they are on this element now. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(name).trim();
  const kind = (name: string) => ({ color: token(`--${name}`), soft: token(`--${name}-soft`) });
  return {
    kinds: {
      LoadBalancer: kind('lb'),
      Gateway: kind('gw'),
      VirtualService: kind('vs'),
      Service: kind('svc'),
      ServiceEntry: kind('se'),
    },
    notes: {
      yellow: token('--se'),
      teal: token('--accent'),
      blue: token('--lb'),
      violet: token('--vs'),
      grey: token('--line-strong'),
    },
    raised: token('--raised'),
    border: token('--line-strong'),
    line: token('--line'),
    ink: token('--ink'),
    edge: token('--edge'),
    error: token('--error'),
    warning: token('--warn'),
    accent: token('--accent'),
    sea: token('--sea'),
    font: token('--font'),
  };
}

/** The palette; read again when the colour scheme changes. */
export function usePalette(): Palette {
  const [palette, setPalette] = useState(() => readPalette(document.documentElement));
  useEffect(() => {
    const root = document.documentElement;
    const read = () => setPalette(readPalette(root));
    // Read once more: the scheme may have been set after the first render.
    read();
    const observer = new MutationObserver(read);
    observer.observe(root, { attributeFilter: ['data-mantine-color-scheme', 'data-theme'] });
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    scheme.addEventListener('change', read);
    return () => {
      observer.disconnect();
      scheme.removeEventListener('change', read);
    };
  }, []);
  return palette;
}
