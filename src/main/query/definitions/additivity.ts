import type { ColumnRole } from '#contract';
import type { AddsUp, FieldDefinition } from '#contract/definitions';
import { plainWords } from './abbreviations';
import { hasAny, singular, wordSet } from './words';

/** What there is at a moment: it adds up over places and things, and not over time. */
const STOCKS = wordSet(
  'stock inventory balance population pop inhabitants residents headcount backlog subscribers members followers capacity beds bestand lagerbestand saldo einwohner einwohnerzahl bevölkerung bevölkerungsstand bevoelkerungsstand kontostand mitarbeiterzahl holdings outstanding debt reserves pipeline',
);
const STOCK_PHRASES =
  /on hand|in stock|at hand|open (tickets?|orders?|items?|cases?)|active (users?|cases?|customers?|accounts?)|number of employees|registered voters/;
/** What is measured of each thing, or is a price, a rate, a rank: a mean says something of it and a sum does not. */
const NEVER = wordSet(`
  price preis einzelpreis stückpreis rate ratio quote satz percent percentage pct share anteil index score rating stars rank ranking
  position grade gpa quality level age alter year jahr temperature temp temperatur humidity pressure ph density concentration speed velocity
  pace voltage volt current frequency latitude lat longitude lon lng altitude elevation height width depth length thickness diameter
  radius angle bmi iq mpg horsepower displacement acceleration efficiency mileage percentile probability likelihood satisfaction nps
  tenure experience expectancy fertility literacy seniority wind gust visibility brightness ppm co2 decibel alcohol acidity sugar chloride sulphate magnesium ash
  proline phenol flavanoid hue carat metascore imdb discount rabatt margin marge salinity turbidity heartrate pulse glucose cholesterol
  median mean average avg mittelwert durchschnitt min max minimum maximum std stddev deviation variance z zscore threshold limit target
  reorder lag version priority battery mass rh likert tempo loudness danceability energylevel valence popularity
  tmax tmin tavg tmean adr kurs schlusskurs windspeed aqi pm25 pm10 ozone note zensur
`);
const ADDS = wordSet(`
  amount total sum betrag summe revenue sales turnover umsatz cost expense spend spending budget fee tax vat tip fare profit loss gewinn
  verlust quantity qty units pieces menge stück count number anzahl visits clicks views impressions sessions signups downloads installs
  orders votes ballots births deaths cases tests visitors passengers rides trips goals points medals calls messages distance rain
  rainfall snowfall precipitation consumption production output energy emissions volume hours minutes debit credit payment nettobetrag
  bruttobetrag gross net salary wage pay bonus freight duration prcp precip niederschlag regen sunshine snow defect reject scrap
  ausschuss downtime stillstand donation gift conversion attendance spectator zuschauer pageview nights amt income premium rent
  individual person people injured killed casualty adult child kid guest participant attendee
`);
/** Masses of what is carried, sold or thrown away add up; of animals and cars they do not. */
const CARRIED = wordSet(
  'shipment package parcel order delivery load waste harvest catch freight cargo invoice sale purchase transport',
);
/** Ends of names that are written in one, `UNRATE` and `Kassenbestand`: German puts there what it is, and so do short forms. */
const ENDS = {
  always: /.{2}(?:umsatz|kosten|betrag|anzahl|menge|summe|stunden|sales|count|amount|total)$/,
  not_over_time: /.{3}(?:bestand|bestände|saldo|stock|balance|inventory|population)$/,
  never:
    /.{2}(?:rate|ratio|quote|(?:steuer|zins|hebe|beitrags|stunden)satz|preis|einheit|anteil|index|score|grad|temp|breite|länge|dichte|note|alter)$/,
} as const;
const OF_EACH =
  /(^| )(per|pro|je|each)( |$)|^unit (cost|price|value|charge|fee|weight)|^(avg|average|mean|median|min|max|low|high)( |$)| (avg|mean|median|min|max)$/;
const TOTAL_OF_EACH = /(^| )(total|amount|sum)( |$)/;
/** Prices of a day, as files of shares have them. */
const QUOTES = /^(adj(usted)? )?(open|high|low|close|closing|opening|last)( price)?$/;
/** What was made or used, by whatever source. */
const ENERGY = /^[kMGT]?Wh$/;
const NOT_USED = wordSet('battery capacity battery storage akku kapazität rated');
/** Goals of either side, which a score of one thing alone is not. */
const SIDE_OF_MATCH = /^(home|away|heim|gast|visitor|opponent)( team)? (score|goals|points|tore)$/;
const WAIT = wordSet('response wait waiting resolution reply handling turnaround cycle lead stay delay latency');

