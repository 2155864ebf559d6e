import { entries } from './meanings';

/** Adjectives that say of what something has most or least; the words that follow are concepts, the likeliest first. */
const DEGREES: readonly (readonly [most: string, least: string, of: string])[] = [
  ['windiest|windigste|windigsten', 'calmest|least windy', 'wind, gust'],
  ['rainiest|wettest|regenreichste|nasseste', 'driest|trockenste|trockensten', 'rain'],
  ['sunniest|sonnigste|sonnigsten', 'least sunny|gloomiest', 'sunshine'],
  ['snowiest|schneereichste', '', 'snow'],
  ['most humid|feuchteste', 'least humid', 'humidity'],
  ['hottest|warmest|heisseste|warmste|warmsten', '', 'highest temperature, temperature, temp, temperatur'],
  ['', 'coldest|coolest|chilliest|kalteste|kaltesten', 'lowest temperature, temperature, temp, temperatur'],
  ['loudest|noisiest|lauteste', 'leiseste', 'noise'],
  ['most polluted|dirtiest', 'least polluted|cleanest|sauberste', 'air quality, fine dust, ozone, emissions'],
  ['deepest|tiefste|tiefsten', 'shallowest|flachste', 'depth'],
  ['widest|broadest|breiteste', 'narrowest|schmalste', 'width'],
  ['thickest|dickste', 'thinnest|dunnste', 'diameter'],
  ['most spacious|roomiest', 'tiniest|most cramped', 'area, size'],
  ['fullest|most occupied|vollste', 'emptiest|leerste', 'occupancy, attendance, passengers'],
  ['best attended|most crowded|best visited|bestbesuchte', 'worst attended|least attended', 'attendance, visitors'],
  ['most visited|meistbesuchte', 'least visited', 'visits, visitors, attendance, pageviews'],
  ['most viewed|most watched|most read', 'least viewed|least watched', 'pageviews, impressions'],
  ['most clicked', 'least clicked', 'clicks'],
  ['most liked', 'least liked', 'likes, rating'],
  ['most downloaded', 'least downloaded', 'downloads'],
  ['most borrowed|meistausgeliehene', 'least borrowed', 'loans'],
  [
    'best selling|top selling|most sold|bestseller|meistverkaufte|meistverkauften',
    'worst selling|slowest selling|least sold',
    'revenue, amount, quantity',
  ],
  [
    'highest earning|top earning|top grossing|highest grossing|most lucrative|umsatzstarkste|umsatzstarksten',
    'lowest earning|umsatzschwachste',
    'revenue, salary, amount, deal value',
  ],
  ['highest spending|biggest spending', 'lowest spending', 'spend, revenue, amount'],
  ['most valuable|wertvollste|wertvollsten', 'least valuable', 'deal value, market cap, revenue, amount, price'],
  ['most generous|grosszugigste', 'stingiest|least generous', 'donation, tip, amount'],
  ['most productive|produktivste', 'least productive', 'output, quantity'],
  ['most energy hungry|hungriest', 'most frugal', 'energy consumption, fuel used'],
  ['most polluting', 'least polluting', 'emissions'],
  ['most experienced|erfahrenste', 'least experienced', 'experience, tenure'],
  ['deadliest|most deadly', 'least deadly', 'deaths'],
  ['happiest|most satisfied|zufriedenste', 'unhappiest|least satisfied', 'rating, nps, engagement'],
  ['most delayed|least punctual|latest running', 'least delayed|most punctual|punktlichste', 'delay'],
  ['most faulty|most defective', 'least faulty|least defective', 'rejects'],
  ['most densely populated', 'least densely populated|least dense', 'density'],
  ['richest|wealthiest|reichste', 'armste', 'salary, revenue, gdp, balance'],
  ['steepest|most discounted', 'least discounted', 'discount'],
  ['highest scoring|top scoring|most prolific', 'lowest scoring', 'goals, points, score'],
  ['longest lasting|most time consuming|langwierigste', 'briefest', 'duration, resolution time'],
];
const of = (concepts: string) => concepts.split(',').map((concept) => concept.trim());

