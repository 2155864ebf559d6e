import type { ChartWords } from '../words';
import { number } from './grammar';
import { partValue } from './query-parts';

const NAMES = { bars: 'bars', series: 'series', slices: 'slices' } as const;

export const chart: ChartWords = {
  others: () => 'Others',
  count: () => 'Rows',
  range: (low, high) => `${low} to ${high}`,
  below: (high) => `below ${high}`,
  andMore: (low) => `${low} and more`,
  part: partValue,
  large: { thousand: 'k', million: 'M', billion: 'B', trillion: 'T' },
  week: (day) => `Week of ${day}`,
  day: (day, month, year) => `${day} ${month}${year === null ? '' : ` ${year}`}`,
  unfinished: () => 'unfinished',
  note: {
    incomplete: () => 'The data of this chart is incomplete.',
    all_empty: () => 'Every value is empty, so there is nothing to draw.',
    rows: ({ shown, of }) => `The first ${number(shown)} of ${number(of)} rows are shown.`,
    others: ({ what, count, of }) => `Others are ${number(count)} of ${number(of)} ${NAMES[what]}, added up.`,
    left_out: ({ what, shown, of, sum }) =>
      `The ${number(shown)} largest of ${number(of)} ${NAMES[what]} are shown; the other ${number(of - shown)} ${
        sum === null ? 'are left out' : `come to ${sum} together`
      }.`,
    unfinished: ({ period, data }) => `${period} is unfinished: the data ${data} within it.`,
    log_axis: () => 'The axis is logarithmic: each step is ten times the one before.',
    not_on_log: ({ count }) =>
      `${count === 1 ? '1 value' : `${number(count)} values`} of zero or less cannot stand on a log axis.`,
    no_share: () => 'Values below zero are no parts of 100 %, so they are stacked as they are.',
    negative_slices: () => 'Negative values are left out.',
    tail: ({ count, edge }) => `The bin “${edge}” holds ${count}, however far out they lie.`,
    no_font: ({ signs }) => {
      const [shown, more] = [[...signs].slice(0, 10), [...signs].length - 10];
      return `No font on this computer has ${shown.join(' ')}${more > 0 ? ` and ${number(more)} more ${more === 1 ? 'sign' : 'signs'}` : ''}: a box stands in their place.`;
    },
    axis_from: ({ at }) => `The axis starts at ${at}.`,
  },
  editor: {
    edit: () => 'Edit',
    editLabel: () => 'Edit the chart',
    enlarge: () => 'Enlarge',
    title: () => 'Title',
    kind: () => 'Kind',
    kinds: {
      bar: 'Bars',
      line: 'Lines',
      area: 'Areas',
      scatter: 'Points',
      pie: 'Pie',
      histogram: 'Histogram',
    },
    top: () => 'Show',
    topAll: () => 'All that fit',
    topOf: (count) => `Top ${count} and others`,
    topOnly: (count) => `Top ${count}`,
    sort: () => 'Order',
    sorts: { given: 'As answered', descending: 'Largest first', ascending: 'Smallest first', name: 'By name' },
    stack: () => 'Series',
    stacks: { beside: 'Side by side', stacked: 'Stacked', share: 'Stacked to 100 %' },
    binWidth: () => 'Width of a bin',
    log: () => 'Log axis',
    labels: () => 'Values at the marks',
    colorOf: () => 'Colour of',
    color: (place) => `Colour ${place}`,
    reset: () => 'As answered',
    stays: () => 'Each change is a version; the earlier ones stay.',
    earlier: () => 'Earlier version of the chart',
    later: () => 'Later version of the chart',
    place: (at, of) => `Version ${at} of ${of}`,
    failed: () => 'The chart could not be changed',
  },
};
