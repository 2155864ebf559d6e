import { asked } from '../names';
import type { SuggestionWords } from '../words';

const several = (noun: string): string => (/s$/.test(noun) ? noun : `${noun.replace(/(?<=[^aeiou])y$/, 'ie')}s`);
const counted = (rows: string | null): string => `Number of ${rows === null ? 'rows' : several(rows)}`;
const AGGREGATES = { total: 'Total', average: 'Average' } as const;

export const suggestion: SuggestionWords = {
  by: ({ aggregate, of, by }) => `${AGGREGATES[aggregate]} ${asked(of)} by ${asked(by)}`,
  by_month: ({ aggregate, of }) => `${AGGREGATES[aggregate]} ${asked(of)} by month`,
  top: ({ aggregate, of, by, count }) =>
    `Top ${count} ${/^[a-z]+$/i.test(by) ? several(by) : asked(by)} by ${AGGREGATES[aggregate].toLowerCase()} ${asked(of)}`,
  count_by: ({ rows, by }) => `${counted(rows)} by ${asked(by)}`,
  count_by_month: ({ rows }) => `${counted(rows)} by month`,
  distribution: ({ of }) => `Distribution of ${asked(of)}`,
  correlation: ({ of, with: other }) => `Correlation between ${asked(of)} and ${asked(other)}`,
  average: ({ of }) => `Average ${asked(of)}`,
  different: ({ of }) => `List the different ${asked(of)}`,
  rows: () => 'How many rows are there',
  missing: () => 'Missing values',
  duplicates: () => 'Duplicate rows',
};
