import { entries, type Hints } from './meanings';

/** Where there is no age, the year of birth tells it the other way round. */
const AGE: Hints = ['age', 'alter', 'birth year', 'birth date', 'year of birth', 'geburtsjahr', 'geburtsdatum'];
const WEIGHT: Hints = ['weight', 'mass', 'body mass', 'gewicht'];
const HEIGHT: Hints = ['height', 'tall', 'grosse'];
const LENGTH: Hints = ['length', 'runtime', 'duration', 'length of stay', 'lang', 'dauer', 'minutes', 'days'];
const PRICE: Hints = ['price', 'cost', 'amount', 'fee', 'fare', 'preis', 'total', 'sales'];
const SPEED: Hints = ['speed', 'velocity', 'acceleration', 'horsepower'];
const PAY: Hints = ['salary', 'pay', 'wage', 'income', 'compensation', 'gehalt', 'lohn'];
const PROFIT: Hints = ['profit', 'gain', 'gewinn', 'margin'];
const RATING: Hints = ['rating', 'score', 'stars', 'metascore', 'imdb'];
const STOCK: Hints = ['stock', 'units on hand', 'on hand', 'quantity on hand', 'inventory', 'bestand', 'lagerbestand'];
const DELAY: Hints = ['delay', 'lateness', 'verspätung'];
const HEAT: Hints = ['highest temperature', 'temperature', 'temp', 'temperatur'];
const COLD: Hints = ['lowest temperature', 'temperature', 'temp', 'temperatur'];
const DATE: Hints = ['date', 'time', 'day', 'year', 'datum'];
const POPULATION: Hints = ['population', 'pop', 'inhabitants', 'einwohner'];

