import { Button, createTheme, type MantineColorsTuple } from '@mantine/core';

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

export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  colors: { accent },
  fontFamily: '"Inter Variable", Inter, "Segoe UI", system-ui, sans-serif',
  fontFamilyMonospace: 'var(--mono)',
  fontSizes: { xs: '11.5px', sm: '12.5px', md: '13.5px', lg: '14.5px', xl: '17px' },
  defaultRadius: 'md',
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '10px', xl: '12px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Tooltip: { defaultProps: { openDelay: 400, fz: 'xs', withArrow: false } },
    Menu: { defaultProps: { shadow: 'md', transitionProps: { duration: 120 } } },
    Modal: {
      // Locking writes a style the page's policy refuses; the page itself never scrolls.
      defaultProps: {
        centered: true,
        lockScroll: false,
        transitionProps: { duration: 140 },
        overlayProps: { backgroundOpacity: 0.35 },
        closeButtonProps: { 'aria-label': 'Close' },
      },
    },
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': 'Dismiss' } } },
    // Mantine chooses the colour of the text by the light accent alone.
    Button: Button.extend({
      vars: (_theme, { variant = 'filled' }) => ({
        root: variant === 'filled' ? { '--button-bg': 'var(--accent)', '--button-color': 'var(--on-accent)' } : {},
      }),
    }),
  },
});
