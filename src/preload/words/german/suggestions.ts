import { asked } from '../names';
import type { SuggestionWords } from '../words';

const AGGREGATES = { total: 'Summe', average: 'Durchschnitt' } as const;

export const suggestion: SuggestionWords = {
  by: ({ aggregate, of, by }) => `${AGGREGATES[aggregate]} ${asked(of)} nach ${asked(by)}`,
  by_month: ({ aggregate, of }) => `${AGGREGATES[aggregate]} ${asked(of)} nach Monat`,
  top: ({ aggregate, of, by, count }) => `Top ${count} ${asked(by)} nach ${AGGREGATES[aggregate]} ${asked(of)}`,
  count_by: ({ by }) => `Anzahl der Zeilen nach ${asked(by)}`,
  count_by_month: () => 'Anzahl der Zeilen nach Monat',
  distribution: ({ of }) => `Verteilung von ${asked(of)}`,
  correlation: ({ of, with: other }) => `Korrelation zwischen ${asked(of)} und ${asked(other)}`,
  average: ({ of }) => `Durchschnitt ${asked(of)}`,
  different: ({ of }) => `Verschiedene ${asked(of)} auflisten`,
  rows: () => 'Wie viele Zeilen gibt es',
  missing: () => 'Fehlende Werte',
  duplicates: () => 'Doppelte Zeilen',
};
