import { keyOf, NOUNS_OF_ROWS, type RowNouns } from '../lexicon/concepts';
import { isTime, type LogicalTable } from './tables';
import { stemsOf } from './tokens';

/** What people may call a row of this table, by its file's name, its columns, and what it is called already; with what it costs. */
export function rowNounsOf(table: LogicalTable): Map<string, number> {
  const found = new Map<string, number>();
  const columns = new Set(
    table.fields.flatMap(({ column, title }) => [column, title].map((name) => stemsOf(name).join(' '))),
  );
  const stems = new Set([...columns].flatMap((name) => name.split(' ')));
  const files = new Set(table.sources.flatMap((source) => stemsOf(source.replace(/\.\w+$/, ''))));
  const own = new Set(table.entity.map((noun) => stemsOf(noun).join(' ')));
  const things = new Set(table.things.flatMap(({ nouns }) => nouns).map(keyOf));
  for (const line of NOUNS_OF_ROWS) {
    const cost = costOf(line, own, files, columns, stems);
    if (cost === null) continue;
    for (const noun of line.nouns)
      if (!own.has(noun) && !things.has(noun) && (!DAYS.has(noun) || isDaily(table)))
        found.set(noun, Math.min(cost, found.get(noun) ?? Number.POSITIVE_INFINITY));
  }
  for (const noun of ofKinds(columns))
    if (!own.has(noun) && !things.has(noun) && !found.has(noun)) found.set(noun, OF_KIND);
  return found;
}

const OF_KIND = 0.25;
const KIND = new RegExp(` (?:${stemsOf('type kind category nature model art typ kategorie modell').join('|')})$`);
/** Of these a row is seldom one: it is sold, it is where something was, or it is a word for the data itself. */
const OTHERS = new Set(
  'product item article artikel produkt room file data store shop branch city county state region country school hospital site date time column value sub main'
    .split(' ')
    .map(keyOf),
);

/** "Complaint type", "Scooter model": what a row is of, or who, where the column says of which kind. */
const ofKinds = (columns: ReadonlySet<string>): string[] =>
  [...columns].flatMap((name) => {
    const noun = name.replace(KIND, '');
    return noun !== name && !noun.includes(' ') && !OTHERS.has(noun) ? [noun] : [];
  });

const DAYS = new Set(['day', 'tag', 'trading day', 'handelstag'].map(keyOf));

function costOf(
  { nouns, files, columns: marks }: RowNouns,
  own: ReadonlySet<string>,
  source: ReadonlySet<string>,
  columns: ReadonlySet<string>,
  stems: ReadonlySet<string>,
): number | null {
  if ([...nouns].some((noun) => own.has(noun))) return 0.1;
  const marked = marks.some((all) =>
    all.every(
      (mark) => columns.has(mark) || (mark.includes(' ') ? contains(columns, mark) : all.length > 1 && stems.has(mark)),
    ),
  );
  if ([...files].some((file) => source.has(file) || [...source].some((word) => isCompound(word, file))))
    return marked ? 0.1 : 0.2;
  return marked ? 0.25 : null;
}

const contains = (columns: ReadonlySet<string>, mark: string): boolean =>
  [...columns].some((name) => ` ${name} `.includes(` ${mark} `));

/** Each row is a day. */
const isDaily = ({ fields, rows }: LogicalTable): boolean =>
  fields.some((field) => isTime(field) && field.grain === 'day' && field.distinct === rows);

/** "Schichtprotokoll" is of shifts. */
const isCompound = (word: string, part: string): boolean =>
  part.length >= 5 && word.length >= part.length + 3 && (word.startsWith(part) || word.endsWith(part));
