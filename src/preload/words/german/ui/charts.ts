import type { UiWords } from '../../english/ui';

export const charts: UiWords['charts'] = {
  pinChart: 'Dieses Diagramm an einen Bericht heften',
  clipboardFailed: 'Die Zwischenablage ließ sich nicht nutzen. Speichern Sie das Diagramm stattdessen als PNG.',
  asPicture: 'Bild (PNG)',
  asDrawing: 'Zeichnung (SVG)',
  asData: 'Daten (CSV)',
  loadingAll: 'Diagramme werden geladen',
  none: 'Noch keine Diagramme. Fragen Sie in einem Verlauf nach einem, zum Beispiel „sales by month“.',
  chart: 'Diagramm',
  chartOf: (title) => `Diagramm: ${title}`,
  loading: 'Diagramm wird geladen',
  copiedAsPicture: 'Diagramm als Bild kopiert',
  byKey: (what, key) => `${what} (Strg+${key})`,
  byShiftedKey: (what, key) => `${what} (Strg+Umschalt+${key})`,
};
