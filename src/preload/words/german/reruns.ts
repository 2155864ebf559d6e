import type { RerunWords } from '../rerun-words';
import { readAsWords } from '../sentences';
import { periodStart, unitName } from '../spans';
import { dayText, listed, number, quoted, short } from './grammar';
import { figure } from './headline';
import { profile } from './profile';
import { datasets } from './ui/datasets';

const name = (column: string): string => `„${short(column)}“`;
const reads = (readAs: Parameters<typeof readAsWords>[1]): string =>
  readAsWords({ profile }, readAs) || 'wie geschrieben';
const used = (isUsed: boolean): string => (isUsed ? '' : ' Keine Frage braucht sie.');
const span = ({ from, to }: { from: string; to: string }): string =>
  `${dayText(from.slice(0, 10))} bis ${dayText(to.slice(0, 10))}`;
const several = (value: number, singular: string, many: string): string =>
  `${number(value)} ${value === 1 ? singular : many}`;

export const rerun: RerunWords = {
  fact: {
    same_content: () => 'Die Datei hat denselben Inhalt wie die frühere.',
    no_rows: () => 'Die Datei hat keine Zeilen. Wählen Sie eine andere.',
    column_gone: ({ column, used: isUsed }) =>
      isUsed
        ? `Die Spalte ${name(column)} fehlt in der Datei. Wählen Sie, welche Spalte für sie steht, oder eine andere Datei.`
        : `Die Spalte ${name(column)} fehlt in der Datei.${used(false)}`,
    column_split: ({ column, into, used: isUsed }) =>
      `Die Spalte ${name(column)} scheint nun aufgeteilt zu sein: ${quoted(into)}.${isUsed ? ' Wählen Sie, welche davon für sie steht, oder fügen Sie sie in der Datei zusammen.' : used(false)}`,
    column_renamed: ({ column, now, by }) =>
      `${name(now)} steht für ${name(column)}${
        by.length > 0
          ? `, nach ${listed(
              by.map((evidence) => rerun.evidence[evidence]()),
              'und',
            )}`
          : ''
      }.`,
    columns_new: ({ columns }) => `Neu in der Datei und in keiner Frage gebraucht: ${quoted(columns)}.`,
    type_changed: ({ column, before, now, used: isUsed }) =>
      `${name(column)} war ${datasets.types[before]} und ist nun ${datasets.types[now]}.${used(isUsed)}`,
    unit_changed: ({ column, before, now, used: isUsed }) =>
      `${name(column)} war in ${unitName(before) ?? 'keiner Einheit'} und ist nun in ${unitName(now) ?? 'keiner Einheit'}. Die Beträge stehen ohne Differenz nebeneinander.${used(isUsed)}`,
    decimals_changed: ({ column, before, now }) =>
      `${name(column)} hatte ${several(before, 'Nachkommastelle', 'Nachkommastellen')} und hat nun ${number(now)}.`,
    read_otherwise: ({ column, before, now, guessed }) =>
      `${name(column)} ist anders geschrieben: bisher ${reads(before)}, nun ${reads(now)}.${guessed ? ' Es ließe sich auch anders lesen, sehen Sie nach.' : ''}`,
    values_new: ({ column, values, count }) =>
      `${name(column)} hat ${several(count, 'Wert', 'Werte')}, die es bisher nicht gab: ${quoted(values)}${count > values.length ? ' und weitere' : ''}.`,
    values_gone: ({ column, values, count }) =>
      `In ${name(column)} fehlen ${several(count, 'Wert', 'Werte')} der früheren Datei: ${quoted(values)}${count > values.length ? ' und weitere' : ''}.`,
    values_asked_for: ({ column, values }) =>
      `Eine Frage fragt in ${name(column)} nach ${quoted(values)}, und keine Zeile hat das.`,
    period_asked_for: ({ column, period, data }) => {
      const at = periodStart(period);
      const asked = at ? (figure.period(at.start, at.grain) ?? at.start) : 'einem Zeitraum';
      return `Eine Frage fragt nach ${asked}, und ${name(column)} hat nur ${span(data)}.`;
    },
    definition_lost: ({ kind, title, columns, used: isUsed }) =>
      `Ihre ${kind === 'measure' ? 'Kennzahl' : 'Bedingung'} ${name(title)} braucht ${quoted(columns)}, was in der Datei fehlt.${used(isUsed)}`,
    rows: ({ before, now }) => `${several(now, 'Zeile', 'Zeilen')}, bisher ${number(before)}.`,
    period: ({ column, before, now, relation, days }) => {
      const both = `${name(column)} hat ${span(now)}, bisher ${span(before)}`;
      switch (relation) {
        case 'gap':
          return `${both}: ${several(days - 1, 'Tag dazwischen ist', 'Tage dazwischen sind')} in keiner der Dateien.`;
        case 'overlaps':
          return `${both}: Einige Tage sind in beiden Dateien.`;
        case 'before':
          return `${both}: Die Datei ist aus einer früheren Zeit.`;
        default:
          return `${both}.`;
      }
    },
    key_repeats: ({ column, count }) =>
      `${name(column)} unterschied die Zeilen, und ${several(count, 'Wert kommt', 'Werte kommen')} nun noch einmal vor: Zeilen zählen vielleicht doppelt.`,
    rows_repeat: ({ now }) => `${several(now, 'Zeile wiederholt', 'Zeilen wiederholen')} eine frühere in jeder Spalte.`,
    lines_rejected: ({ now, totals }) =>
      totals === now
        ? `${several(totals, 'Zeile, die nur andere zusammenzählt, ist', 'Zeilen, die nur andere zusammenzählen, sind')} nicht dabei.`
        : `${several(now, 'Zeile war nicht lesbar und ist', 'Zeilen waren nicht lesbar und sind')} nicht dabei.`,
    odd_values: ({ column, count, example }) =>
      `${several(count, 'Wert', 'Werte')} von ${name(column)} ${count === 1 ? 'passt' : 'passen'} nicht, etwa ${quoted([example])}, und ${count === 1 ? 'gilt' : 'gelten'} als leer.`,
    empty_values: ({ column, now }) => `${name(column)} hatte keine leeren Werte und hat nun ${number(now)}.`,
    lines_above_header: ({ count }) =>
      `${several(count, 'Zeile über der Kopfzeile wird', 'Zeilen über der Kopfzeile werden')} übergangen.`,
    encoding: ({ before, now }) => `Der Text ist in ${now}, bisher in ${before}.`,
  },
  evidence: { name: () => 'Name', place: () => 'Stelle', values: () => 'Werten', type: () => 'Typ' },
  why: {
    not_completed: () => 'Es war schon beim ersten Mal nicht zu Ende gekommen.',
    failed_before: () => 'Es war schon beim ersten Mal fehlgeschlagen.',
    failed: ({ message }) => message,
    rests_on_other: () => 'Es braucht einen Schritt, der nicht ausgeführt wurde.',
    cancelled: () => 'Es wurde angehalten.',
    thread_deleted: () => 'Der Verlauf, aus dem es stammt, ist gelöscht.',
    row_gone: () => 'Das neue Ergebnis hat keine Zeile dafür.',
  },
  status: {
    running: () => 'Wird erneut ausgeführt',
    completed: () => 'Alles wurde erneut ausgeführt.',
    incomplete: () => 'Einiges ließ sich nicht erneut ausführen.',
    cancelled: () => 'Angehalten.',
    failed: () => 'Es ließ sich nicht erneut ausführen.',
    stopped: () => 'Der Datei fehlt etwas, wonach die Fragen fragen.',
    not_accepted: () =>
      'Die Datei unterscheidet sich so, dass es bestätigt werden muss: Sehen Sie es an, dann geben Sie --accept an.',
  },
  outcomes: ({ same, changed, notRun }) =>
    [
      several(changed, 'Antwort geändert', 'Antworten geändert'),
      `${number(same)} gleich`,
      ...(notRun > 0 ? [`${number(notRun)} nicht ausgeführt`] : []),
    ].join(' · '),
  rows: ({ same, changed, gone, new: fresh }) =>
    [
      several(changed, 'Zeile geändert', 'Zeilen geändert'),
      ...(fresh > 0 ? [`${number(fresh)} neu`] : []),
      ...(gone > 0 ? [`${number(gone)} entfallen`] : []),
      `${number(same)} gleich`,
    ].join(' · '),
};
