import type { ProfileNote } from '#contract/profile-facts';
import { numberText } from '../locale';
import type { ProfileWords } from '../words';
import { counted, listed, number, numerus, quote } from './grammar';

type SheetsNotRead = Extract<ProfileNote, { code: 'sheets_not_read' }>;
const SHEETS_NAMED = 5;

const lines = (count: number): string => counted(count, 'Zeile', 'Zeilen');
const was = (count: number): string => numerus(count, 'wurde', 'wurden');

function sheetNames(names: readonly string[]): string {
  const shown = names.slice(0, SHEETS_NAMED).map(quote);
  const more = names.length - shown.length;
  if (more > 0) return `${shown.join(', ')} und ${counted(more, 'weiteres Blatt', 'weitere Blätter')}`;
  return `${names.length === 1 ? 'Das Blatt' : 'Die Blätter'} ${listed(shown, 'und')}`;
}

const SHEETS: Record<SheetsNotRead['reason'], (isSingle: boolean, limit: number) => string> = {
  hidden: (isSingle) =>
    isSingle
      ? 'ist in der Arbeitsmappe ausgeblendet und wurde nicht gelesen. Blenden Sie es ein, um es mitzulesen.'
      : 'sind in der Arbeitsmappe ausgeblendet und wurden nicht gelesen. Blenden Sie sie ein, um sie mitzulesen.',
  no_table: (isSingle) =>
    isSingle
      ? 'enthält keine Tabelle und wurde nicht gelesen; durchsuchen Sie seinen Text, um zu finden, was darin steht.'
      : 'enthalten keine Tabellen und wurden nicht gelesen; durchsuchen Sie ihren Text, um zu finden, was darin steht.',
  beyond_limit: (isSingle, limit) =>
    isSingle
      ? `wurde nicht gelesen: Höchstens ${number(limit)} Blätter werden gelesen. Legen Sie es in einer eigenen Arbeitsmappe ab.`
      : `wurden nicht gelesen: Höchstens ${number(limit)} Blätter werden gelesen. Legen Sie sie in einer eigenen Arbeitsmappe ab.`,
  empty: (isSingle) => (isSingle ? 'ist leer.' : 'sind leer.'),
};

function columnNames(names: readonly string[]): string {
  const more = names.length - SHEETS_NAMED;
  return more > 0
    ? `${names.slice(0, SHEETS_NAMED).join(', ')} und ${counted(more, 'weiterer Spalte', 'weiteren Spalten')}`
    : listed([...names], 'und');
}

const DIFFER = {
  blanks: 'in Leerzeichen',
  case: 'in Groß- und Kleinschreibung',
  both: 'in Leerzeichen oder Großschreibung',
} as const;

const note: ProfileWords['note'] = {
  encoding: ({ encoding, guessed }) =>
    guessed
      ? `Der Text ist kein UTF-8; er wurde als ${encoding} (Latin-1) gelesen.`
      : `Der Text ist in ${encoding} geschrieben.`,
  lines_above_header: ({ count }) =>
    `${lines(count)} über der Kopfzeile ${numerus(count, 'gehört', 'gehören')} nicht zu den Daten.`,
  no_header: () => 'Die Datei hat keine Kopfzeile, darum sind die Spalten nummeriert.',
  header_guessed: () => 'Die erste Zeile wurde als Kopfzeile verstanden, obwohl nur ihre Stelle dafür spricht.',
  blank_lines: ({ count }) => `${counted(count, 'leere Zeile', 'leere Zeilen')} ausgelassen.`,
  short_lines: ({ count }) =>
    `${lines(count)} ${numerus(count, 'hat', 'haben')} weniger Felder als die Kopfzeile; die fehlenden wurden als leer gelesen.`,
  header_repeated: ({ count }) =>
    `${lines(count)} ${numerus(count, 'wiederholt', 'wiederholen')} die Kopfzeile: ${numerus(count, 'Sie gilt', 'Sie gelten')} als abgewiesen und ${numerus(count, 'zählt', 'zählen')} nicht mit.`,
  read_as_empty: ({ column, words }) => `${words.map(quote).join(', ')} in ${column} wurde als leer gelesen.`,
  rows_differ: ({ counted: seen, rows }) =>
    `${counted(seen, 'Zeile wurde', 'Zeilen wurden')} gezählt, gelesen werden konnten aber ${number(rows)}. Prüfen Sie die Datei, bevor Sie sich auf Summen verlassen.`,
  index_column: ({ column }) =>
    `Die erste Spalte hat keinen Namen und nummeriert die Zeilen, wie R und pandas sie schreiben; sie heißt hier ${column}.`,
  cumulative: ({ column, along, within }) =>
    `${column} enthält die bisherige Summe je ${along}${within === null ? '' : ` innerhalb von ${within}`}: Es zählt der letzte Wert eines Zeitraums, und die Werte werden nicht addiert.`,
  blanks_trimmed: ({ columns }) =>
    `Leerzeichen um die Werte von ${columnNames(columns)} wurden entfernt; Werte, die sich nur darin unterschieden, sind gleich.`,
  spelling_variants: ({ column, differ, kinds, rows, examples }) => {
    const shown = examples.map((variants) =>
      variants.map((variant) => `${quote(variant.value)} (${number(variant.count)})`).join(', '),
    );
    return `${column} hat ${counted(kinds, 'Wert', 'Werte')} in mehreren Schreibweisen, die sich nur ${DIFFER[differ]} unterscheiden, in ${lines(rows)}; sie zählen als verschieden: ${shown.join('; ')}.`;
  },
  nested_json: ({ paths, more }) => {
    const shown = paths.map(({ path, kind, inside }) => `${path} (${[kind, ...inside].join(', ')})`);
    return `In den Datensätzen stehen Listen oder Objekte, die Text bleiben und nach denen nicht gefragt werden kann: ${listed(more > 0 ? [...shown, `${number(more)} weitere`] : shown, 'und')}.`;
  },
  sheets_not_read: ({ reason, names, limit }) => `${sheetNames(names)} ${SHEETS[reason](names.length === 1, limit)}`,
  cell_errors: ({ count, example }) =>
    `${counted(count, 'Zelle zeigt', 'Zellen zeigen')} einen Fehler, etwa ${example.error} in ${example.cell}, und ${was(count)} als leer gelesen.`,
  formulas_without_result: ({ count }) =>
    `${counted(count, 'Formel wurde ohne ihr Ergebnis', 'Formeln wurden ohne ihre Ergebnisse')} gespeichert und als leer gelesen. Öffnen Sie die Arbeitsmappe in Excel, speichern Sie sie und legen Sie sie noch einmal ab.`,
  merged_texts: ({ count }) =>
    `${counted(count, 'verbundene Zelle', 'verbundene Zellen')}: Der Inhalt wurde für jede Zeile gelesen, über die ${numerus(count, 'sie reicht', 'sie reichen')}.`,
  merged_numbers: ({ count }) =>
    `${counted(count, 'Zahl steht', 'Zahlen stehen')} in verbundenen Zellen und ${was(count)} nur einmal gelesen, für die erste der Zeilen.`,
  hidden_rows: ({ count }) => `${counted(count, 'ausgeblendete Zeile', 'ausgeblendete Zeilen')} mitgelesen.`,
  legacy: ({ text }) => text,
};

