import type { NodeKind } from '../../graph/topology.ts';

/** For which ground a picture is. */
export type PictureTheme = 'light' | 'dark' | 'transparent';

/** The colours of a picture, by what they are for; `#rrggbb`. */
export interface PictureColors {
  /** Behind everything, also where the picture has no ground of its own. */
  readonly sea: string;
  readonly raised: string;
  /** The ground of implied nodes, and of those whose document is broken. */
  readonly flat: string;
  readonly stale: string;
  readonly sunk: string;
  readonly line: string;
  readonly border: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly accent: string;
  readonly accentSoft: string;
  readonly edge: string;
  readonly brokenEdge: string;
  readonly error: string;
  readonly errorSoft: string;
  readonly warn: string;
  readonly warnSoft: string;
  readonly LoadBalancer: string;
  readonly LoadBalancerSoft: string;
  readonly Gateway: string;
  readonly GatewaySoft: string;
  readonly VirtualService: string;
  readonly VirtualServiceSoft: string;
  readonly Service: string;
  readonly ServiceSoft: string;
  readonly ServiceEntry: string;
  readonly ServiceEntrySoft: string;
}

/** A kind's soft ground. */
export function softPaint<Kind extends NodeKind>(kind: Kind): `${Kind}Soft` {
  return `${kind}Soft`;
}

const LIGHT: PictureColors = {
  sea: '#f4f6f5',
  raised: '#ffffff',
  flat: '#fcfcfc',
  stale: '#fafbfb',
  sunk: '#f0f3f2',
  line: '#d5dcda',
  border: '#b4bfbc',
  ink: '#16201f',
  ink2: '#4a5856',
  ink3: '#5f6e6b',
  accent: '#0b6e6e',
  accentSoft: '#d9eeec',
  edge: '#7d8b88',
  brokenEdge: '#b3261e',
  error: '#b3261e',
  errorSoft: '#fbe9e7',
  warn: '#8a5a00',
  warnSoft: '#fdf1d8',
  LoadBalancer: '#0d6b8c',
  LoadBalancerSoft: '#e0f0f6',
  Gateway: '#3455b8',
  GatewaySoft: '#e6ebfa',
  VirtualService: '#7a3fa8',
  VirtualServiceSoft: '#f2e8f9',
  Service: '#2b7238',
  ServiceSoft: '#e3f2e5',
  ServiceEntry: '#8a5a00',
  ServiceEntrySoft: '#faefdb',
};

const DARK: PictureColors = {
  sea: '#0e1716',
  raised: '#1a2726',
  flat: '#162221',
  stale: '#15201f',
  sunk: '#101a19',
  line: '#2a3a38',
  border: '#425653',
  ink: '#e8efed',
  ink2: '#b4c2bf',
  ink3: '#93a4a0',
  accent: '#4fc4bd',
  accentSoft: '#16403d',
  edge: '#7f918d',
  brokenEdge: '#ff9a91',
  error: '#ff9a91',
  errorSoft: '#43190f',
  warn: '#e8b860',
  warnSoft: '#38290d',
  LoadBalancer: '#6cc3e4',
  LoadBalancerSoft: '#12303d',
  Gateway: '#9db4ff',
  GatewaySoft: '#1c2749',
  VirtualService: '#d3a4f5',
  VirtualServiceSoft: '#34204a',
  Service: '#86d392',
  ServiceSoft: '#15351c',
  ServiceEntry: '#e8b860',
  ServiceEntrySoft: '#38290d',
};

/**
 * The colours of a theme: those of the app. A transparent picture has light nodes, and lines that
 * can be seen on white and on black.
 */
export const PICTURE_COLORS: Readonly<Record<PictureTheme, PictureColors>> = {
  light: LIGHT,
  dark: DARK,
  transparent: { ...LIGHT, sea: '#ffffff', brokenEdge: '#d9483b' },
};