export const COMPARISONS = [
  ...entries('comparative', [
    [
      'more than|greater than|over|above|higher than|larger than|bigger than|exceeding|exceeds|exceed|>|in excess of|beyond|better than|upwards of',
      'mehr als|uber|grosser als|hoher als|oberhalb|langer als',
      { op: '>' },
    ],
    [
      'at least|no less than|not less than|>=|minimum of|a minimum of|no fewer than|from at least|greater or equal|not under',
      'mindestens|wenigstens|nicht weniger als|ab',
      { op: '>=' },
    ],
    [
      'less than|fewer than|below|under|lower than|smaller than|<|worse than',
      'weniger als|unter|kleiner als|geringer als|niedriger als|unterhalb',
      { op: '<' },
    ],
    [
      'at most|no more than|not more than|up to|<=|maximum of|a maximum of|not over',
      'hochstens|maximal|bis zu|nicht mehr als',
      { op: '<=' },
    ],
    ['exactly|equal to|=|equals|equal|precisely', 'genau|gleich', { op: '=' }],
    ['not equal to|!=|other than|different from', 'ungleich', { op: '!=' }],
    ['older than|aged over', 'alter als', { op: '>', of: AGE }],
    ['younger than|aged under', 'junger als', { op: '<', of: AGE }],
    ['heavier than', 'schwerer als', { op: '>', of: WEIGHT }],
    ['lighter than', 'leichter als', { op: '<', of: WEIGHT }],
    ['taller than', 'grosser als', { op: '>', of: HEIGHT }, 0.1],
    ['shorter than', 'kurzer als', { op: '<', of: [...LENGTH, ...HEIGHT] }],
    ['longer than', 'langer als', { op: '>', of: LENGTH }],
    ['more expensive than|dearer than|costlier than', 'teurer als', { op: '>', of: PRICE }],
    ['cheaper than', 'billiger als|gunstiger als', { op: '<', of: PRICE }],
    ['warmer than|hotter than', 'warmer als|heisser als', { op: '>', of: HEAT }],
    ['colder than|cooler than', 'kalter als', { op: '<', of: COLD }],
    ['faster than', 'schneller als', { op: '>', of: SPEED }],
    ['slower than', 'langsamer als', { op: '<', of: SPEED }],
    ['earns more than|earn more than|earning more than|paid more than', 'verdienen mehr als', { op: '>', of: PAY }],
    ['earns less than|earn less than|earning less than|paid less than', 'verdienen weniger als', { op: '<', of: PAY }],
    ['later than', 'spater als', { op: '>', of: DELAY }, 0.2],
  ]),
  ...entries('at_edge', [
    [
      'or more|or above|or older|or higher|or over|and above|and up|and more|or greater|and over|+|and older|plus',
      'oder mehr|oder alter|und mehr|oder hoher|oder daruber',
      '>=',
    ],
    [
      'or less|or below|or lower|or under|or fewer|or younger|and under|and below',
      'oder weniger|oder junger|oder darunter',
      '<=',
    ],
  ]),
  ...entries('ordering', [
    [
      'biggest first|largest first|highest first|longest first|most first|descending|in descending order|sorted descending|best first|from high to low|from most to least|from highest to lowest',
      'absteigend|grosste zuerst|hochste zuerst',
      'most',
    ],
    [
      'smallest first|lowest first|shortest first|ascending|in ascending order|sorted ascending|from low to high|from lowest to highest|worst first',
      'aufsteigend|kleinste zuerst|niedrigste zuerst',
      'least',
    ],
  ]),
  ...entries('superlative', [
    ['most|the most', 'meisten|am meisten', { direction: 'most' }],
    [
      'highest|largest|biggest|greatest|maximum|max|strongest|peak|hardest',
      'hochste|hochster|hochsten|hochstes|grosste|grosster|grossten|grosstes|am hochsten|starkste|maximale',
      { direction: 'most', size: true },
    ],
    ['least|fewest|the least|the fewest', 'wenigsten|am wenigsten', { direction: 'least' }],
    [
      'lowest|smallest|minimum|min|weakest',
      'niedrigste|niedrigsten|kleinste|kleinsten|kleinster|geringste|geringsten|schwachste|minimale',
      { direction: 'least', size: true },
    ],
    ['top|leading|first|strongest|main|winning', 'top|erste|ersten|fuhrende', { direction: 'most', plain: true }, 0.1],
    ['best', 'beste|besten|bester|bestes', { direction: 'most', plain: true, judges: true }, 0.1],
    ['bottom|last', 'letzte|letzten|flop', { direction: 'least', plain: true }, 0.1],
    ['worst|poorest', 'schlechteste|schlechtesten', { direction: 'least', plain: true, judges: true }, 0.1],
    [
      'most common|most frequent|most often|busiest|most popular|most used|commonest|most frequently',
      'haufigste|haufigsten|haufigster|haufigstes|am haufigsten|beliebteste|beliebtesten',
      { direction: 'most', counts: true },
    ],
    [
      'least common|least frequent|rarest|quietest|least popular|slowest',
      'seltenste|seltensten|am seltensten',
      { direction: 'least', counts: true },
    ],
    ['oldest|eldest', 'alteste|altesten|altester', { direction: 'most', of: AGE }],
    ['youngest', 'jungste|jungsten|jungster', { direction: 'least', of: AGE }],
    ['heaviest', 'schwerste|schwersten|schwerster', { direction: 'most', of: WEIGHT }],
    ['lightest', 'leichteste|leichtesten', { direction: 'least', of: WEIGHT }],
    ['tallest', 'grosste', { direction: 'most', of: HEIGHT }, 0.1],
    ['longest|furthest|farthest', 'langste|langsten|langster', { direction: 'most', of: [...LENGTH, 'distance'] }],
    ['shortest|nearest', 'kurzeste|kurzesten', { direction: 'least', of: [...LENGTH, 'distance', ...HEIGHT] }],
    ['most expensive|priciest|dearest|costliest', 'teuerste|teuersten|teuerster', { direction: 'most', of: PRICE }],
    ['cheapest|least expensive', 'billigste|billigsten|gunstigste|gunstigsten', { direction: 'least', of: PRICE }],
    ['fastest|quickest', 'schnellste|schnellsten', { direction: 'most', of: SPEED }],
    ['most profitable', 'profitabelste|profitabelsten|rentabelste', { direction: 'most', of: PROFIT }],
    ['least profitable', 'unrentabelste', { direction: 'least', of: PROFIT }],
    [
      'best paid|highest paid|earns the most|earn the most|best paying',
      'bestbezahlte|bestbezahlten|verdient am meisten',
      { direction: 'most', of: PAY },
    ],
    ['worst paid|lowest paid|earns the least|earn the least', 'schlechtestbezahlte', { direction: 'least', of: PAY }],
    ['best rated|highest rated|top rated', 'bestbewertete|bestbewerteten', { direction: 'most', of: RATING }],
    ['worst rated|lowest rated', 'schlechtestbewertete', { direction: 'least', of: RATING }],
    [
      'most fuel efficient|most efficient|most economical|thriftiest',
      'sparsamste|sparsamsten|effizienteste',
      { direction: 'most', of: ['mpg', 'miles per gallon', 'efficiency'] },
    ],
    ['least fuel efficient|thirstiest', '', { direction: 'least', of: ['mpg', 'miles per gallon', 'efficiency'] }],
    ['most populous|most populated', 'bevolkerungsreichste', { direction: 'most', of: POPULATION }],
    [
      'latest|most recent|newest|last',
      'neueste|neuesten|letzte|letzten|spateste|jungste',
      { direction: 'most', of: DATE },
    ],
    [
      'earliest|very first|first ever|first|longest ago',
      'fruheste|fruhesten|allererste|erste|alteste',
      { direction: 'least', of: DATE },
    ],
  ]),
  ...entries('predicate', [
    ['late|delayed|too late', 'verspatet|zu spat', { of: DELAY, op: '>', than: '0', measured: true }],
    ['early|ahead of time|too early', 'verfruht|zu fruh', { of: DELAY, op: '<', than: '0', measured: false }],
    [
      'lost money|made a loss|unprofitable|loss making|negative profit|at a loss|with a loss',
      'verlust gemacht|mit verlust|defizitar',
      { of: PROFIT, op: '<', than: '0', measured: false },
    ],
    [
      'died|perished|did not survive|dead|victims|deceased',
      'gestorben|umgekommen',
      { of: ['survived'], op: '=', than: '0', measured: false },
    ],
    [
      'current|currently active|active|still with us|havent left|hasnt left|not left|still employed|still active|still here|still work|still working|still in',
      'noch da|noch beschaftigt|aktuelle|aktuellen',
      {
        of: [
          'left on',
          'left',
          'end date',
          'termination date',
          'terminated',
          'exit date',
          'cancelled on',
          'cancelled',
          'canceled',
          'cancellation date',
          'end',
          'ended',
          'quit',
          'closed',
        ],
        op: 'missing',
        than: '',
        measured: false,
      },
    ],
    [
      'left the company|have left|has left|who left|leavers',
      'ausgeschieden|die firma verlassen|firma verlassen',
      { of: ['left on', 'end date', 'termination date', 'exit date'], op: 'present', than: '', measured: false },
    ],
    [
      'on time|in time|punctual|punctually',
      'punktlich|rechtzeitig',
      { of: DELAY, op: '<=', than: '0', measured: false },
    ],
    [
      'out of stock|sold out|not in stock|no longer in stock',
      'ausverkauft|nicht vorratig|nicht auf lager',
      { of: STOCK, op: '=', than: '0', measured: false },
    ],
    ['in stock|available', 'vorratig|auf lager|verfugbar', { of: STOCK, op: '>', than: '0', measured: false }, 0.2],
    [
      'failed|fail|fails|flunked|did not pass|didnt pass|not passed',
      'durchgefallen|nicht bestanden',
      { of: ['passed', 'pass', 'bestanden'], op: '=', than: '0', measured: false },
    ],
    [
      'dry|rainless|without rain',
      'trocken|trockene',
      { of: ['precipitation', 'rain', 'rainfall'], op: '=', than: '0', measured: false },
    ],
    [
      'rainy|wet',
      'regnerisch|nass',
      { of: ['precipitation', 'rain', 'rainfall'], op: '>', than: '0', measured: false },
      0.2,
    ],
    [
      'absent|not present|missed',
      'abwesend|gefehlt',
      { of: ['present', 'attended', 'attendance', 'anwesend'], op: '=', than: '0', measured: false },
    ],
    ['children|kids|minors|child', 'kinder|minderjahrige', { of: ['age'], op: '<', than: '18', measured: false }, -0.2],
    ['adults|grown ups', 'erwachsene', { of: ['age'], op: '>', than: '17', measured: false }, 0.3],
    [
      'profitable|made a profit|in profit',
      'profitabel|mit gewinn|rentabel',
      { of: PROFIT, op: '>', than: '0', measured: false },
    ],
  ]),
];
