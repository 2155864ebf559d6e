import type { LedgerWords } from '../words';
import { counted, number } from './grammar';

const requests = (count: number): string => counted(count, 'Anfrage', 'Anfragen');

export const ledger: LedgerWords = {
  kept: (count, size) => `Der Inhalt von ${requests(count)} belegt ${size} auf diesem Computer.`,
  keep: () => 'Inhalt der Anfragen aufbewahren',
  keepFor: (days) => (days === null ? 'Für immer' : days === 365 ? 'Ein Jahr lang' : `${number(days)} Tage lang`),
  forget: (count) => `Inhalt von ${requests(count)} löschen?`,
  forgetMeaning: (days, size) =>
    `Der Inhalt von Anfragen, die älter als ${days === 365 ? 'ein Jahr' : `${number(days)} Tage`} sind, wird jetzt gelöscht (${size}), der Inhalt anderer, sobald sie so alt sind. Wann sie gesendet wurden, wohin, wie viel und zu welchen Kosten, bleibt erhalten. Exportieren Sie sie vorher, falls Sie sie brauchen könnten.`,
};
