import type { TimeGrain } from '#contract/charts';
import { Phrases } from './phrases';
import type { PieceBody, Refusal } from './pieces';

const against = (how: 'previous' | 'year', grain: TimeGrain | null): PieceBody => ({
  kind: 'against',
  against: how,
  grain,
  same: false,
});
const growth = (direction: 'up' | 'down' | null): PieceBody => ({ kind: 'growth', direction });

const products = (...parts: string[][]): string =>
  parts.reduce((said, part) => said.flatMap((one) => part.map((next) => `${one} ${next}`.trim()))).join('|');
/** "vs the same period last year", "compared to same month of the previous year", "vs last year ytd" */
const SAME_PERIOD = [
  products(
    ['vs', 'versus', 'compared to', 'compared with', 'against', 'than', 'than in', 'over'],
    ['same', 'the same'],
    ['period', 'time', 'month', 'quarter', 'week', 'days'],
    ['', 'of', 'in', 'of the', 'in the'],
    ['last year', 'previous year', 'prior year', 'year before', 'a year ago', 'a year before', 'a year earlier'],
  ),
  products(
    ['vs', 'versus', 'compared to', 'compared with', 'against'],
    ['last year', 'previous year', 'prior year'],
    ['ytd', 'to date', 'year to date'],
  ),
]
  .join('|')
  .replaceAll('  ', ' ');

/** Phrases that stand for one thing wherever they are said. */
export const MARKS = new Phrases<PieceBody>([
  ['year over year|year on year|yoy|y o y|than the year before', against('year', null)],
  [SAME_PERIOD, { kind: 'against', against: 'year', grain: null, same: true }],
  ['month over month|month on month|mom|m o m', against('previous', 'month')],
  ['quarter over quarter|quarter on quarter|qoq', against('previous', 'quarter')],
  ['week over week|week on week|wow', against('previous', 'week')],
  ['day over day|dod', against('previous', 'day')],
  [
    'period over period|over the previous period|vs previous period|compared to the previous period',
    against('previous', null),
  ],
  [
    'compared to the previous month|vs previous month|vs the previous month|over the previous month|from the previous month',
    against('previous', 'month'),
  ],
  ['compared to the previous quarter|vs previous quarter|over the previous quarter', against('previous', 'quarter')],
  ['compared to the previous year|over the previous year|from the previous year', against('year', 'year')],
  [
    'going up|trending up|trending upwards|trending upward|on the rise|going upwards|growth|growth rate|growth rates|grow|grows|grew|grown|growing|increase|increases|increased|increasing|rise|rises|rose|risen|rising|gain|gained|percentage increase|percent increase',
    growth('up'),
  ],
  [
    'going down|trending down|trending downwards|trending downward|on the decline|decrease|decreases|decreased|decreasing|drop|drops|dropped|decline|declines|declined|declining|fall|falls|fell|fallen|falling|shrink|shrank|shrinking|shrunk',
    growth('down'),
  ],
  [
    'change|changes|changed|changing|percent change|percentage change|% change|change in percent|rate of change|growth or decline|evolve|evolved|vary|varied|differ from',
    growth(null),
  ],
  [
    'share of|shares of|share|shares|percentage|percentages|percentage of|percent|percent of|% of|%|proportion|proportion of|proportions of|fraction of|fraction|contribution|contribution of|contributions|contribute to|contributes to|what part of|market share|percentage share|relative share',
    { kind: 'share', as: false },
  ],
  [
    'share of total|share of the total|percentage of total|percentage of the total|percent of total|% of total|of the total|in percent|as a percentage|as percentages|as percent|as percentage|as a share|as a percentage of total|as a percentage of the total|as percentage of total|in percentages|relative to total|of total|as shares|percentage breakdown|percentage split|percent breakdown|in %|as %|as a % of total|as % of total|as % of all|as a % of all|as percent of all|as a percentage of all|as percentage of all|as % of the total|as a % of the total',
    { kind: 'share', as: true },
  ],
  [
    'cumulative|cumulatively|cumulated|accumulated|running total|running total of|running sum|running sum of|running totals|running|cumulative total|cumulative sum|cumulative total of|cumulative sum of',
    { kind: 'cumulative' },
  ],
  [
    'distribution|distribution of|distributions|histogram|histogram of|distributed|spread|spread of|frequency|frequencies|frequency of|frequency distribution|frequency distribution of',
    { kind: 'distribution' },
  ],
  [
    'correlation|correlation between|correlation of|correlate|correlated|correlates|correlations|relation|relation between|relationship|relationship between|relationship of|related|association between|correlation coefficient|linked',
    { kind: 'relation' },
  ],
  [
    'outliers|outlier|anomalies|anomaly|unusual|odd|odd rows|strange|extreme|extremes|extreme values|abnormal|suspicious|unusually high or low|odd ones',
    { kind: 'outliers' },
  ],
  [
    'missing|missing values|missing value|missing data|missing entries|empty|empty cells|empty values|empty fields|blank|blanks|blank cells|blank values|null|nulls|null values|incomplete|na values|gaps',
    { kind: 'missing' },
  ],
  [
    'duplicate|duplicates|duplicated|duplicate rows|duplicated rows|repeated rows|repeated|dupes|double rows|doubles',
    { kind: 'duplicates' },
  ],
  [
    'describe|tell me about|about this data|what is this data|what is this data about|what does this data contain|summary|summary of|summarise|summarize|overview|overview of|summary statistics|summary statistics of|statistics|statistics for|statistics of|descriptive statistics|profile|structure|schema|what is in|what is inside|what is this about|what s in|what fields|what columns|which columns|which fields|columns|fields|headers|column names|what does the data look like|what do we have|contains|contain|what kind of data|explore|how big is|how large is|how big|how large',
    { kind: 'describe' },
  ],
  [
    'help|what can i ask|what can you do|what could i ask|what should i ask|what questions can i ask|how does this work|how do you work|example questions|examples|what can i ask you|what do you do|who are you|what are you|suggestions|suggest|what questions|what else can i ask|what are you able to do',
    { kind: 'help' },
  ],
  [
    'date range|range of dates|time range|time span|timespan|time period|time frame|timeframe|what period|which period|period covered|period|covered|covers|cover|how far back|go back|goes back|start and end|range|first and last|earliest and latest|first and last date|earliest and latest date|date span|span',
    { kind: 'range' },
  ],
  [
    'as % of the|as % of|as a % of|as percent of|as a percent of|as a percentage of|as percentage of|in percent of|in % of|divided by|over the number of|ratio of|ratio between|/',
    { kind: 'divide' },
  ],
  [
    'descending|in descending order|highest first|sorted descending|largest first|from high to low|high to low|ranked|from highest to lowest|from largest to smallest|desc',
    { kind: 'sorted' },
  ],
  ['rate|rates', { kind: 'rate' }],
  ['sold|sell|sells|selling|buy|buys|bought|purchased|spend|spends|spent|spending|ordered|order the', { kind: 'sold' }],
  ['value|values|value of|worth|the value of|total value|total value of|monetary value|in value', { kind: 'worth' }],
  ['preview|head|sample|raw data|sample rows|example rows|sample data|a sample', { kind: 'some', n: null }],
  ['which|what|whats|which of|which one|which ones|what are the names of', { kind: 'which', who: false }],
  ['who|whom', { kind: 'which', who: true }],
  ['when|on which date|on what date|what date|which date', { kind: 'when' }],
  [
    'how much more|how much less|how many more|how many fewer|how many less|how much higher|how much lower',
    growth(null),
  ],
  ['how much|by how much|how much is|how much was|how much are|what amount', { kind: 'how much' }],
  ['instead', { kind: 'follow', follow: 'replace' }],
  ['what about|how about|and what about|and how about|and for|and in', { kind: 'follow', follow: 'about' }],
  [
    'same|the same|same for|the same for|same thing|same question|the same thing|same again|repeat|again|the same but|same but|do the same',
    { kind: 'follow', follow: 'same' },
  ],
  [
    'break it down|break that down|break this down|split it|split that|show it|show that|show them|make it|make that|turn it|turn that|do it|do that|change it to|switch to|change to|now show|now',
    { kind: 'follow', follow: 'add' },
  ],
]);