/** "how humid": the mean of what it speaks of. */
const EXTENTS: readonly (readonly [english: string, german: string, of: string])[] = [
  ['how humid', 'wie feucht', 'humidity'],
  ['how windy', 'wie windig', 'wind, gust'],
  ['how sunny', 'wie sonnig', 'sunshine'],
  ['how loud|how noisy', 'wie laut', 'noise'],
  ['how deep', 'wie tief', 'depth'],
  ['how wide', 'wie breit', 'width'],
  ['how fast|how quick', 'wie schnell', 'speed'],
  ['how satisfied|how happy', 'wie zufrieden', 'rating, nps'],
  ['how late|how delayed', 'wie verspatet', 'delay'],
  ['how full', 'wie voll', 'occupancy'],
  ['how far in advance|how far ahead|how many days in advance', 'wie weit im voraus', 'booking lead'],
  ['how long', 'wie lange|wie lang', 'duration, resolution time, nights, wait time'],
];

export const ADJECTIVES = [
  ...entries(
    'superlative',
    DEGREES.flatMap(([most, least, concepts]) => [
      ...(most === '' ? [] : [[most, '', { direction: 'most' as const, of: of(concepts) }] as const]),
      ...(least === '' ? [] : [[least, '', { direction: 'least' as const, of: of(concepts) }] as const]),
    ]),
  ),
  ...entries(
    'extent',
    EXTENTS.map(([english, german, concepts]) => [english, german, of(concepts), 0.05]),
  ),
  ...entries('comparative', [
    ['windier than|stronger than', 'windiger als', { op: '>', of: ['wind', 'gust'] }, 0.05],
    ['wetter than|rainier than', 'nasser als', { op: '>', of: ['rain'] }, 0.05],
    ['deeper than', 'tiefer als', { op: '>', of: ['depth'] }, 0.05],
    ['wider than', 'breiter als', { op: '>', of: ['width'] }, 0.05],
    ['louder than', 'lauter als', { op: '>', of: ['noise'] }, 0.05],
  ]),
  ...entries('predicate', [
    [
      'rainy|with rain|it rained|did it rain|rained|rain fell',
      'regnerisch|regnerische|mit regen|hat es geregnet',
      { of: ['rain'], op: '>', than: '0', measured: false },
      0.25,
    ],
    [
      'dry|without rain|with no rain|rainless|rain free',
      'trocken|trockene|ohne regen',
      { of: ['rain'], op: '=', than: '0', measured: false },
      0.25,
    ],
    ['snowy|with snow|it snowed', 'mit schnee|schneite', { of: ['snow'], op: '>', than: '0', measured: false }, 0.25],
    [
      'frosty|freezing|below freezing|with frost',
      'frostig|mit frost|unter null',
      { of: ['lowest temperature', 'temperature'], op: '<', than: '0', measured: false },
      0.2,
    ],
    [
      'with kids|with children|with a child|with babies|bringing children|that have children|have children',
      'mit kindern|mit kind',
      { of: ['children'], op: '>', than: '0', measured: false },
    ],
    [
      'without kids|without children|with no children|childless|no children|no kids',
      'ohne kinder|kinderlos|kinderlose',
      { of: ['children'], op: '=', than: '0', measured: false },
      -0.1,
    ],
    [
      'discounted|on discount|with a discount|with discount|on sale',
      'rabattiert|mit rabatt|reduziert',
      { of: ['discount'], op: '>', than: '0', measured: false },
      0.2,
    ],
    [
      'full price|at full price|without a discount|without discount|undiscounted',
      'ohne rabatt',
      { of: ['discount'], op: '=', than: '0', measured: false },
      0.2,
    ],
    [
      'with defects|with rejects|with scrap|with errors',
      'mit ausschuss|mit fehlern',
      { of: ['rejects', 'errors'], op: '>', than: '0', measured: false },
    ],
    [
      'without defects|without rejects|flawless|error free|defect free|without errors',
      'ohne ausschuss|fehlerfrei|ohne fehler',
      { of: ['rejects', 'errors'], op: '=', than: '0', measured: false },
    ],
    [
      'without downtime|without any downtime|no downtime|with no downtime|without stoppage|without a stop',
      'ohne stillstand|ohne ausfall',
      { of: ['downtime'], op: '=', than: '0', measured: false },
      -0.1,
    ],
    [
      'deadly|fatal|with deaths|with fatalities',
      'todlich|mit toten',
      { of: ['deaths'], op: '>', than: '0', measured: false },
      0.25,
    ],
    [
      'with injuries|with casualties|with injured people',
      'mit verletzten',
      { of: ['injuries'], op: '>', than: '0', measured: false },
    ],
    ['goalless|scoreless', 'torlos|torlose', { of: ['goals'], op: '=', than: '0', measured: false }],
  ]),
];
