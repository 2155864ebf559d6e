import type { Table } from '#contract';
import type { FindValuesOutput, ValueMatch } from '#contract/data-tools';
import type { Definitions, FieldDefinition } from '#contract/definitions';
import { singular } from '../../query';

/** Longer texts are prose. */
const LENGTH_AT_MOST = 200;
const SPELLED_AT_MOST = 60;
const FIELDS_AT_MOST = 200;
const OF_A_FIELD = 8;
const OF_A_WORD = 30;
/** With fewer letters, nearly everything is spelled alike. */
const SPELLED_LETTERS = 4;
const PART_LETTERS = 3;
const RANK: Record<ValueMatch, number> = { exact: 0, case: 1, part: 2, spelling: 3 };

type FoundValue = FindValuesOutput['values'][number];

/** Looks words up in the text columns of tables. `run` runs SQL over them. */
export async function findValues(
  words: readonly string[],
  tables: readonly Definitions[],
  run: (sql: string) => Promise<{ table: Table }>,
): Promise<FindValuesOutput> {
  const asked = [...new Set(words.map((word) => word.replaceAll('\0', '').trim()).filter((word) => word !== ''))];
  const hits: FoundValue[] = [];
  let truncated = false;
  for (const look of [exactLook, spelledLook] as const) {
    const still = asked.filter((word) => !hits.some((entry) => entry.word === word));
    for (const definitions of tables) {
      const fields = textFields(definitions);
      const looks = still.flatMap((word) => look(word) ?? []);
      if (fields.length === 0 || looks.length === 0) continue;
      const { table } = await run(lookSql(definitions, fields, looks));
      for (const [at, id, value, count, match, others] of table.rows) {
        const [word, field] = [looks[Number(at)]?.word, fields[Number(id)]];
        if (word === undefined || !field) continue;
        truncated ||= Number(others) > OF_A_FIELD;
        const { table: name } = definitions;
        hits.push({
          word,
          table: name,
          field: field.id,
          value: String(value),
          count: Number(count),
          match: matchOf(match),
        });
      }
    }
  }
  const values = asked.flatMap((word) => {
    const best = hits
      .filter((entry) => entry.word === word)
      .toSorted((a, b) => RANK[a.match] - RANK[b.match] || b.count - a.count);
    truncated ||= best.length > OF_A_WORD;
    return best.slice(0, OF_A_WORD);
  });
  return { values, truncated };
}

const matchOf = (cell: unknown): ValueMatch =>
  (Object.keys(RANK) as ValueMatch[]).find((match) => match === cell) ?? 'part';

const textFields = ({ fields }: Definitions): FieldDefinition[] =>
  fields.filter(({ type, hidden, distinct }) => type === 'text' && !hidden && distinct > 0).slice(0, FIELDS_AT_MOST);

interface Look {
  word: string;
  /** True for the values that fit, and how they do, as SQL over `value` and `plain`, which is in lower case. */
  fits: string;
  match: string;
}

/** The word itself, in any case, and values with it or its singular at the beginning of one of their words. */
function exactLook(word: string): Look | null {
  const lower = word.toLowerCase();
  const forms = [...new Set([lower, singular(lower)])];
  const same = `plain IN (${forms.map(quoteText).join(', ')})`;
  const parts = forms.flatMap((form) => {
    if (form.length < PART_LETTERS) return [];
    // Looking for the word itself is quick, and leaves few values for the pattern.
    const end = form.length > SPELLED_LETTERS ? '' : '([^\\p{L}\\p{N}]|$)';
    const pattern = `(^|[^\\p{L}\\p{N}])${form.replaceAll(/[^\p{L}\p{N}\s]/gu, '\\$&')}${end}`;
    return [`(contains(plain, ${quoteText(form)}) AND regexp_matches(plain, ${quoteText(pattern)}))`];
  });
  return {
    word,
    fits: [same, ...parts].join(' OR '),
    match: `CASE WHEN value = ${quoteText(word)} THEN 'exact' WHEN ${same} THEN 'case' ELSE 'part' END`,
  };
}

/** Values, or words of values, with a letter or two wrong. */
function spelledLook(word: string): Look | null {
  const lower = word.toLowerCase();
  const { length } = lower;
  if (length < SPELLED_LETTERS || length > SPELLED_AT_MOST) return null;
  const wrong = length < 6 ? 1 : 2;
  const near = (text: string) =>
    `abs(length(${text}) - ${length}) <= ${wrong} AND damerau_levenshtein(${text}, ${quoteText(lower)}) <= ${wrong}`;
  const parts = `len(list_filter(string_split_regex(plain, '[^\\p{L}\\p{N}]+'), lambda part: ${near('part')})) > 0`;
  return { word, fits: `length(plain) <= ${SPELLED_AT_MOST} AND (${near('plain')} OR ${parts})`, match: `'spelling'` };
}

/** Each column's different values once, then each word's best among those. */
function lookSql({ table }: Definitions, fields: readonly FieldDefinition[], looks: readonly Look[]): string {
  const columns = fields.map(({ column }, at) => {
    const name = quoteName(column);
    return `SELECT ${at} AS field, ${name} AS value, count(*) AS n FROM ${quoteName(table)} WHERE length(${name}) <= ${LENGTH_AT_MOST} GROUP BY ${name}`;
  });
  const selects = looks.map(
    ({ fits, match }, at) => `SELECT ${at} AS word, field, value, n, ${match} AS fit FROM spellings WHERE ${fits}`,
  );
  const order = `CASE fit WHEN 'exact' THEN 0 WHEN 'case' THEN 1 WHEN 'part' THEN 2 ELSE 3 END, n DESC, value`;
  return `WITH spellings AS MATERIALIZED (SELECT field, value, lower(value) AS plain, n FROM (${columns.join(' UNION ALL ')})),
    found AS (${selects.join(' UNION ALL ')}),
    ranked AS (SELECT *, row_number() OVER (PARTITION BY word, field ORDER BY ${order}) AS place, count(*) OVER (PARTITION BY word, field) AS others FROM found)
    SELECT word, field, value, n, fit, others FROM ranked WHERE place <= ${OF_A_FIELD} ORDER BY word, field, place`;
}

const quoteText = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
