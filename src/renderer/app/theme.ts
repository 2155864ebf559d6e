import { Button, type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';
import type { Words } from '#words';

/** The accent of tokens.css in the ten steps Mantine wants; the tokens stay the one place where colours are chosen. */
const accent: MantineColorsTuple = [
  '#eef4fa',
  '#dde8f3',
  '#b9d0e7',
  '#93b7da',
  '#7fb0de',
  '#4f83b3',
  '#3b6e9e',
  '#2f5d8a',
  '#264c72',
  '#1c3a58',
];

/** Mantine's own greys are bluish; these are those of tokens.css. */
const gray: MantineColorsTuple = [
  '#f6f6f3',
  '#eeede9',
  '#e9e8e3',
  '#e4e3df',
  '#e4e3df',
  '#a3a29b',
  '#6d6c66',
  '#5f5e59',
  '#3a3935',
  '#1c1c1a',
];
const dark: MantineColorsTuple = [
  '#e9e8e4',
  '#c4c3be',
  '#a9a8a2',
  '#94938d',
  '#2f3235',
  '#2c2f32',
  '#202224',
  '#191a1b',
  '#141516',
  '#101112',
];

/** What Mantine needs a name for by itself comes from the catalogue. */
export const themeIn = (words: Words['ui']['common']) =>
  createTheme({
    primaryColor: 'accent',
    primaryShade: { light: 7, dark: 4 },
    autoContrast: true,
    colors: { accent, gray, dark },
    fontFamily: '"Inter Variable", Inter, "Segoe UI", system-ui, sans-serif',
    fontFamilyMonospace: 'var(--mono)',
    fontSizes: { xs: '11.5px', sm: '12.5px', md: '13.5px', lg: '14.5px', xl: '17px' },
    defaultRadius: 'md',
    radius: { xs: '4px', sm: '6px', md: '8px', lg: '10px', xl: '12px' },
    cursorType: 'pointer',
    respectReducedMotion: true,
    components: {
      Tooltip: { defaultProps: { openDelay: 400, fz: 'xs', withArrow: false } },
      // The placeholder that takes the first focus is no item, which a menu may not have.
      Menu: { defaultProps: { withInitialFocusPlaceholder: false, transitionProps: { duration: 120 } } },
      Modal: {
        // Locking writes a style the page's policy refuses; the page itself never scrolls.
        defaultProps: {
          centered: true,
          lockScroll: false,
          transitionProps: { duration: 140 },
          overlayProps: { backgroundOpacity: 0.35 },
          closeButtonProps: { 'aria-label': words.close },
        },
      },
      Notification: { defaultProps: { closeButtonProps: { 'aria-label': words.dismiss } } },
      // Mantine chooses the colour of the text by the light accent alone.
      Button: Button.extend({
        vars: (_theme, { variant = 'filled' }) => ({
          root: variant === 'filled' ? { '--button-bg': 'var(--accent)', '--button-color': 'var(--on-accent)' } : {},
        }),
      }),
    },
  });

const fromTokens = {
  '--mantine-color-body': 'var(--card)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--muted)',
  '--mantine-color-placeholder': 'var(--faint)',
  '--mantine-shadow-md': 'var(--shadow)',
  '--mantine-shadow-lg': 'var(--shadow)',
  '--mantine-shadow-xl': 'var(--shadow)',
};

/** Menus, dialogs, fields and notes have the colours of tokens.css, in both themes. */
export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: fromTokens, dark: fromTokens });
