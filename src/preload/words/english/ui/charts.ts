export const charts = {
  clipboardFailed: 'The clipboard could not be used. Save the chart as PNG instead.',
  asPicture: 'Picture (PNG)',
  asDrawing: 'Drawing (SVG)',
  asData: 'Data (CSV)',
  loadingAll: 'Loading charts',
  none: 'No charts yet. Ask for one in a thread, for example “sales by month”.',
  chart: 'Chart',
  chartOf: (title: string) => `Chart: ${title}`,
  loading: 'Loading chart',
  copiedAsPicture: 'Copied the chart as a picture',
  byKey: (what: string, key: string) => `${what} (Ctrl+${key})`,
  byShiftedKey: (what: string, key: string) => `${what} (Ctrl+Shift+${key})`,
};
