import type { TimeGrain } from '#contract/charts';
import type { ChartWish, ColumnAggregate, Comparison, Season } from '../question/plan';
import type { Token } from './tokens';

/** Fixed phrases and what they mean; the longest that fits wins. */
export class Phrases<T> {
  readonly #entries = new Map<string, T>();
  readonly #longest: number;

  constructor(entries: Iterable<readonly [string, T]>) {
    let longest = 0;
    for (const [phrases, meaning] of entries) {
      for (const phrase of phrases.split('|')) {
        const words = phrase.trim();
        this.#entries.set(words, meaning);
        longest = Math.max(longest, words.split(' ').length);
      }
    }
    this.#longest = longest;
  }

  at(tokens: readonly Token[], at: number): { meaning: T; length: number } | null {
    const words: string[] = [];
    for (const token of tokens.slice(at, at + this.#longest)) {
      if (token.kind === 'quoted') break;
      words.push(token.word);
    }
    for (let length = words.length; length > 0; length -= 1) {
      const meaning = this.#entries.get(words.slice(0, length).join(' '));
      if (meaning !== undefined) return { meaning, length };
    }
    return null;
  }

  has(word: string): boolean {
    return this.#entries.has(word);
  }

  words(): string[] {
    return [...this.#entries.keys()].flatMap((phrase) => phrase.split(' '));
  }
}

const set = (phrases: string) => new Phrases<true>([[phrases, true]]);

/** Said to be polite or to join words; they change nothing. */
export const FILLERS = set(
  [
    'please|kindly|hi|hello|hey|thanks|thank you|ok|okay|so|well|then|there|here|now|also|actually|basically',
    'can you|could you|would you|will you|can we|could we|can i|could i|may i|i want|i need|i would like|i d like',
    'want to|need to|like to|to see|to know|to have|to get|let me|let us|lets|help me|do you know|do you have|i wonder',
    'how did|how do|how does|how are|how is|how was|how were|how have|how has|how many of|what did|what does',
    'breakdown of|breakdown|a breakdown of|break down|split|split up|the split of|development of|splitting',
    'aged|the|a|an|of|our|my|your|their|its|this is|this|that|these|it|we|us|i|you|they|me|all|any|some|each other|these|those',
    'is|are|was|were|be|been|am|do|does|did|has|have|had|get|got|gets|getting|given|done',
    'in|for|from|at|on|to|with|within|among|through|into|about|regarding|concerning|as|where|whose|that',
    'what|what is the value of|and|both|exactly|simply|quickly|just|altogether|in total|in all|overall|in general',
    'tell|give|find|compute|calculate|determine|work out|figure out|look at|look up|check|analyse|analyze|report|provide|return me|get me',
    'ever|of all time|so far|handled|handles|worked on|figures|figure|numbers|data|dataset|data set|file|spreadsheet|sheet|csv|table|information|info|results|result|the data|detail|details|stats',
    'come|comes|came|coming|made|make|makes|generated|generate|brought in|bring in|bring|brings|earned|earn|earns|earning|achieved|achieve|recorded|placed|happened|happen|occurred|took place|place|places|hows|whos|wheres',
    'look like|looks like|looked like|equal to|and what|and the|individual|single|column|field|variable|different kinds of|respective|corresponding',
  ].join('|'),
);

/** Words that ask for something to be shown. */
export const SHOW = set('show|show me|display|list|see|view|print|enumerate|show us|list out|pull up');

export const AGGREGATES = new Phrases<ColumnAggregate | 'count' | 'distinct'>([
  [
    'sum|sum of|total|totals|total sum of|total sum|sum up|grand total|total amount of|summed|combined|aggregate',
    'sum',
  ],
  ['average|averages|avg|mean|average of|on average|avg of', 'average'],
  ['median|medians|median of', 'median'],
  ['min|minimum|minimal|minimum of', 'min'],
  ['max|maximum|maximal|maximum of', 'max'],
  ['standard deviation|standard deviation of|std|stddev|std dev|deviation', 'deviation'],
  [
    'how many|count|counts|no of|nr of|number of|the number of|number|numbers of|count of|total number of|amount of different',
    'count',
  ],
  [
    'how many different|how many unique|how many distinct|number of different|number of unique|number of distinct|count of different|count of unique|count of distinct|count distinct|distinct count|unique count|total number of different|total number of unique|total number of distinct|count unique|count different',
    'distinct',
  ],
]);

/** Rows are counted, whatever they are about. */
export const HOW_OFTEN = set('how often|how many times|how frequently|number of times');

export const DIFFERENT = set('different|unique|distinct');

export const BY = new Phrases<'by' | 'per' | 'each' | 'split'>([
  [
    'by|in terms of|grouped by|group by|according to|depending on|by each|by every|across|over each|across all|across the|over all|based on',
    'by',
  ],
  ['per|for each|for every|in each|in every|of each|of every|for all|from each|from every|on each|on every', 'per'],
  ['each|every|for each of|within each|within every', 'each'],
  [
    'split by|split into|split across|broken down by|break down by|breakdown by|broken out by|split up by|segmented by|divided by group|separated by|split over|divided into',
    'split',
  ],
]);

export const GRAINS = new Phrases<TimeGrain>([
  ['day|days|date|dates|calendar day|the day|single day', 'day'],
  ['week|weeks|calendar week|calendar weeks', 'week'],
  ['month|months|calendar month|calendar months', 'month'],
  ['quarter|quarters|calendar quarter', 'quarter'],
  ['year|years|calendar year|calendar years', 'year'],
]);

export const GRAIN_ADJECTIVES = new Phrases<TimeGrain>([
  ['daily', 'day'],
  ['weekly', 'week'],
  ['monthly', 'month'],
  ['quarterly', 'quarter'],
  ['yearly|annual|annually', 'year'],
]);

export const SEASONS = new Phrases<Season>([
  ['weekday|weekdays|day of week|day of the week|days of the week|days of week|day in the week', 'weekday'],
  ['month of year|month of the year|months of the year|month in the year', 'month'],
  ['hour|hours|hour of day|hour of the day|hours of the day|time of day', 'hour'],
  ['quarter of year|quarter of the year', 'quarter'],
]);

export const OVER_TIME = set(
  'over time|through time|develop over time|develop|developed|develops|developing|trend|trending|trends|trend of|timeline|development|evolution|time series|over the years|history|trendline|over the period|by time|through the years|over the months',
);

export const COMPARISONS = new Phrases<Comparison>([
  [
    'over|above|greater than|more than|larger than|bigger than|higher than|exceeding|exceeds|exceed|in excess of|older than|>|greater|beyond|upwards of more than',
    '>',
  ],
  [
    'at least|no less than|not less than|not under|not below|>=|minimum of|a minimum of|no fewer than|greater than or equal to|from at least',
    '>=',
  ],
  ['under|below|less than|fewer than|smaller than|lower than|younger than|<|cheaper than', '<'],
  [
    'at most|no more than|not more than|not over|not above|up to|<=|a maximum of|maximum of|less than or equal to',
    '<=',
  ],
  ['=|equal|equals|equal to|exactly', '='],
  ['!=|not equal to|not equal|different from', '!='],
]);

export const OR_MORE = new Phrases<Comparison>([
  ['+|or more|or above|or older|or higher|or over|and above|and up|and more|or greater|and over', '>='],
  ['or less|or below|or lower|or under|and below|or fewer|and under', '<='],
]);

export const NOT = new Phrases<'without' | 'not'>([
  [
    'excluding|exclude|except|except for|without|leaving out|leave out|ignoring|other than|apart from|besides|all but|everything but|everything except|not including|do not include|not counting|excl|minus the|with no|that have no|having no|no|outside|outside of|that do not have|who have no|that did not have|with out|net of|skipping|disregarding|remove|removing|filter out|filtering out|taking out|take out',
    'without',
  ],
  [
    'neither|neither from|neither in|not|is not|are not|was not|were not|not in|not from|not for|not the|that are not|which are not|that were not|that is not|not on|non',
    'not',
  ],
]);

export const ONLY = set(
  'only|solely|exclusively|only the|only for|only in|restricted to|limited to|filtered to|filtered by|filter by|filter to|specifically|including only|just the|just for|just in|nothing but',
);
export const WITH = set(
  'including|include|incl|with|having|that have|that had|which have|which had|who have|who had|that has|containing only|that are|which are|that were|which were|that is|which is|who are|who is|where there is|where there was|being|marked|marked as|flagged|flagged as|were|been',
);

export const CHARTS = new Phrases<ChartWish | 'any'>([
  ['bar|bars|column|columns|bar chart|bar graph|column chart|barchart|bar plot|bar charts', 'bar'],
  [
    'stacked|stacked bar|stacked bars|stacked bar chart|stacked chart|stacked bar graph|stacked column chart',
    'stacked',
  ],
  ['line|lines|line chart|line graph|linechart|line plot', 'line'],
  ['area|area chart|area graph', 'area'],
  ['pie|pie chart|piechart|donut|doughnut|donut chart|pie graph', 'pie'],
  ['scatter|scatter plot|scatterplot|scatter chart|dot plot', 'scatter'],
  ['table|a table|tabular form|numbers only|table only|text', 'none'],
  ['chart|graph|plot|picture|visual|visualisation|visualization|diagram|figure', 'any'],
]);
export const DRAW = set(
  'plot|chart|graph|draw|visualise|visualize|draw me|plot me|picture|chart of|graph of|plot of|a chart of|a graph of|a plot of|diagram|diagram of',
);

export const VERSUS = set(
  'vs|versus|against|compared to|compared with|in comparison to|in comparison with|relative to|v',
);
export const COMPARE = set(
  'compare|comparison|comparing|comparison of|comparison between|compare between|difference between|differences between|the difference between|how does|how do|contrast',
);

/** Every fixed word: never taken for part of a column's name or for a misspelt one. */
export const RESERVED: ReadonlySet<string> = new Set(
  [
    FILLERS,
    SHOW,
    AGGREGATES,
    HOW_OFTEN,
    DIFFERENT,
    BY,
    GRAIN_ADJECTIVES,
    OVER_TIME,
    COMPARISONS,
    OR_MORE,
    NOT,
    ONLY,
    WITH,
    DRAW,
    VERSUS,
    COMPARE,
  ].flatMap((phrases) => phrases.words()),
);
