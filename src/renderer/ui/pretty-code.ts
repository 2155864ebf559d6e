import type { Call } from '#contract';

/** Models write queries on one line; each clause begins a line here. Other code stays as it is. */
export function prettyCode({ language, text }: NonNullable<Call['code']>): string {
  if (language !== 'sql' || text.includes('\n')) return text;
  return text.replace(
    /\s+(FROM|WHERE|GROUP BY|ORDER BY|HAVING|LIMIT|UNION ALL|LEFT JOIN|JOIN)\s/gi,
    (_, word: string) => `\n${word} `,
  );
}
