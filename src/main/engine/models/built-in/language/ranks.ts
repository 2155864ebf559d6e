import { Phrases } from './phrases';

export type Direction = 'most' | 'least';

/** `extreme` words may also ask for a single greatest value: "highest price". */
export const RANKS = new Phrases<{ direction: Direction; extreme: boolean }>([
  [
    'top|best|most|leading|strongest|greatest number of|highest number of|largest number of|the most|most of the|number one|top ranked|best of',
    { direction: 'most', extreme: false },
  ],
  [
    'bottom|worst|least|fewest|weakest|poorest|lowest number of|smallest number of|the least|the fewest',
    { direction: 'least', extreme: false },
  ],
  ['highest|largest|biggest|greatest|maximum|max', { direction: 'most', extreme: true }],
  ['lowest|smallest|minimum|min', { direction: 'least', extreme: true }],
]);
export const BUSY = new Phrases<Direction>([
  ['busiest|most active|peak', 'most'],
  ['quietest|slackest|least busy|least active', 'least'],
]);
/** Words that say what is ranked along with how: "cheapest", "hottest"; where no column has the first stem, the next one. */
export const RANKED_BY = new Phrases<{ direction: Direction; stem: string }>([
  ['most expensive|priciest|dearest', { direction: 'most', stem: 'price cost' }],
  ['cheapest|least expensive', { direction: 'least', stem: 'price cost' }],
  [
    'highest paid|best paid|top paid|most paid|highest earning|earns the most|earn the most|earned the most|earning the most|is paid the most|are paid the most|gets paid the most',
    { direction: 'most', stem: 'salary pay wage compensation income' },
  ],
  [
    'lowest paid|worst paid|least paid|lowest earning|earns the least|earn the least|earned the least|is paid the least|are paid the least|gets paid the least',
    { direction: 'least', stem: 'salary pay wage compensation income' },
  ],
  ['oldest', { direction: 'most', stem: 'age' }],
  ['youngest', { direction: 'least', stem: 'age' }],
  ['hottest|warmest', { direction: 'most', stem: 'temperature' }],
  ['coldest|coolest', { direction: 'least', stem: 'temperature' }],
  ['heaviest', { direction: 'most', stem: 'weight' }],
  ['lightest', { direction: 'least', stem: 'weight' }],
  ['longest', { direction: 'most', stem: 'duration' }],
  ['shortest', { direction: 'least', stem: 'duration' }],
  ['wettest|rainiest', { direction: 'most', stem: 'rain' }],
]);

export const NEWEST = new Phrases<Direction>([
  ['latest|newest|most recent|last', 'most'],
  ['earliest|oldest|first|initial', 'least'],
]);
