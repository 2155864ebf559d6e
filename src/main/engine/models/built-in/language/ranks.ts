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
/** Words that say what is ranked along with how: "cheapest", "hottest". */
export const RANKED_BY = new Phrases<{ direction: Direction; stem: string }>([
  ['most expensive|priciest|dearest', { direction: 'most', stem: 'price' }],
  ['cheapest|least expensive', { direction: 'least', stem: 'price' }],
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
