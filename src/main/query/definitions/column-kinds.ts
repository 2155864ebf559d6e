import type { ColumnProfile } from '#contract';
import type { FieldDefinition } from '#contract/definitions';
import { nameWords, singular } from './words';

/** A column that is one of several of a kind. */
export interface Member {
  field: FieldDefinition;
  column: ColumnProfile;
  label: string;
  /** What is measured in it, as its name says. */
  rest: string;
}

/** Columns of one kind, before they have names that no other field has. */
export interface ColumnGroup {
  /** What tells them apart: `month`, `subject`. */
  name: string;
  synonyms: string[];
  type: FieldDefinition['type'];
  grain: FieldDefinition['grain'];
  members: Member[];
  /** What stands in them, where their names do not tell it. */
  called: string[];
}

interface Kind {
  name: string;
  synonyms: string[];
  /** How what stands in the columns is called, the likeliest first. */
  values: string[];
  members: ReadonlySet<string>;
}

const words = (text: string): string[] => text.split(',').map((word) => word.trim());
const kind = (name: string, synonyms: string, values: string, members: string): Kind => ({
  name,
  synonyms: words(synonyms),
  values: words(values),
  members: new Set(words(members.replaceAll(/\s+/g, ' '))),
});

/** Lists of what files have a column each of: names in the singular and in lower case. */
const KINDS: readonly Kind[] = [
  kind(
    'subject',
    'fach, course, school subject',
    'mark, score, grade, result, note, points',
    `math, maths, mathematics, mathematik, english, englisch, science, history, geschichte, geography, geographie, erdkunde, french, französisch,
     german, deutsch, spanish, spanisch, latin, latein, art, kunst, music, musik, pe, sport, biology, biologie, chemistry, chemie, physics, physik,
     reading, writing, economics, computing, computer science, informatik, religion, ethics, ethik, drama, literature, arithmetic, social studies`,
  ),
  kind(
    'energy source',
    'source, energy, fuel, energieträger, erzeugungsart, technology',
    'generation, production, output, erzeugung, electricity, strom',
    `biomass, biomasse, hydro, hydropower, wasserkraft, wind, wind offshore, wind onshore, offshore wind, onshore wind, solar, photovoltaik, photovoltaic,
     pv, other renewable, sonstige erneuerbare, nuclear, kernenergie, lignite, braunkohle, hard coal, steinkohle, coal, kohle, gas, fossil gas, natural gas,
     erdgas, hydro pumped storage, pumped storage, pumpspeicher, other conventional, sonstige konventionelle, oil, öl, geothermal, geothermie`,
  ),
  kind(
    'age group',
    'age, altersgruppe, age band',
    'people, persons, number',
    `0-4, 5-9, 10-14, 15-19, 20-24, 25-29, 30-34, 35-39, 40-44, 45-49, 50-54, 55-59, 60-64, 65-69, 70-74, 75-79, 80+, 85+, 0-14, 15-64, 65+, 0-17, 18-24,
     18-34, 35-49, 35-54, 50-64, 55+, 75+, under 18, 65 and over`,
  ),
  kind(
    'party',
    'partei',
    'votes, stimmen',
    `cdu, csu, cdu/csu, spd, grüne, gruene, fdp, afd, linke, die linke, bsw, democrat, republican, libertarian, green, labour, conservative, liberal democrat, snp,
     reform uk`,
  ),
];

const FEWEST = 3;

/** Columns that are each of one kind, by lists: subjects, sources of energy, parties. */
export const kindOfColumns = (columns: readonly Member[]): ColumnGroup[] =>
  KINDS.flatMap(({ name, synonyms, values, members: known }) => {
    const called = columns.flatMap((member) => {
      const own = wordsOf(member.field.title);
      const part = partIn(own, known);
      return part
        ? [{ ...member, label: labelOf(member, part), rest: restOf(own, part), unit: member.field.unit }]
        : [];
    });
    const [same = []] = [
      ...Map.groupBy(called, ({ rest, unit }) => `${rest}\n${JSON.stringify(unit)}`).values(),
    ].toSorted((a, b) => b.length - a.length);
    const labels = new Set(same.map(({ label }) => label.toLowerCase()));
    if (same.length < FEWEST || labels.size < same.length) return [];
    const members = same.map(({ unit: _unit, ...member }) => member);
    return [
      { name, synonyms, type: 'text' as const, grain: null, members: withSiblings(members, columns), called: values },
    ];
  });

const wordsOf = (title: string): string[] =>
  title
    .toLowerCase()
    .split(/[\s_]+/)
    .filter((word) => word !== '');

interface Part {
  from: number;
  to: number;
}

/** The longest run of words that is of the list. */
function partIn(own: readonly string[], known: ReadonlySet<string>): Part | null {
  for (let size = Math.min(3, own.length); size > 0; size -= 1)
    for (let from = 0; from + size <= own.length; from += 1) {
      const run = own.slice(from, from + size);
      const last = singular(run.at(-1) ?? '');
      if (known.has(run.join(' ')) || known.has([...run.slice(0, -1), last].join(' ')))
        return { from, to: from + size };
    }
  return null;
}

const restOf = (own: readonly string[], { from, to }: Part): string =>
  [...own.slice(0, from), ...own.slice(to)].join(' ');

/** As it stands in the name. */
function labelOf({ field }: Member, { from, to }: Part): string {
  return writtenName(field)
    .split(/[\s_]+/)
    .filter((word) => word !== '')
    .slice(from, to)
    .join(' ');
}

/** The title, with its own capitals where the column is called no other way. */
const writtenName = ({ title, column }: FieldDefinition): string =>
  title.toLowerCase() === column.trim().toLowerCase() ? column.trim() : title;

/** Columns among them that are measured in the same unit are of the kind as well, whatever they are called. */
function withSiblings(members: readonly Member[], columns: readonly Member[]): Member[] {
  const places = members.map((member) => columns.findIndex(({ field }) => field === member.field));
  const [from, to] = [Math.min(...places), Math.max(...places)];
  const [first] = members;
  if (!first?.field.unit || first.rest !== '' || members.length * 2 < to - from + 1) return [...members];
  const unit = JSON.stringify(first.field.unit);
  return columns.slice(from, to + 1).flatMap((column) => {
    const known = members.find(({ field }) => field === column.field);
    const isAlike = JSON.stringify(column.field.unit) === unit && !isTotal(column.field.title);
    return known ?? (isAlike ? [{ ...column, label: writtenName(column.field) }] : []);
  });
}

const TOTAL = new Set([
  'total',
  'sum',
  'all',
  'overall',
  'average',
  'mean',
  'insgesamt',
  'gesamt',
  'summe',
  'mittelwert',
]);
const isTotal = (name: string): boolean => nameWords(name).some((word) => TOTAL.has(word));
