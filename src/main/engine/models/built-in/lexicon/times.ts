import { entries } from './meanings';

const MONTHS =
  'january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|november nov|december dec'.split(
    '|',
  );
const MONATE =
  'januar janner|februar|marz|april|mai|juni|juli|august|september|oktober okt|november|dezember dez'.split('|');
const DAYS =
  'monday mon mondays|tuesday tue tuesdays|wednesday wed wednesdays|thursday thu thursdays|friday fri fridays|saturday sat saturdays|sunday sun sundays'.split(
    '|',
  );
const TAGE =
  'montag montags|dienstag dienstags|mittwoch mittwochs|donnerstag donnerstags|freitag freitags|samstag samstags sonnabend|sonntag sonntags'.split(
    '|',
  );
const words = (text = '') => text.replaceAll(' ', '|');
const DECADES = 'fifties|sixties|seventies|eighties|nineties'.split('|');
const JAHRZEHNTE = 'funfziger|sechziger|siebziger|achtziger|neunziger'.split('|');

export const TIMES = [
  ...entries(
    'month',
    MONTHS.map((english, index) => [words(english), words(MONATE[index]), index + 1]),
  ),
  ...entries(
    'weekday',
    DAYS.map((english, index) => [words(english), words(TAGE[index]), index + 1]),
  ),
  ...entries('weekdays', [
    ['weekend|weekends|on weekends|on the weekend|at weekends', 'wochenende|wochenenden|am wochenende', [6, 7]],
    ['working days|workdays|on workdays|during the week', 'werktage|werktagen|wochentags', [1, 2, 3, 4, 5]],
  ]),
  ...entries('quarter', [
    ['q1|first quarter|1st quarter|quarter 1', 'erstes quartal|ersten quartal|1 quartal', 1],
    ['q2|second quarter|2nd quarter|quarter 2', 'zweites quartal|zweiten quartal|2 quartal', 2],
    ['q3|third quarter|3rd quarter|quarter 3', 'drittes quartal|dritten quartal|3 quartal', 3],
    [
      'q4|fourth quarter|4th quarter|last quarter of the year|quarter 4',
      'viertes quartal|vierten quartal|4 quartal',
      4,
    ],
  ]),
  ...entries('half', [
    ['h1|first half|first half of', 'erstes halbjahr|ersten halbjahr|erste halfte', 1],
    ['h2|second half|second half of', 'zweites halbjahr|zweiten halbjahr|zweite halfte', 2],
  ]),
  ...entries(
    'decade',
    DECADES.map((english, index) => [
      `${english}|the ${english}`,
      `${JAHRZEHNTE[index]}|${JAHRZEHNTE[index]}jahre`,
      1950 + 10 * index,
    ]),
  ),
  ...entries('season', [
    ['summer|in summer', 'sommer', [6, 7, 8]],
    ['winter|in winter', 'winter', [12, 1, 2]],
    ['spring|in spring', 'fruhling|fruhjahr', [3, 4, 5]],
    ['autumn|in autumn', 'herbst', [9, 10, 11]],
  ]),
  ...entries('grain', [
    ['year|years|calendar year', 'jahr|jahre|jahren|kalenderjahr', 'year'],
    ['quarter|quarters', 'quartal|quartale|quartalen', 'quarter'],
    ['month|months|calendar month', 'monat|monate|monaten', 'month'],
    ['week|weeks|calendar week', 'woche|wochen|kalenderwoche', 'week'],
    ['day|days', 'tag|tage|tagen', 'day'],
    ['yr|yrs', '', 'year', 0.05],
    ['qtr|qtrs|qrtr', 'qu', 'quarter', 0.05],
    ['mth|mths|mo|mos|mnth', '', 'month', 0.05],
    ['wk|wks', 'kw', 'week', 0.05],
    ['date|dates', 'datum', 'day', 0.25],
    ['hour|hours', 'stunde|stunden', 'hour'],
    ['minute|minutes', 'minute|minuten', 'minute', 0.3],
  ]),
  ...entries('each_grain', [
    ['yearly|annual|annually|over the years|through the years', 'jahrlich|jahrliche|jahrlicher', 'year'],
    ['quarterly', 'quartalsweise|vierteljahrlich', 'quarter'],
    ['monthly|over the months', 'monatlich|monatliche|monatlicher|monatsweise', 'month'],
    ['weekly|over the weeks', 'wochentlich|wochentliche', 'week'],
    ['daily|over the days', 'taglich|tagliche', 'day'],
    ['hourly', 'stundlich|stundliche', 'hour'],
  ]),
  ...entries('part', [
    [
      'weekday|weekdays|day of week|day of the week|days of the week|days of week|dow',
      'wochentag|wochentage|wochentagen',
      'weekday',
    ],
    [
      'month of year|month of the year|months of the year|calendar month|time of year',
      'kalendermonat',
      'month_of_year',
    ],
    ['hour of day|hour of the day|hours of the day|time of day', 'uhrzeit|stunde des tages|tageszeit', 'hour_of_day'],
    ['day of month|day of the month', 'tag des monats', 'day_of_month'],
    ['quarter of year|quarter of the year', '', 'quarter_of_year'],
  ]),
  ...entries('over_time', [
    [
      'over time|through time|trend|trends|trend of|timeline|development|evolution|time series|over the period|develop|developed|evolve|evolved|trend over time|history',
      'im zeitverlauf|zeitlicher verlauf|verlauf|entwicklung|uber die zeit|zeitverlauf|trend',
      true,
    ],
  ]),
  ...entries('last', [
    [
      'last|past|previous|most recent|latest|the last|the past',
      'letzte|letzten|letztes|letzter|vergangenen|der letzten',
      true,
    ],
  ]),
  ...entries('this_period', [['this|current|the current', 'dieses|diesen|diese|aktuelles|laufenden', true, 0.5]]),
  ...entries('ago', [
    [
      'the year before|year before|previous year|prior year|the previous year|last year',
      'jahr davor|im jahr davor|vorjahr|im vorjahr',
      'before',
    ],
  ]),
  ...entries('to_date', [
    ['year to date|ytd|so far this year|this year so far', 'seit jahresbeginn|im laufenden jahr', true],
  ]),
  ...entries('year_before', [
    [
      'same period last year|same period of last year|same period a year ago|same month last year|same quarter last year|same time last year|last year|the year before|previous year|same period the year before|same month of the previous year',
      'vorjahr|im vorjahr|vorjahreszeitraum|letztes jahr|letzten jahr',
      true,
    ],
  ]),
  ...entries('time_to', [['time to|time until|days to|days until|time from opening to', 'zeit bis|tage bis', true]]),
  ...entries('since', [
    ['since|starting|starting in|from|as of|beginning in|beginning', 'seit|ab|von|beginnend', true],
  ]),
  ...entries('before', [['before|prior to|earlier than|until before', 'vor|fruher als', true]]),
  ...entries('after', [['after|later than|following', 'nach|spater als', true]]),
  ...entries('until', [
    ['until|till|through|up to|by the end of|up until|to|until end of|until the end of', 'bis|bis zum|bis ende', true],
  ]),
  ...entries('now', [
    [
      'at the end of the year|at year end|year end|end of the year|at the end|now|right now|at the moment|today|at present|as of now',
      'jetzt|derzeit|momentan|heute|zurzeit',
      true,
      0.1,
    ],
  ]),
  ...entries('window', [
    [
      'running total|running totals|running sum|cumulative|cumulatively|cumulated|cumulative total|accumulated|year to date total',
      'kumuliert|kumulierte|kumulierter|kumuliertes|laufende summe|aufsummiert|kumulativ',
      { kind: 'running' },
    ],
    [
      'moving average|rolling average|rolling mean|moving mean|sliding average|moving avg|rolling avg',
      'gleitender durchschnitt|gleitenden durchschnitt|gleitender mittelwert',
      { kind: 'moving', aggregate: 'mean' },
    ],
    ['moving median|rolling median', 'gleitender median', { kind: 'moving', aggregate: 'median' }],
    ['moving sum|rolling sum|rolling total|moving total', 'gleitende summe', { kind: 'moving', aggregate: 'sum' }],
    [
      'by how many percent|by what percent|by what percentage|how many percent|what percentage|in percent',
      'um wie viel prozent|um wieviel prozent|wie viel prozent|in prozent',
      { kind: 'growth' },
      0.3,
    ],
    [
      'growth|growth rate|growth of|grow|grew|grown|growing|rising|falling|increasing|decreasing|declining|shrinking|trending|trending up|trending down|going up|going down|rise|rose|percent change|percentage change|percentage growth|increase|increased|decrease|decreased|gone up|fall|fell|drop|dropped',
      'wachstum|wachstumsrate|steigen|steigt|stieg|sinken|sinkt|sank|wachsen|wachst|gewachsen|gestiegen|gefallen|gesunken|veranderung in prozent|anstieg|zunahme|ruckgang',
      { kind: 'growth' },
    ],
    ['change|changes|change of|change in|changed', 'veranderung|anderung|verandert', { kind: 'difference' }],
    [
      'month over month|mom|m o m|month on month|month to month',
      'monat zu monat|gegenuber vormonat|im vergleich zum vormonat',
      { kind: 'growth', grain: 'month' },
    ],
    [
      'quarter over quarter|qoq|quarter on quarter',
      'quartal zu quartal|gegenuber vorquartal',
      { kind: 'growth', grain: 'quarter' },
    ],
    ['week over week|wow|week on week', 'woche zu woche|gegenuber vorwoche', { kind: 'growth', grain: 'week' }],
    ['day over day|day on day', 'gegenuber vortag', { kind: 'growth', grain: 'day' }],
    [
      'year over year|yoy|y o y|year on year|year to year',
      'jahr zu jahr|gegenuber vorjahr|im vergleich zum vorjahr|zum vorjahr',
      { kind: 'growth', grain: 'year' },
    ],
    [
      'compared to the previous month|versus the previous month|vs previous month',
      '',
      { kind: 'growth', grain: 'month' },
    ],
    ['ranking|rank|ranked', 'rang|rangliste|rangfolge', { kind: 'rank' }],
  ]),
];
