import type { HeadlineFigure } from '#contract/headline';
import { headlineText, writtenCell } from '../figures';
import { noteWords, offeredQuestions, readAsWords } from '../sentences';
import type { AnswerWords } from '../words';
import { CHARTS } from './chips';
import { code } from './code';
import { documentsUnread } from './declined';
import { counted, dayText, momentText, named, number, numerus, quote, listed as row, short } from './grammar';
import { figure, headline } from './headline';
import { profile } from './profile';
import { suggestion } from './suggestions';

const FIGURES_NAMED = 8;

export const offersLead = 'Sie können fragen:';
export const whichLead = 'Was davon meinen Sie?';
export const nearLead = 'Stattdessen lässt sich berechnen:';
export const leavesOut = (words: readonly string[]): string =>
  words.length === 0
    ? ''
    : ` (ohne ${row(
        words.map((word) => quote(short(word))),
        'und',
      )})`;

export const answer: AnswerWords = {
  reading: ({ text }) => `Verstanden als ${text}`,
  headline: ({ says }) => headlineText(says, headline, figure),
  other_readings: () =>
    'Die Frage lässt sich auch anders verstehen: Die Zeile über der Antwort nennt die anderen Lesarten.',
  which_reading: ({ readings }) => [whichLead, ...readings.map(({ text }) => `- ${text}`)].join('\n'),
  near_readings: ({ readings }) =>
    [nearLead, ...readings.map(({ text, without }) => `- ${text}${leavesOut(without)}`)].join('\n'),
  taken_for: ({ words }) =>
    `${row(
      words.map(({ word, column, values }) => {
        const value = values.length === 0 ? '' : `: ${row(values.map(short), 'oder')}`;
        return `${quote(short(word))} wird als ${short(column)}${value} verstanden`;
      }),
      'und',
    )}.`,
  unused_words: ({ words }) =>
    `Nicht verwendet: ${row(
      words.map((word) => quote(short(word))),
      'und',
    )}. Die Daten sagen dazu nichts.`,
  offers: (fact) =>
    [offersLead, ...offeredQuestions({ suggestion }, fact).map((question) => `- ${question}`)].join('\n'),
  lines_rejected: ({ file, count, of, lines }) => {
    const more = count > lines.length ? ' und weitere' : '';
    const where =
      lines.length === 0 ? '' : ` (${numerus(lines.length, 'Zeile', 'Zeilen')} ${lines.map(number).join(', ')}${more})`;
    return `${number(count)} von ${counted(of, 'Zeile', 'Zeilen')} in ${short(file)} ${numerus(count, 'konnte', 'konnten')} nicht gelesen werden${where} und ${numerus(count, 'fehlt', 'fehlen')} in diesen Zahlen.`;
  },
  total_line: ({ file, line }) =>
    `Zeile ${number(line)} von ${short(file)} ist eine Summe der Zeilen darüber und zählt in diesen Zahlen nicht mit.`,
  odd_values: ({ column, count, example }) =>
    `${counted(count, 'Wert', 'Werte')} von ${short(column)} ${numerus(count, 'passte', 'passten')} nicht zu den übrigen und ${numerus(count, 'gilt', 'gelten')} als leer, etwa ${quote(short(example))}.`,
  guessed_type: ({ column, readAs }) =>
    `${short(column)} wurde so gelesen: ${readAsWords({ profile }, readAs)}. Bitte prüfen Sie, ob das stimmt.`,
  rows_without: ({ column, count, effect }) =>
    effect === 'left_out'
      ? `${counted(count, 'Zeile', 'Zeilen')} der Daten ${numerus(count, 'hat', 'haben')} keinen Wert in ${short(column)} und ${numerus(count, 'bleibt', 'bleiben')} außer Betracht.`
      : `${counted(count, 'Zeile', 'Zeilen')} ohne ${short(column)} ${numerus(count, 'zählt', 'zählen')} zum Ganzen, aber nicht zum Teil.`,
  rows_unmatched: ({ table, count, kept }) =>
    `${counted(count, 'Zeile', 'Zeilen')} ${numerus(count, 'hat', 'haben')} keine Entsprechung in ${short(table)} und ${kept ? `${numerus(count, 'zählt', 'zählen')} ohne sie` : `${numerus(count, 'bleibt', 'bleiben')} außer Betracht`}.`,
  period_incomplete: ({ period, figure: start, data, at }) =>
    `${nameOf(start, period)} ist nicht vollständig: Die Daten ${data === 'begins' ? 'beginnen' : 'enden'} am ${momentText(at)}.`,
  ties: ({ count, at, figure: value, shown }) =>
    `${count} liegen hier gleichauf, bei ${nameOf(value, at)}: ${numerus(shown, 'Welche Gruppe davon genannt wird, entscheidet', 'Welche davon genannt werden, entscheidet')} ihre Reihenfolge.`,
  result_cut: () => 'Das Ergebnis hat mehr Zeilen, als aufbewahrt werden.',
  rows_shown: ({ rows, columns }) => {
    const parts = [
      ...(rows ? [`die ersten ${number(rows.shown)} von ${number(rows.of)} Zeilen`] : []),
      ...(columns ? [`${number(columns.shown)} von ${number(columns.of)} Spalten`] : []),
    ];
    return `Hier zu sehen: ${parts.join(', ')}. Das ganze Ergebnis steht beim Schritt.`;
  },
  profile_note: ({ note }) => noteWords({ profile }, note),
  chart_failed: ({ message }) => `Das Diagramm konnte nicht gezeichnet werden: ${message}`,
  chart_kind_unfit: ({ kind }) => `Als ${CHARTS[kind]} lässt sich dieses Ergebnis nicht zeigen.`,
  file_columns: ({ file, count, columns }) =>
    `${short(file)} hat ${counted(count, 'Spalte', 'Spalten')}: ${named(columns, count - columns.length)}.`,
  file_contents: ({ file, rows, numbers, categories, dates }) => {
    const parts = [
      ...(numbers.count > 0 ? [`Zahlen in ${named(numbers.names, numbers.count - numbers.names.length)}`] : []),
      ...(categories.count > 0
        ? [`Kategorien in ${named(categories.names, categories.count - categories.names.length)}`]
        : []),
      ...dates.map(({ column, from, to }) => `Daten in ${short(column)} vom ${dayText(from)} bis zum ${dayText(to)}`),
    ];
    const size = `${short(file)} hat ${counted(rows, 'Zeile', 'Zeilen')}`;
    return parts.length === 0 ? `${size}.` : `${size}, mit ${parts.join('; ')}.`;
  },
  askable: () =>
    'Fragen Sie nach Summen, Anzahlen, Durchschnitten und Medianen, nach Kategorien und über die Zeit; nach den Größten und Kleinsten; nach Anteilen, Wachstum und Vergleichen; nach Verteilungen und Zusammenhängen; und danach, was fehlt, doppelt ist oder auffällt.',
  read_with: ({ question, instead }) =>
    `Zusammen mit der Frage davor verstanden: ${quote(short(question))}${instead === null ? '' : `, nicht mehr nach ${short(instead)}`}.`,
  other_data_fits: ({ names, more, part }) =>
    `Die Frage passt auch zu ${named(names, more)}; nennen Sie ${part === 'file' ? 'die Datei' : 'das Blatt'}, um danach zu fragen.`,
  documents_unread: documentsUnread,
  package_missing: code.missing,
  code_ended: ({ ended }) => code.ended[ended](),
  blocks_not_run: ({ count }) =>
    count === 1
      ? 'Der Block danach wurde nicht ausgeführt.'
      : `Die ${number(count)} Blöcke danach wurden nicht ausgeführt.`,
  printed_nothing: code.printedNothing,
  started_anew: code.startedAnew,
  unsourced: ({ figures, more }) => {
    const count = figures.length + more;
    return `${counted(count, 'Zahl', 'Zahlen')} dieser Antwort ${numerus(count, 'wurde nicht berechnet und steht', 'wurden nicht berechnet und stehen')} in keinem Ergebnis oder Dokument: ${listed(figures, more)}.`;
  },
  superseded: ({ figures, more }) =>
    `Ersetzt: Die Antwort nannte Zahlen, die nicht berechnet wurden (${listed(figures, more)}).`,
  run_again: ({ model, lost }) => {
    if (lost) return 'Dies wurde gerade erneut ausgeführt, als Assay beendet wurde. Führen Sie den Verlauf erneut aus.';
    return model === null
      ? 'Auf einer anderen Datei neu berechnet.'
      : `Was ${model} schrieb, galt der früheren Datei und wird hier nicht wiederholt. Was berechnet wurde, wurde ohne Modell neu berechnet.`;
  },
  worded: ({ model, question, answer: words }) =>
    [
      `Berechnet vom eingebauten Analysten, da ${model} keine Werkzeuge aufrufen kann.`,
      ...(question === null ? [] : [`${model} hat die Frage so gestellt: ${quote(question)}.`]),
      ...(words ? [`Die ersten Worte der Antwort sind von ${model}.`] : []),
    ].join(' '),
  remark: ({ text }) => text,
};

/** Each figure once, and how many more there are. */
function listed(figures: readonly { text: string }[], more: number): string {
  // A figure stays on one line with its unit.
  const texts = [...new Set(figures.map(({ text }) => text.replaceAll(' ', '\u00a0')))];
  const shown = texts.slice(0, FIGURES_NAMED);
  const others = texts.length - shown.length + more;
  return `${shown.join('; ')}${others > 0 ? ` und ${number(others)} weitere` : ''}`;
}

/** A value as it is written here; as it was written there, in answers that have no more. */
const nameOf = (value: HeadlineFigure | undefined, text: string): string =>
  value ? writtenCell(value.cell, value.show, figure) : text;
