import type { ColumnProfile, DatasetProfile } from '#contract';
import { withoutFrame } from './synonyms';
import { unitInName } from './units';
import { nameWords, singular, wordSet } from './words';

/** What a thing in a row is also called; the first of each line and the others all stand for one another. */
const KINDS = `
account, konto
animal
answer, response, reply, antwort
application, applicant
athlete, sportsman, sportsperson, competitor
author, writer
birth, baby, newborn
bill, meal, check, party, visit
booking, reservation, buchung
call, phone call, anruf
car, vehicle, auto
case
city, town, stadt
claim
company, firm, business, organisation, organization, unternehmen, firma
country, nation, land
customer, client, buyer, kunde
deal, opportunity
diamond, stone, gem, jewel
delivery, shipment, lieferung
earthquake, quake
employee, person, people, worker, staff, colleague, mitarbeiter
event, ereignis
film, movie, picture
flight, flug
game, match, spiel
house, home, property, listing
incident, accident, unfall
inspection
invoice, bill, rechnung
iris, flower, plant
lead
laureate, winner, prize, person, people
listing, property, apartment, flat, place, accommodation, home
major, field of study, degree
medal
movie, film
order, purchase, bestellung, auftrag
participant, subject, proband
passenger, person, people, traveller
patient, person, people
payment, zahlung
penguin, bird, animal
person, people, individual
pokemon, monster, creature
player, person
post, article
precinct, polling place
product, item, article, produkt, artikel
race, rennen
rating, review
reading, measurement, observation, messung
record, entry
respondent, participant, person, people
ride, trip
sale, transaction, verkauf
school, schule
shipment, delivery
song, track
state
stay, hospital stay, admission, hospitalisation, hospitalization, discharge, patient
student, pupil, person, people, schüler
subscription, subscriber, abo
survey, response
survivor
team, club
ticket, issue, request
title, show
transaction, payment, buchung
trip, ride, journey, fahrt
user, person, people, nutzer
visit, session
whisky, whiskey, bottle
wine, bottle
worker, person, people
`;
const KIND_OF = new Map(
  KINDS.trim()
    .split('\n')
    .map((line) => line.split(',').map((noun) => noun.trim()))
    .map(([first = '', ...others]) => [first, others] as const),
);

/** Columns that only one kind of thing has; all of a line's must be there. */
const MARKS: readonly (readonly [marks: readonly string[], noun: string])[] = [
  [['tailnum'], 'flight'],
  [['carrier', 'origin', 'dest'], 'flight'],
  [['carrier', 'flight'], 'flight'],
  [['pclass'], 'passenger'],
  [['sibsp'], 'passenger'],
  [['total bill', 'tip'], 'bill'],
  [['mpg', 'cylinders'], 'car'],
  [['mpg', 'cyl'], 'car'],
  [['flipper length'], 'penguin'],
  [['bill depth'], 'penguin'],
  [['petal'], 'iris'],
  [['sepal'], 'iris'],
  [['cultivar'], 'wine'],
  [['fixed acidity'], 'wine'],
  [['malic acid'], 'wine'],
  [['carat'], 'diamond'],
  [['director', 'genre'], 'film'],
  [['director', 'runtime'], 'film'],
  [['platform', 'publisher'], 'game'],
  [['medal'], 'medal'],
  [['bedrooms'], 'house'],
  [['magnitude'], 'earthquake'],
  [['acousticness'], 'song'],
  [['respondent'], 'respondent'],
  [['temperature'], 'reading'],
  [['humidity'], 'reading'],
  [['temp'], 'reading'],
  [['major', 'median'], 'major'],
  [['room type', 'minimum nights'], 'listing'],
  [['smoker', 'bmi'], 'person'],
  [['workclass', 'occupation'], 'person'],
  [['glucose', 'bmi'], 'patient'],
  [['chol', 'age'], 'patient'],
  [['cholesterol', 'age'], 'patient'],
  [['winery'], 'wine'],
  [['danceability'], 'song'],
  [['attack', 'defense'], 'pokemon'],
  [['sqft living'], 'house'],
  [['calories', 'sugars'], 'cereal'],
  [['cap shape'], 'mushroom'],
  [['net worth', 'name'], 'person'],
  [['attrition'], 'employee'],
  [['churn'], 'customer'],
  [['math score'], 'student'],
  [['g1', 'g2', 'g3'], 'student'],
];

const NOT_NOUNS = wordSet(
  'data dataset export file list report table sheet sample final copy test all new csv tsv json xlsx parquet by of and the per for from with monthly daily weekly yearly annual total raw clean stats statistics results summary overview q1 q2 q3 q4 january february march april may june july august september october november december jan feb mar apr jun jul aug sep oct nov dec daten liste tabelle auswertung',
);
/** What there is more or less of, and no number. */
const UNCOUNTED = wordSet(
  'stock inventory traffic weather payroll feedback spend spending finance equipment turnover revenue weight energy budget covid election population climate electricity housing income performance hr crm staffing gdp wetter umsatz lager bestand sensors sensor price temperature mpg tips saving earning taking',
);
/** Words before a noun that make no kind of their own. */
const isNumberWord = (word: string): boolean => /\d/.test(word) || word.length < 3;

