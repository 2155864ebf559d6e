import type { QueryWords } from '../words';
import { listed, quoted, short } from './grammar';

const near = (names: readonly string[]): string => (names.length > 0 ? ` Meinten Sie ${quoted(names, 'oder')}?` : '');
const at = (path: string): string => (path === '' ? '' : ` (${path})`);

const KINDS = {
  number: 'eine Zahl',
  time: 'ein Datum',
  text: 'ein Text',
  boolean: 'wahr oder falsch',
  comparable: 'etwas mit einer Reihenfolge',
} as const;

const TYPES = new Map(
  Object.entries({
    integer: 'ganze Zahlen',
    decimal: 'Dezimalzahlen',
    float: 'Kommazahlen',
    text: 'Text',
    boolean: 'Wahrheitswerte',
    date: 'Daten mit Tag',
    timestamp: 'Zeitpunkte',
  }),
);
const typeName = (type: string): string => TYPES.get(type) ?? type;

const NEEDED = {
  of: 'Es fehlt, von welchem Feld.',
  with: 'Es fehlt, mit welchem anderen Feld.',
  percentile: 'Es fehlt, welches Perzentil, von 0 bis 100.',
  size: 'Es fehlt, wie viele Gruppen es umfasst.',
  along: 'Es fehlt, entlang welcher Gruppierung.',
  time: 'Es braucht ein Datum, nach dem es geht.',
  groups: 'Es vergleicht Gruppen, und es gibt keine: Fügen Sie eine Gruppierung hinzu.',
  number: 'Es braucht eine Zahl.',
  order: 'Es fehlt, nach welchem Wert die ersten ausgewählt werden.',
  computation: 'Es fragt nach nichts: Fügen Sie eine Gruppierung, einen Wert oder Zeilen hinzu.',
} as const;

export const query: QueryWords = {
  problem: {
    malformed: ({ path, message }) =>
      `Die Abfrage hat nicht die richtige Form${at(path)}: ${message}.`.replace('..', '.'),
    unknown_table: ({ table, near: names }) => `Es gibt keine Tabelle namens ${quoted([table])}.${near(names)}`,
    unknown_field: ({ field, near: names }) => `Es gibt kein Feld namens ${quoted([field])}.${near(names)}`,
    not_joined: ({ table, field }) =>
      `${short(field)} ist ein Feld von ${short(table)}, das die Abfrage nicht verbindet: Geben Sie an, über welche Felder die beiden Tabellen zusammengehören.`,
    unknown_output: ({ output, near: names }) =>
      `In dieser Abfrage gibt es keine Ausgabe namens ${quoted([output])}.${near(names)}`,
    unknown_measure: ({ measure, near: names }) => `Es gibt keine Kennzahl namens ${quoted([measure])}.${near(names)}`,
    unknown_condition: ({ condition, near: names }) =>
      `Es gibt keine Bedingung namens ${quoted([condition])}.${near(names)}`,
    name_taken: ({ output }) => `Zwei Ausgaben heißen ${quoted([output])}: Geben Sie einer einen anderen Namen.`,
    type_mismatch: ({ field, type, needs, value, path }) =>
      value === undefined
        ? `${short(field)} enthält ${typeName(type)}; hier ist ${listed(
            needs.map((need) => KINDS[need]),
            'oder',
          )} nötig${at(path)}.`
        : `${quoted([value])} lässt sich nicht mit ${short(field)} vergleichen: Es enthält ${typeName(type)}.`,
    does_not_add_up: ({ field, why }) => ADDING_UP[why](short(field)),
    no_whole: ({ output }) =>
      `${short(output)} lässt sich nicht über Gruppen addieren, darum gibt es davon keinen Anteil und keine laufende Summe. Nehmen Sie eine Summe oder eine Anzahl.`,
    mixed_units: ({ units }) => `Werte in ${listed(units.map(short), 'und')} lassen sich nicht addieren.`,
    needs: ({ path, what }) => `Etwas fehlt${at(path)}. ${NEEDED[what]}`,
    circular: ({ output }) => `${short(output)} wird aus sich selbst berechnet.`,
    fan_out: ({ table }) =>
      `So verbunden würden Zeilen mehrfach zählen, weil sich Schlüssel in ${short(table)} wiederholen. Gehen Sie von der Tabelle aus, deren Zeilen gezählt oder addiert werden sollen, oder verwenden Sie has.`,
    not_alike: ({ table, field }) =>
      `${short(table)} hat kein Feld namens ${quoted([field])} vom selben Typ, darum lassen sich die Tabellen nicht untereinandersetzen.`,
    not_here: ({ path, what }) => `${short(what)} kann hier nicht verwendet werden${at(path)}.`,
    too_coarse: ({ field }) => `${short(field)} unterscheidet Zeiten nicht so fein.`,
  },
};

const ADDING_UP = {
  never: (field: string) => `${field} darf nicht addiert werden. Nehmen Sie den Durchschnitt oder den Median.`,
  not_over_time: (field: string) =>
    `${field} ist ein Bestand und darf nicht über die Zeit addiert werden. Gruppieren Sie nach der Zeit, nehmen Sie einen Zeitpunkt oder den Durchschnitt.`,
  cumulative: (field: string) =>
    `Jede Zeile von ${field} enthält die bisherige Summe, darum darf sie nicht über die Zeit addiert werden. Nehmen Sie den letzten Zeitpunkt.`,
} as const;
