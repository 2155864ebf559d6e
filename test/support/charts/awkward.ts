import { euro, table } from '../chart';
import {
  type AwkwardChart,
  byMonth,
  chart,
  lines,
  monthly,
  months,
  named,
  names,
  SPLIT,
  skewed,
  time,
} from './awkward-data';

const LONG = 'Department of Transportation, Office of the Inspector General, Region ';
const TOKYO = ['東京都', '大阪府', '北海道', 'さいたま市', '서울특별시', '上海市浦东新区'];
const WEEK = ['Friday', 'Monday', 'Saturday', 'Sunday', 'Thursday', 'Tuesday', 'Wednesday'];

export const AWKWARD: readonly AwkwardChart[] = [
  chart(
    'A histogram with a heavy tail',
    { kind: 'histogram', x: { column: 'n', type: 'number' }, y: [{ column: 'n' }] },
    named(names(500), (at) => skewed[at] ?? 0),
    { binWidth: 10 },
    ['tail'],
  ),
  chart(
    'A histogram of bins that are there, with a tail',
    { kind: 'histogram', x: { column: 'n', type: 'number', width: 10 }, y: [{ column: 'k' }] },
    table(
      [
        ['n', 'float'],
        ['k', 'integer'],
      ],
      [
        [0, 400],
        [10, 300],
        [20, 200],
        [30, 90],
        [9_000, 1],
        [90_000, 2],
      ],
    ),
    { binWidth: 20 },
    ['tail'],
  ),
  chart(
    'Skewed names',
    {},
    named(names(12), (at) => Math.round(1e6 / (at + 1) ** 3)),
    { log: true },
    [],
    ['log_axis'],
  ),
  chart(
    'Negative and positive',
    {},
    named(names(9), (at) => (at - 4) * 1_250.5),
    { sort: 'descending' },
  ),
  chart(
    'Only negative',
    { format: euro },
    named(names(5, 'Loss'), (at) => -100 * (at + 1)),
    { labels: false },
  ),
  chart(
    'All zero',
    {},
    named(names(6), () => 0),
    { kind: 'line' },
  ),
  chart(
    'One bar',
    {},
    named(['Only one'], () => 42),
    { title: 'The only one there is' },
  ),
  time(
    'One point in time',
    {},
    monthly(months(1), () => 42),
    { kind: 'bar' },
  ),
  time('One value in each of two lines', { series: 's' }, lines(2, months(1)), { kind: 'bar' }),
  chart(
    '60 names that add up',
    {},
    named(names(60), (at) => 1_000 - at * 15),
    { top: 10 },
    ['left_out'],
    ['others'],
  ),
  chart(
    '60 averages',
    { y: [{ column: 'n', label: 'Average' }] },
    named(names(60), (at) => 50 + ((at * 37) % 60)),
    { top: 5 },
    ['left_out'],
  ),
  chart(
    '400 names of which the last is the peak',
    {},
    named(names(400), (at) => at),
    { sort: 'descending' },
    ['left_out'],
  ),
  time('12 lines', { series: 's' }, lines(12, months(18)), { top: 4 }, [], ['left_out']),
  time(
    '30 lines that add up',
    { series: 's' },
    lines(30, months(18)),
    { kind: 'area', stack: 'share' },
    ['left_out'],
    ['others'],
  ),
  time('30 lines of averages', { series: 's', y: [{ column: 'n' }] }, lines(30, months(18)), { top: 3 }, ['left_out']),
  chart('20 names in 10 series', { series: 's', x: { column: 'm', type: 'category' } }, lines(10, names(20, 'Shop')), {
    stack: 'share',
  }),
  time(
    'Months without data',
    {},
    monthly([...months(3), ...months(2, 6), ...months(1, 11)], (at) => 10 * at + 5),
    { kind: 'bar' },
  ),
  time(
    'A month that is not over',
    { x: { ...byMonth, unfinished: [{ at: '2024-12-01', data: 'ends' }] } },
    monthly(months(12), (at) => (at === 11 ? 30 : 400 + at * 25)),
    { kind: 'bar' },
    ['unfinished'],
  ),
  time(
    'Areas with both ends unfinished',
    {
      kind: 'area',
      series: 's',
      stacked: true,
      x: {
        ...byMonth,
        unfinished: [
          { at: '2024-01-01', data: 'begins' },
          { at: '2024-12-01', data: 'ends' },
        ],
      },
    },
    lines(3, months(12)),
    { kind: 'line' },
    ['unfinished', 'unfinished'],
  ),
  chart(
    'Long labels',
    {},
    named(
      Array.from({ length: 9 }, (_, at) => LONG + at),
      (at) => 90 - at * 7,
    ),
    { kind: 'pie' },
    [],
    [],
  ),
  chart(
    'Long labels that stand',
    { series: 's', x: { column: 'm', type: 'category' } },
    lines(2, [LONG, `${LONG} and more`]),
    { stack: 'stacked' },
  ),
  chart(
    'Names in other scripts',
    {},
    named(TOKYO, (at) => 1_400 - at * 150),
    { kind: 'pie' },
  ),
  time(
    'Series in other scripts',
    { series: 's' },
    table(
      SPLIT,
      months(6).flatMap((month, step) => TOKYO.map((city, at) => [month, city, 10 * (at + 1) + step])),
    ),
    { colors: [{ name: '東京都', color: 3 }] },
  ),
  chart(
    'A log axis with zero',
    { look: { log: true } },
    named(names(8), (at) => (at === 3 ? 0 : 10 ** at)),
    { log: true, kind: 'line' },
    ['log_axis', 'not_on_log'],
  ),
  chart(
    'Months by name',
    {},
    named(['Apr', 'Aug', 'Dec', 'Feb', 'Jan', 'Jul', 'Jun', 'Mar', 'Nov', 'Oct', 'Sep'], (at) => at + 3),
    { kind: 'area' },
  ),
  chart(
    'Weekdays by name',
    {},
    named(WEEK, (at) => 70 - at * 9),
    { sort: 'ascending' },
  ),
  chart(
    'Years as numbers with one missing',
    { x: { column: 'y', type: 'category' } },
    table(
      [
        ['y', 'integer'],
        ['n', 'float'],
      ],
      [
        [2021, 40],
        [2019, 30],
        [2024, 90],
        [2022, 55],
        [2020, 20],
      ],
    ),
    { kind: 'line' },
  ),
  chart(
    'Measures of different units',
    {
      x: byMonth,
      kind: 'line',
      y: [
        { column: 'n', label: 'Amount' },
        { column: 'k', label: 'Orders', format: { style: 'number' } },
        { column: 'p', label: 'Margin', format: { style: 'percent' } },
      ],
      format: euro,
    },
    table(
      [
        ['m', 'date'],
        ['n', 'float'],
        ['k', 'integer'],
        ['p', 'float'],
      ],
      months(14).map((month, at) => [month, 120_000 + at * 9_000, 30 + at, 0.2 + (at % 5) / 50]),
    ),
    { kind: 'bar' },
  ),
  chart(
    'Tiny and huge values',
    { kind: 'scatter', x: { column: 'c', type: 'number' } },
    table(
      [
        ['c', 'float'],
        ['n', 'float'],
      ],
      Array.from({ length: 40 }, (_, at) => [at * 1e-6, 10 ** (at % 9)]),
    ),
    { log: true },
    [],
    ['log_axis'],
  ),
  chart(
    'Shares with a part below zero',
    { series: 's', stacked: true, x: { column: 'm', type: 'category' } },
    table(SPLIT, [
      ['A', 'up', 30],
      ['A', 'down', -10],
      ['B', 'up', 20],
      ['B', 'down', -5],
    ]),
    { stack: 'share' },
    [],
    ['no_share'],
  ),
];
