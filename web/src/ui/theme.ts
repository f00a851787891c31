import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
} from '@mantine/core';

const TEAL: MantineColorsTuple = [
  '#e6f6f5',
  '#d3ecea',
  '#a8d9d6',
  '#7ac6c1',
  '#55b5af',
  '#3daaa3',
  '#2b9f98',
  '#158a84',
  '#0b6e6e',
  '#095c5c',
];

/** What Mantine takes by night for what no token names: the ink, lines and surfaces of the tokens. */
const DARK: MantineColorsTuple = [
  '#e8efed',
  '#b4c2bf',
  '#93a4a0',
  '#6d807c',
  '#2a3a38',
  '#22302e',
  '#1a2726',
  '#141f1e',
  '#101a19',
  '#0e1716',
];

/** Mantine in the app's own type and teal; its colours come from the tokens, see the resolver. */
export const THEME = createTheme({
  colors: { teal: TEAL, dark: DARK },
  primaryColor: 'teal',
  primaryShade: { light: 8, dark: 4 },
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--mono)',
  fontSizes: {
    xs: 'var(--t-1)',
    sm: 'var(--t-3)',
    md: 'var(--t-3)',
    lg: 'var(--t-4)',
    xl: 'var(--t-4)',
  },
  defaultRadius: 'var(--r-2)',
  cursorType: 'pointer',
  respectReducedMotion: true,
  // White on teal is too faint by night.
  variantColorResolver: (input) => {
    const colors = defaultVariantColorsResolver(input);
    return input.variant === 'filled' ? { ...colors, color: 'var(--on-accent)' } : colors;
  },
  components: {
    Tooltip: {
      defaultProps: {
        openDelay: 400,
        withArrow: false,
        events: { hover: true, focus: true, touch: false },
      },
    },
    Menu: {
      defaultProps: {
        shadow: 'none',
        offset: 6,
        transitionProps: { duration: 120 },
        // Inside the landmark that it belongs to, and with the first item focused at once.
        withinPortal: false,
        withInitialFocusPlaceholder: false,
      },
    },
  },
});

const TOKENS = {
  '--mantine-color-body': 'var(--paper)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-bright': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-3)',
  '--mantine-color-placeholder': 'var(--ink-3)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-error': 'var(--error)',
  '--mantine-color-default': 'var(--raised)',
  '--mantine-color-default-hover': 'var(--sunk)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line)',
  '--mantine-primary-color-filled': 'var(--accent)',
  '--mantine-primary-color-filled-hover': 'var(--accent-hover)',
  '--mantine-primary-color-contrast': 'var(--on-accent)',
  '--mantine-color-teal-filled': 'var(--accent)',
  '--mantine-color-teal-filled-hover': 'var(--accent-hover)',
  '--mantine-color-teal-text': 'var(--accent)',
} as const;

/** Mantine's variables in terms of the app's tokens, which know light and dark themselves. */
export const resolveVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: TOKENS,
  dark: TOKENS,
});
