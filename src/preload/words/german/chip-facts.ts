import { entryOf } from '#contract/entries';
import type { ReadingNames } from '#contract/readings';
import type { ChipWords } from '../words';
import { capital, counted, dayText, listed, number, numerus, short } from './grammar';
import { outputTitle } from './query-measures';
import { fieldTitle, GRAINS, GRAINS_MANY, periodStarting } from './query-parts';

/** What to know of a query's figures. */

const lines = (count: number): string => counted(count, 'Zeile', 'Zeilen');
const tableTitle = (names: ReadingNames, table: string): string => short(entryOf(names.tables, table) ?? table);

export const facts: ChipWords['fact'] = {
  rows_used: ({ used, of }) =>
    `${number(used)} von ${lines(of)} ${numerus(used, 'zählt', 'zählen')} hier: Die übrigen erfüllen die Bedingungen nicht.`,
  rows_without: ({ field, count, outputs }, names) =>
    `${lines(count)} ${numerus(count, 'hat', 'haben')} keinen Wert in ${fieldTitle(names, field)} und ${numerus(count, 'bleibt', 'bleiben')}${
      outputs.length > 0
        ? ` bei ${listed(
            outputs.map((output) => outputTitle(names, output)),
            'und',
          )}`
        : ''
    } außer Betracht.`,
  ties: ({ at, count, shown }) =>
    `${number(count)} liegen bei ${String(at)} gleichauf: ${numerus(shown, 'Welche Gruppe davon zu sehen ist, entscheidet', 'Welche davon zu sehen sind, entscheidet')} ihre Reihenfolge.`,
  ties_within: ({ count }) => `In ${counted(count, 'Gruppe', 'Gruppen')} ist der letzte Platz mehrfach besetzt.`,
  period_incomplete: ({ period, grain, data, at }) =>
    `${capital(periodStarting(String(period), grain))} ist nicht vollständig: Die Daten ${data === 'begins' ? 'beginnen' : 'enden'} am ${dayText(String(at))}.`,
  gaps: ({ count, of }) =>
    `${number(count)} von ${counted(of, 'Zeitraum', 'Zeiträumen')} ${numerus(count, 'hat', 'haben')} keine Zeilen.`,
  periods_without_rows: ({ grain, count, of }) =>
    `${number(count)} von ${number(of)} (${numerus(of, GRAINS[grain], GRAINS_MANY[grain])}) ${numerus(count, 'hat', 'haben')} keine Zeilen und ${numerus(count, 'bleibt', 'bleiben')} außer Betracht, statt als 0 zu zählen.`,
  unmatched: ({ table, count, kept }, names) =>
    `${lines(count)} ${numerus(count, 'hat', 'haben')} keine Entsprechung in ${tableTitle(names, table)} und ${
      kept ? `${numerus(count, 'zählt', 'zählen')} ohne sie` : `${numerus(count, 'bleibt', 'bleiben')} außer Betracht`
    }.`,
  orphans: ({ table, count }, names) =>
    `${lines(count)} von ${tableTitle(names, table)} ${numerus(count, 'gehört', 'gehören')} hier zu keiner Zeile.`,
  repeated_by_join: ({ output, table }, names) =>
    `${capital(outputTitle(names, output))}: Jeder Wert von ${tableTitle(names, table)} zählt einmal für jede Zeile, mit der er verbunden ist.`,
  negative_parts: ({ count }) =>
    `${counted(count, 'Teil', 'Teile')} unter null ${numerus(count, 'steht', 'stehen')} bei diesen Anteilen gegen die übrigen.`,
  several_at_moment: ({ count }) =>
    `In ${counted(count, 'Gruppe', 'Gruppen')} fallen mehrere Zeilen auf diesen Zeitpunkt; genommen wurde der kleinste Wert.`,
  result_cut: () => 'Das Ergebnis hat mehr Zeilen, als aufbewahrt werden.',
};