/** A question with its scale: `How likely are you to recommend us? (0-10)`. */
const SCALE = /\?|\(\s*[01]\s*[-–]\s*(5|7|10|100)\s*\)|^q\d+$|(^|\s)(likely|satisfied|agree|recommend|easy)(\s|$)/i;

/** Where something is says nothing of what is measured of it. */
const PLACES = wordSet('latitude lat longitude lon lng');
export const isPlace = (name: string): boolean => hasAny(plainWords(name).map(singular), PLACES);

export interface AddedColumn {
  name: string;
  role: ColumnRole;
  unit: FieldDefinition['unit'];
  /** What rows are. */
  entity: readonly string[];
}

/** Whether a column's values add up, as far as its name, unit and role tell; null where they tell nothing. */
export function addsUpByName({ name, role, unit, entity }: AddedColumn): AddsUp | null {
  if (role !== 'measure' && role !== 'flag') return 'never';
  if (role === 'flag') return 'always';
  const words = plainWords(name).filter((word) => !/^\d+$/.test(word));
  const text = words.join(' ');
  if (
    unit?.kind === 'percent' ||
    text.includes('%') ||
    (unit?.kind === 'named' && /\/|^(%|°C|°F|V|K|kn|dB|hPa|mbar|psi|ppm|ppb)$/.test(unit.name))
  )
    return 'never';
  const single = words.map(singular);
  if (QUOTES.test(text)) return 'never';
  if (STOCK_PHRASES.test(text)) return 'not_over_time';
  if (OF_EACH.test(text) && !TOTAL_OF_EACH.test(text.replace(OF_EACH, ''))) return 'never';
  if (single.includes('weight') || single.includes('gewicht')) return hasAny(entity, CARRIED) ? 'always' : 'never';
  const head = single.at(-1) ?? '';
  if (hasAny(single, STOCKS) && !ADDS.has(head)) return 'not_over_time';
  if (unit?.kind === 'named' && ENERGY.test(unit.name) && !hasAny(single, NOT_USED)) return 'always';
  if (SIDE_OF_MATCH.test(text)) return 'always';
  if (hasAny(single, WAIT) || SCALE.test(name)) return 'never';
  // The last word says what it is, those before it of what: a discount amount adds up, an amount discount does not.
  if (NEVER.has(head)) return TOTAL_OF_EACH.test(text) && (head === 'price' || head === 'length') ? 'always' : 'never';
  if (ADDS.has(head)) return 'always';
  if (hasAny(single, NEVER)) return single.includes('amount') || single.includes('count') ? 'always' : 'never';
  if (hasAny(single, ADDS)) return 'always';
  for (const adds of ['always', 'not_over_time', 'never'] as const) if (ENDS[adds].test(head)) return adds;
  return null;
}

type ColumnValues = Pick<FieldDefinition, 'type' | 'min' | 'max' | 'distinct'>;

/** Fewer different ones tell nothing of what a column holds. */
const TELLING = 12;
/** What is sold or carried is now little and now much; a rate or an index stays within bounds. */
const NARROW = 2.5;

const isBroken = ({ type, distinct }: ColumnValues): boolean => type !== 'integer' && distinct >= TELLING;
/** Fractions of one: a sum of them says nothing, whatever they are called. */
export const isFraction = (values: ColumnValues): boolean =>
  isBroken(values) && Number(values.min) >= 0 && Number(values.max) <= 1;
/** Numbers that never leave a narrow band. */
export const isLevel = (values: ColumnValues): boolean =>
  isBroken(values) && Number(values.min) > 0 && Number(values.max) <= Number(values.min) * NARROW;

const CUMULATIVE = /(^| )(cum|cumulative|cumulated|kumuliert|running|ytd|to date|so far)( |$)/;
const NOT_CUMULATIVE = /running (time|distance|speed|shoes)/;

/** Whether a number's name says outright that it is the total so far; what values say is in the profile's notes. */
export function isCumulativeByName(name: string): boolean {
  const text = plainWords(name).join(' ');
  return CUMULATIVE.test(text) && !NOT_CUMULATIVE.test(text);
}