/** What holds a record, as the reject calls it. */
const UNIT = { line: 'Die Zeile', record: 'Der Datensatz' } as const;

export const profile: ProfileWords = {
  note,
  reject: {
    field_count: ({ fields, expected }) =>
      `${counted(fields, 'Feld', 'Felder')}, wo ${number(expected)} erwartet ${numerus(expected, 'wird', 'werden')}.`,
    text_after_quote: () => 'In der Zeile steht Text hinter einem schließenden Anführungszeichen.',
    unclosed_quote: () => 'In der Zeile steht ein Anführungszeichen, das nie geschlossen wird.',
    total: () => 'Sie ist eine Summe der Zeilen darüber.',
    repeated_header: () => 'Sie wiederholt die Kopfzeile.',
    footnote: () => 'Sie ist eine Anmerkung unter der Tabelle.',
    no_object: ({ unit }) => `${UNIT[unit]} ist kein Objekt mit Feldern.`,
    no_json: ({ unit }) => `${UNIT[unit]} ist kein gültiges JSON.`,
    legacy: ({ text }) => text,
  },
  readAs: {
    day_first: () => 'Tag zuerst',
    month_first: () => 'Monat zuerst',
    date_formats: ({ count }) => `${number(count)} Schreibweisen für Datumsangaben`,
    converted_to_utc: () => 'Zeiten in UTC umgerechnet',
    decimal_comma: () => 'Dezimalkomma',
    thousands_separator: ({ mark }) => `${quote(mark)} zwischen Tausendern`,
    currency_removed: ({ currency }) => `Zeichen für ${currency} entfernt`,
    percent_as_fraction: () => `Prozent als Bruchteil (12 % ist ${numberText(0.12)})`,
    parentheses_as_minus: () => 'Klammern als Minus',
    unit_removed: ({ unit }) => `in ${unit}, entfernt`,
    multiples: () => `50k als ${number(50_000)} gelesen`,
    mixed_units: ({ units }) =>
      `Text, da seine Zahlen in ${listed(units, 'und')} stehen, die sich nicht addieren lassen`,
    month_as_first_day: () => 'Monate als ihr erster Tag',
    quarter_as_first_day: () => 'Quartale als ihr erster Tag',
    two_digit_years: ({ from, to }) => `zweistellige Jahre von ${from} bis ${to}`,
    legacy: ({ text }) => text,
  },
  stage: {
    waiting: () => 'Wartet',
    unpacking: () => 'Wird entpackt',
    opening_workbook: () => 'Arbeitsmappe wird geöffnet',
    reading_records: () => 'Datensätze werden gelesen',
    decoding: () => 'Text wird umgewandelt',
    counting_lines: () => 'Zeilen werden gezählt',
    checking_values: () => 'Jeder Wert wird geprüft',
    counting_values: () => 'Werte werden gezählt',
  },
};
