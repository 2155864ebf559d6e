import type { ChartWords } from '../words';
import { number, numerus, quote } from './grammar';
import { partValue } from './query-parts';

const NAMES = { bars: 'Balken', series: 'Reihen', slices: 'Segmenten' } as const;
const LARGEST = { bars: 'größten', series: 'größten', slices: 'größten' } as const;

export const chart: ChartWords = {
  others: () => 'Übrige',
  count: () => 'Zeilen',
  range: (low, high) => `${low} bis ${high}`,
  below: (high) => `unter ${high}`,
  andMore: (low) => `ab ${low}`,
  part: partValue,
  large: { thousand: '\u00a0Tsd.', million: '\u00a0Mio.', billion: '\u00a0Mrd.', trillion: '\u00a0Bio.' },
  week: (day) => `Woche ab ${day}`,
  day: (day, month, year) => `${day}. ${month}${year === null ? '' : ` ${year}`}`,
  unfinished: () => 'unvollständig',
  note: {
    incomplete: () => 'Die Daten dieses Diagramms sind unvollständig.',
    all_empty: () => 'Alle Werte sind leer, es gibt also nichts zu zeichnen.',
    rows: ({ shown, of }) => `Zu sehen sind die ersten ${number(shown)} von ${number(of)} Zeilen.`,
    others: ({ what, count, of }) =>
      `„Übrige“ sind ${number(count)} von ${number(of)} ${NAMES[what]}, zusammengezählt.`,
    left_out: ({ what, shown, of, sum }) =>
      `Zu sehen sind die ${number(shown)} ${LARGEST[what]} von ${number(of)} ${NAMES[what]}; die übrigen ${number(of - shown)} ${
        sum === null ? 'sind weggelassen' : `ergeben zusammen ${sum}`
      }.`,
    unfinished: ({ period, data }) =>
      `${period} ist unvollständig: Die Daten ${data === 'begins' ? 'beginnen' : 'enden'} mittendrin.`,
    log_axis: () => 'Die Achse ist logarithmisch: Jeder Schritt ist das Zehnfache des vorigen.',
    not_on_log: ({ count }) =>
      `${count === 1 ? '1 Wert' : `${number(count)} Werte`} von null oder weniger ${numerus(count, 'hat', 'haben')} auf einer logarithmischen Achse keinen Platz.`,
    no_share: () => 'Werte unter null sind keine Anteile von 100 %; sie sind so gestapelt, wie sie sind.',
    negative_slices: () => 'Negative Werte sind weggelassen.',
    tail: ({ count, edge }) => `Die Klasse ${quote(edge)} enthält ${count}, wie weit draußen sie auch liegen.`,
    no_font: ({ signs }) => {
      const [shown, more] = [[...signs].slice(0, 10), [...signs].length - 10];
      return `Keine Schrift auf diesem Computer hat ${shown.join(' ')}${more > 0 ? ` und ${numerus(more, 'ein weiteres Zeichen', `${number(more)} weitere Zeichen`)}` : ''}: An ihrer Stelle steht ein Kästchen.`;
    },
    axis_from: ({ at }) => `Die Achse beginnt bei ${at}.`,
  },
  editor: {
    edit: () => 'Bearbeiten',
    editLabel: () => 'Diagramm bearbeiten',
    enlarge: () => 'Vergrößern',
    title: () => 'Titel',
    kind: () => 'Art',
    kinds: {
      bar: 'Balken',
      line: 'Linien',
      area: 'Flächen',
      scatter: 'Punkte',
      pie: 'Kreis',
      histogram: 'Histogramm',
    },
    top: () => 'Zeigen',
    topAll: () => 'Alle, die Platz haben',
    topOf: (count) => `Die ersten ${count} und Übrige`,
    topOnly: (count) => `Die ersten ${count}`,
    sort: () => 'Reihenfolge',
    sorts: {
      given: 'Wie geantwortet',
      descending: 'Größte zuerst',
      ascending: 'Kleinste zuerst',
      name: 'Nach Name',
    },
    stack: () => 'Reihen',
    stacks: { beside: 'Nebeneinander', stacked: 'Gestapelt', share: 'Gestapelt auf 100 %' },
    binWidth: () => 'Klassenbreite',
    log: () => 'Logarithmische Achse',
    labels: () => 'Werte beschriften',
    colorOf: () => 'Farbe von',
    color: (place) => `Farbe ${place}`,
    reset: () => 'Wie geantwortet',
    stays: () => 'Jede Änderung ist eine Version; die früheren bleiben.',
    earlier: () => 'Frühere Version des Diagramms',
    later: () => 'Spätere Version des Diagramms',
    place: (at, of) => `Version ${at} von ${of}`,
    failed: () => 'Das Diagramm konnte nicht geändert werden',
  },
};