/** The noun of a file's name: `hospital_stays_2023.csv` is of stays. */
export function nounOfSource(source: string): string[] {
  const words = nameWords(source.replace(/\.[a-z0-9]{2,7}(?= |$)/gi, ' ')).filter(
    (word) => !isNumberWord(word) && !NOT_NOUNS.has(singular(word)),
  );
  const last = words.at(-1);
  const noun = last && !/.sales$/.test(last) ? singular(last) : null;
  // Listings can be counted, marketing cannot.
  if (noun === null || UNCOUNTED.has(noun) || (noun.endsWith('ing') && noun === last)) return [];
  const before = words.at(-2);
  return before ? [noun, `${before} ${noun}`] : [noun];
}

/** How many there are is no number of one. */
const COUNTS = wordSet('count total sum anzahl');

const isId = ({ name, role, type }: ColumnProfile): boolean => {
  const words = nameWords(name);
  if (COUNTS.has(words.at(-1) ?? '')) return false;
  return withoutFrame(words).length < words.length && (role === 'id' || type === 'text' || type === 'integer');
};

const NO_THING = wordSet(
  'name title email description date text comment url address label value note row index unnamed time id',
);

/** A first column with another word in each row, called by a noun: `Precinct`. */
function firstNoun({ columns: [first], rows }: DatasetProfile): string[] {
  const words = first ? nameWords(first.name) : [];
  const noun = singular(words[0] ?? '').replace(/s?(nummer|kennung)$/, '');
  if (!first || words.length !== 1 || first.type !== 'text' || rows < 2 || first.distinct < rows) return [];
  return NO_THING.has(noun) || noun.length < 3 ? [] : [noun];
}

interface IdColumn {
  noun: string;
  /** One for each row. */
  unique: boolean;
}

function idColumns({ columns, rows }: DatasetProfile): IdColumn[] {
  return columns.filter(isId).flatMap((column) => {
    const words = nameWords(column.name);
    const last = words.at(-1) ?? '';
    if (['name', 'on', 'at', 'am'].includes(last)) return [];
    const noun = singular(withoutFrame(words).at(-1) ?? '');
    if (/^(row|line|index|unnamed|zip|postal|post|country|iso|area|reference|id|no)$/.test(noun)) return [];
    return [{ noun, unique: rows > 1 && column.distinct >= rows && column.nulls === 0 }];
  });
}

/**
 * Nouns for one row, the likeliest first: of an id that each row has another of, of the file's name, of columns that only
 * one kind of thing has. What several rows belong to, such as the order of order lines, is none.
 */
export function nounsOf(profile: DatasetProfile, source: string): string[] {
  const ids = idColumns(profile);
  const shared = new Set(ids.filter(({ unique }) => !unique).map(({ noun }) => noun));
  const counted = new Set(
    profile.columns
      .filter(({ role, type, distinct }) => role === 'measure' && type !== 'text' && distinct > 0)
      .filter(({ name }) => nameWords(name).length === 1)
      .map(({ name }) => singular(name.toLowerCase())),
  );
  const unique = [...ids.filter((id) => id.unique).map(({ noun }) => noun), ...firstNoun(profile)];
  const named = nounOfSource(source);
  const [head = ''] = named;
  const ofFile = shared.has(head) || (counted.has(head) && !isNamedByNumber(profile, head)) ? [] : named;
  const marked = MARKS.filter(([marks]) => marks.every((mark) => hasColumn(profile, mark))).map(([, noun]) => noun);
  const nouns = new Set<string>();
  for (const noun of [...unique, ...ofFile, ...marked].filter((noun) => noun !== '' && !shared.has(noun))) {
    nouns.add(noun);
    for (const other of KIND_OF.get(noun) ?? othersOf(noun)) if (!shared.has(other)) nouns.add(other);
  }
  return [...nouns].slice(0, 24);
}

/** Kinds that a noun is listed under, as `film` is under `movie`. */
const othersOf = (noun: string): string[] =>
  [...KIND_OF].flatMap(([first, others]) => (others.includes(noun) ? [first, ...others] : []));

/** A column such as `flight` in flights.csv: it numbers the things, and does not count them. */
const isNamedByNumber = ({ columns, rows }: DatasetProfile, noun: string): boolean =>
  columns.some(
    ({ name, type, distinct }) =>
      name.toLowerCase() === noun && type === 'integer' && distinct > Math.min(rows / 4, 20),
  );

function hasColumn({ columns }: DatasetProfile, mark: string): boolean {
  const wanted = mark.split(' ');
  return columns.some(({ name }) => {
    const words = nameWords(unitInName(name).rest);
    return (
      wanted.every((word) => words.includes(word)) &&
      (wanted.length > 1 || words.length === 1 || /petal|sepal/.test(mark))
    );
  });
}
