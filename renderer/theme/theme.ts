import { createTheme } from '@mantine/core';

/** Colours and sizes come from the token files; here only what Mantine decides in code. */
export const theme = createTheme({
  fontFamily: "'Inter Variable', sans-serif",
  defaultRadius: 4,
  focusRing: 'auto',
  components: {
    Menu: { defaultProps: { transitionProps: { duration: 0 }, position: 'bottom-start', offset: 4 } },
    Popover: { defaultProps: { transitionProps: { duration: 0 } } },
    Tooltip: { defaultProps: { transitionProps: { duration: 0 } } },
  },
});
