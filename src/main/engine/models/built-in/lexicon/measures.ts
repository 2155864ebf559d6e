import { entries } from './meanings';

/** What is computed of a column or of the rows. */
export const MEASURES = [
  ...entries('aggregate', [
    [
      'total|totals|sum|sums|overall|grand total|total amount|total sum|altogether|combined|in total|in all|summed',
      'summe|gesamt|gesamte|gesamter|gesamten|insgesamt|zusammen|total|gesamtsumme|summiert',
      { aggregate: 'sum' },
    ],
    [
      'average|averages|avg|mean|typical|on average|in average',
      'durchschnitt|durchschnittlich|durchschnittliche|durchschnittlicher|durchschnittliches|mittelwert|im schnitt|im mittel|schnitt',
      { aggregate: 'mean' },
    ],
    ['median|medians', 'median|mediane|medianwert|zentralwert', { aggregate: 'median' }],
    ['minimum|min|minimal|lowest|smallest', 'minimum|minimal|kleinster wert|minimaler', { aggregate: 'min' }],
    ['maximum|max|maximal|highest|largest|peak', 'maximum|maximal|hochster wert|maximaler', { aggregate: 'max' }],
    ['latest|most recent|last|newest', 'letzter|letzte|letztes|neueste|aktuellste', { aggregate: 'last' }, 0.3],
    ['earliest|first|very first', 'fruheste|fruhester|erste|erster|erstes', { aggregate: 'first' }, 0.3],
    [
      'standard deviation|std|stddev|std dev|standard dev|spread',
      'standardabweichung|streuung',
      { aggregate: 'standard_deviation' },
    ],
    ['variance', 'varianz', { aggregate: 'variance' }],
    ['most common|most frequent|mode', 'haufigster|haufigste|haufigstes|modus', { aggregate: 'mode' }, 0.4],
    ['range|spread between min and max', 'spannweite', { aggregate: 'range' }],
    ['first quartile|lower quartile', 'erstes quartil|unteres quartil', { aggregate: 'percentile', percentile: '25' }],
    ['third quartile|upper quartile', 'drittes quartil|oberes quartil', { aggregate: 'percentile', percentile: '75' }],
  ]),
  ...entries('money', [
    [
      'revenue|revenues|sales|turnover|takings|income|billing|billings|billed|invoiced|sell|sells|sold|earn|earned|earns|earnings|bring in|brings in|brought in|bringing in|business',
      'umsatz|umsatze|erlos|erlose|einnahmen|einnehmen|nehmen ein',
      'in',
    ],
    ['spend|spending|spent|spends|cost|costs|expenses|expenditure', 'ausgaben|kosten|kostet|ausgeben|geben aus', 'out'],
    ['money|worth|pay|pays|paying|in dollars|in euros|in euro', 'geld|zahlen|zahlt|bezahlen|in euro', 'either'],
    ['value|amount|amounts', 'betrag|betrage|wert', 'either', 0.35],
  ]),
  ...entries('quartiles', [['quartiles', 'quartile', true]]),
  ...entries('sign', [
    ['negative|below zero', 'negativ|negative|negativer', '<'],
    ['positive|above zero', 'positiv|positive|positiver', '>'],
    ['zero', 'null', '='],
  ]),
  ...entries('percentile', [['percentile|quantile|percentiles', 'perzentil|quantil', true]]),
  ...entries('count', [
    [
      'how many|number of|count of|count|counts|no of|nr of|number|total number of|numbers of|amount of|total count of|the count of',
      'wie viele|anzahl|anzahl der|anzahl von|zahl der|wieviele',
      'rows',
    ],
    ['how often|how many times|number of times|how frequently', 'wie oft|wie haufig', 'times'],
    ['how much|how much of', 'wie viel|wieviel|wie hoch|wie gross', 'rows', 0.6],
  ]),
  ...entries('different', [
    [
      'different|distinct|unique|various|separate',
      'verschiedene|verschiedenen|unterschiedliche|unterschiedlichen|einzigartige',
      true,
    ],
  ]),
  ...entries('difference', [
    [
      'difference|differences|gap|spread|difference between|gap between|how much more|how much higher|how much worse|more than that of|higher than that of|how much better|how many more|how much less|how many fewer|by how much|by how many|how much lower|how much bigger',
      'unterschied|differenz|abstand|unterschied zwischen|differenz zwischen|um wie viel|um wieviel|wie viel mehr',
      true,
    ],
  ]),
  ...entries('points', [
    [
      'percentage points|how many percentage points|by how many percentage points|difference in percentage points',
      'prozentpunkte|wie viele prozentpunkte|um wie viele prozentpunkte',
      true,
    ],
  ]),
  ...entries('compare', [
    ['compare|comparison|comparison of|contrast|compared', 'vergleiche|vergleich|verglichen', 'compare'],
  ]),
  ...entries('compare', [['more|less|higher|lower|fewer', 'mehr|weniger|hoher|niedriger', 'more', 0.5]]),
  ...entries('share', [
    [
      'share|share of|shares|percentage|percentage of|percent of|proportion|proportion of|fraction of|portion of|what percent|what percentage|how many percent|as a percentage|in percent|as percentage|in per cent|part of|percent|pct of|contribution of|as a share|what % of|as % of total|as % of the total|as a % of total|as a % of the total|% of total|% of the total|as a percentage of the total|as a percentage of total|as a percent of total|in %|of the whole|out of the total|share of the total',
      'anteil|anteil der|anteile|prozentsatz|prozentualer anteil|wie viel prozent|prozentual|prozentuale|in prozent|in prozent vom ganzen|vom ganzen|am ganzen|am gesamten|in prozent der gesamtsumme',
      true,
    ],
  ]),
  ...entries('rate', [['rate|rates|ratio|quota', 'quote|rate', true]]),
  ...entries('ratio', [
    [
      'ratio of|ratio between|divided by|relative to|as a percentage of|as percent of|as % of|per',
      'verhaltnis|geteilt durch',
      true,
    ],
    ['/', '', true, 1],
    ['over', '', true, 1.5],
  ]),
  ...entries('product', [['times|multiplied by|x|*|×', 'mal', true]]),
  ...entries('distribution', [
    [
      'distribution|distribution of|histogram|histogram of|spread of|frequency|frequencies|distributed|bins of',
      'verteilung|verteilung der|haufigkeit|haufigkeitsverteilung|histogramm|verteilt',
      true,
    ],
  ]),
  ...entries('step', [
    [
      'in steps of|steps of|in bins of|bin width|in intervals of|with a width of|bins of width|in bins of width|by steps of',
      'in schritten von|schrittweite',
      true,
    ],
  ]),
  ...entries('extent', [
    ['how long|how many minutes', 'wie lang|wie lange', ['length', 'runtime', 'duration', 'dauer', 'lange']],
    ['how old', 'wie alt', ['age', 'alter']],
    ['how heavy', 'wie schwer', ['weight', 'mass', 'body mass', 'gewicht']],
    ['how tall', 'wie gross', ['height', 'grosse'], 0.1],
    ['how expensive', 'wie teuer', ['price', 'cost', 'fee', 'fare', 'preis']],
    ['how warm|how hot|how cold', 'wie warm|wie kalt', ['temperature', 'temp', 'temperatur']],
    ['how far', 'wie weit', ['distance', 'distanz', 'entfernung']],
  ]),
  ...entries('fresh', [['new|newly|additional', 'neue|neuen|neu', true]]),
  ...entries('correlation', [
    [
      'correlation|correlation of|correlation between|correlate|correlates|correlated|relation|relationship|relation between|relationship between|relate',
      'korrelation|korrelation zwischen|zusammenhang|zusammenhang zwischen|korreliert|korrelieren',
      true,
    ],
  ]),
  ...entries('outlier', [
    ['outlier|outliers|anomalies|anomaly|unusual values|extreme values|unusual', 'ausreisser|anomalien', true],
  ]),
  ...entries('repeated', [
    [
      'duplicate|duplicates|duplicated|repeated|more than once|double entries|double records|listed twice|appear twice|appears twice|appearing twice|occur twice|occurs twice|entered twice|recorded twice|there twice',
      'doppelt|doppelte|dubletten|duplikate|mehrfach',
      true,
    ],
  ]),
  ...entries('times_number', [
    ['once', 'einmal', '1'],
    ['twice', 'zweimal', '2'],
    ['thrice|three times', 'dreimal', '3'],
  ]),
  ...entries('missing', [
    [
      'missing|empty|blank|unknown|null|nulls|without a value|not recorded|not filled|left blank|not known|not given|not available',
      'fehlend|fehlende|fehlen|fehlt|leer|leere|unbekannt|ohne wert',
      'missing',
    ],
    ['recorded|filled|filled in|present|not missing|not empty|known', 'vorhanden|ausgefullt', 'present', 0.3],
  ]),
  ...entries('concept', [
    [
      'profit margin|margin|margins|profitability|margin in percent|gross margin',
      'gewinnmarge|marge|rendite',
      {
        left: ['profit', 'gain', 'earnings', 'gewinn'],
        calculate: 'divide',
        right: ['sales', 'revenue', 'turnover', 'umsatz'],
        percent: true,
      },
    ],
    [
      'average order value|aov|order value|basket value|basket size',
      'bestellwert|warenkorbwert',
      { left: ['sales', 'revenue', 'amount', 'total'], calculate: 'divide', right: ['order id', 'order'] },
      0,
    ],
    [
      'stock value|inventory value|value of the stock|worth of stock',
      'lagerwert|bestandswert',
      {
        left: ['units on hand', 'stock', 'quantity', 'bestand', 'unit'],
        calculate: 'multiply',
        right: ['unit cost', 'cost', 'unit price', 'price'],
      },
    ],
    [
      'profit',
      'gewinn',
      { left: ['revenue', 'sales', 'umsatz'], calculate: 'subtract', right: ['cost', 'expense', 'kosten'] },
      0.8,
    ],
    [
      'tip percentage|tip percent|tip rate|tip share|tip %',
      'trinkgeldquote',
      {
        left: ['tip', 'tip amount', 'gratuity'],
        calculate: 'divide',
        right: ['bill', 'total bill', 'check', 'fare amount', 'fare'],
        percent: true,
      },
    ],
    [
      'click through rate|clickthrough rate|ctr',
      'klickrate',
      { left: ['clicks', 'click'], calculate: 'divide', right: ['impressions', 'impression', 'views'], percent: true },
    ],
    [
      'conversion rate|conversion rates',
      'konversionsrate',
      { left: ['conversions', 'orders'], calculate: 'divide', right: ['clicks', 'visits', 'sessions'], percent: true },
    ],
    [
      'cost per click|cpc|click cost',
      'kosten pro klick',
      { left: ['spend', 'cost', 'ad spend'], calculate: 'divide', right: ['clicks', 'click'] },
    ],
    [
      'return on ad spend|roas',
      '',
      { left: ['revenue', 'sales'], calculate: 'divide', right: ['spend', 'ad spend', 'cost'] },
    ],
    [
      'turnout',
      'wahlbeteiligung',
      {
        left: ['ballots cast', 'votes cast', 'voters'],
        calculate: 'divide',
        right: ['registered voters', 'registered', 'electorate'],
        percent: true,
      },
    ],
    [
      'vat amount|value added tax',
      'mehrwertsteuer|mwst|umsatzsteuer',
      { left: ['bruttobetrag', 'brutto', 'gross'], calculate: 'subtract', right: ['nettobetrag', 'netto', 'net'] },
      0.2,
    ],
  ]),
];
