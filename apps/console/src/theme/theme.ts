import { createTheme, type CSSVariablesResolver } from '@mantine/core';

/** Dense, tabular, calm: red is kept for what needs somebody. */
export const theme = createTheme({
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  primaryColor: 'indigo',
  // The default shade of filled buttons fails contrast at small sizes; these pass AA in both themes.
  primaryShade: { light: 7, dark: 8 },
  defaultRadius: 'md',
  cursorType: 'pointer',
  headings: { fontWeight: '650' },
  components: {
    Table: { defaultProps: { verticalSpacing: 6, highlightOnHover: true } },
    Tooltip: { defaultProps: { withArrow: true, events: { hover: true, focus: true, touch: true } } },
  },
});

/** Mantine's own dimmed text is below 4.5:1 in both themes. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#545c66',
    '--bw-past': '#fff4d6',
    '--bw-past-text': '#5c3c00',
    '--bw-past-edge': '#b7791f',
    '--bw-past-tint': '#fffaf0d9',
    '--bw-past-stripe': '#f6dfae',
    '--bw-red': '#b3261e',
    '--bw-amber': '#8a4b00',
    '--bw-green': '#1a6b3c',
    '--bw-unknown': '#8b949e',
  },
  dark: {
    '--mantine-color-dimmed': '#a6adb7',
    '--bw-past': '#4a3a10',
    '--bw-past-text': '#ffe6a3',
    '--bw-past-edge': '#d9a441',
    '--bw-past-tint': '#241f14e6',
    '--bw-past-stripe': '#5a4a1e',
    '--bw-red': '#ff9b8f',
    '--bw-amber': '#ffc46b',
    '--bw-green': '#7bd99b',
    '--bw-unknown': '#8b949e',
  },
});