/** What is asked for that no query can answer. */
export const REFUSALS = new Phrases<Refusal>([
  [
    'forecast|forecasts|forecasting|will|predict|predicts|prediction|predictions|predicted|projected|projection|projections|will be|next year|next month|next quarter|next week|tomorrow|in the future|future|going to be|expected|expect|extrapolate|estimate|outlook|what if',
    'forecast',
  ],
  [
    'why|reason|reasons|cause|causes|caused|because|due to|explain|explanation|driver|drivers|driving|affect|affects|affected|influence|influences|impact|impacts|what happened|lead to|leads to|root cause|effect of|responsible for',
    'cause',
  ],
  [
    'should|recommend|recommendation|recommendations|advice|advise|opinion|do you think|think|good idea|better to|worth it|suggest a strategy|strategy|improve|optimise|optimize|insights|insight|interesting|story|conclusions',
    'opinion',
  ],
  [
    'delete|remove|drop table|update|insert|overwrite|rename|edit|modify|replace|clean|clean up|fix|fill in|truncate|alter|save|export|write|send|email|upload|download|deduplicate|merge cells|add a column|add column',
    'change',
  ],
  [
    'join|joined|merge|merged|combine with|vlookup|lookup|match with|both files|both datasets|all files|all datasets|across files|blend',
    'join',
  ],
  [
    'squared|square root|logarithm|log|power of|multiplied by|multiply|times the|minus|subtract|subtracted|plus the|regression|p value|significance|significant|t test|anova|cluster|clusters|clustering|segmentation|moving average|rolling average|rolling|weighted average|weighted|percentile|percentiles|quantile|quartile|quartiles|variance|mode|pivot|cohort|cohorts|churn|retention|seasonally adjusted|inflation|compound|cagr|index|z score|confidence interval|anomaly score|pareto|abc analysis|rfm|basket|linear',
    'arithmetic',
  ],
]);
