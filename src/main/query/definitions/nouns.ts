import type { ColumnProfile, DatasetProfile } from '#contract';
import { plainWords } from './abbreviations';
import { withoutFrame } from './synonyms';
import { unitInName } from './units';
import { nameWords, singular, wordSet } from './words';

/** What a thing in a row is also called; the first of each line and the others all stand for one another. */
const KINDS = `
account, konto
adult, person, people, individual
animal
answer, response, reply, antwort, respondent, participant, person, people
application, applicant
athlete, sportsman, sportsperson, competitor
author, writer
birth, baby, newborn
bill, meal, check, party, visit
booking, reservation, buchung
call, phone call, anruf
campaign, kampagne
charger, charging station, charging point
ladeeinrichtung, ladesäule, ladestation, säule
car, vehicle, auto
case
city, town, stadt
claim
company, firm, business, organisation, organization, unternehmen, firma
contact, kontakt
country, nation, land
customer, client, buyer, kunde
day, tag
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
keyword, search term, query
inspection
invoice, bill, rechnung
iris, flower, plant
lead
laureate, winner, prize, person, people
loan, application, credit
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
product, item, article, produkt, artikel, sku
race, rennen
rating, review
reading, measurement, observation, messung
record, entry
respondent, participant, person, people
restaurant, eatery, place, venue, diner
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
video game, game, title
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
  [['tail number'], 'flight'],
  [['carrier', 'origin', 'dest'], 'flight'],
  [['carrier', 'flight'], 'flight'],
  [['siblings and spouses'], 'passenger'],
  [['total bill', 'tip'], 'bill'],
  [['mpg', 'cylinders'], 'car'],
  [['city mileage', 'highway'], 'car'],
  [['highway', 'cylinders'], 'car'],
  [['fuel', 'transmission'], 'car'],
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
  [['bedrooms', 'price'], 'house'],
  [['bedroom', 'price'], 'house'],
  [['rooms', 'price'], 'house'],
  [['living area', 'price'], 'house'],
  [['magnitude'], 'earthquake'],
  [['pickup', 'dropoff'], 'trip'],
  [['pickup datetime', 'dropoff datetime'], 'trip'],
  [['platform', 'publisher'], 'video game'],
  [['arrival date', 'adults'], 'booking'],
  [['appointment'], 'appointment'],
  [['buchungstag'], 'buchung'],
  [['buchungsdatum', 'betrag'], 'buchung'],
  [['transaction date', 'amount'], 'transaction'],
  [['home world'], 'character'],
  [['loan', 'job'], 'customer'],
  [['loan amount', 'applicant income'], 'loan'],
  [['study time'], 'student'],
  [['acousticness'], 'song'],
  [['respondent'], 'respondent'],
  [['temperature'], 'reading'],
  [['humidity'], 'reading'],
  [['major', 'median'], 'major'],
  [['room type', 'minimum nights'], 'listing'],
  [['smoker', 'bmi'], 'person'],
  [['workclass', 'occupation'], 'person'],
  [['glucose'], 'patient'],
  [['cholesterol', 'age'], 'patient'],
  [['winery'], 'wine'],
  [['danceability'], 'song'],
  [['attack', 'defense'], 'pokemon'],
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
/** How a table is laid out: a file of flats is called so in the plural. */
const FORMS: ReadonlySet<string> = new Set(['flat', 'long', 'wide', 'tidy']);
/** What there is more or less of, and no number, though it looks like a number of things. */
const UNCOUNTED = wordSet(
  'feedback spend spending housing sensors sensor mpg tips saving earning taking happiness diabetes sales prices temperatures heart',
);
/** Words before a noun that make no kind of their own. */
const isNumberWord = (word: string): boolean => /\d/.test(word) || word.length < 3;

/** "Kundenliste" is of what it lists, where that is known as a kind of thing. */
function listed(word: string): string | null {
  const what = LISTS.exec(word)?.[1];
  if (what === undefined) return null;
  const written = what.replaceAll('ae', 'ä').replaceAll('oe', 'ö').replaceAll('ue', 'ü');
  return [what, written].flatMap((noun) => [noun, noun.slice(0, -1), noun.slice(0, -2)]).find(isKind) ?? null;
}
const LISTS = /^(\p{L}{4,})(?:register|verzeichnis|liste|kataster|übersicht|uebersicht|aufstellung)$/u;

/**
 * The noun of a file's name: `hospital_stays_2023.csv` is of stays. A word that is neither written as several things nor
 * known as a kind of thing may be anything: the name of a program, of an office, or of what there is only more or less of.
 */
export function nounOfSource(source: string): string[] {
  const words = plainWords(source.replace(/\.[a-z0-9]{2,7}(?= |$)/gi, ' ')).filter(
    (word) => !isNumberWord(word) && !FORMS.has(word) && !NOT_NOUNS.has(singular(word)),
  );
  const last = listed(words.at(-1) ?? '') ?? words.at(-1);
  const noun = last && !/.sales$/.test(last) ? singular(last) : null;
  if (!last || noun === null || UNCOUNTED.has(noun) || !(noun !== last || isKind(noun))) return [];
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
  const noun = singular(words[0] ?? '').replace(/s?(nummer|nr|kennung)$/, '');
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
    const words = plainWords(column.name);
    const last = words.at(-1) ?? '';
    if (['name', 'on', 'at', 'am'].includes(last)) return [];
    const noun = singular(withoutFrame(words).at(-1) ?? '');
    if (/^(row|line|index|unnamed|unique|zip|postal|post|country|iso|area|reference|id|no)$/.test(noun)) return [];
    return [{ noun, unique: rows > 1 && column.distinct >= rows && column.nulls === 0 }];
  });
}

/** What any row is. */
const WEAK = new Set(['record', 'entry', 'line', 'item', 'object', 'datensatz', 'eintrag', 'zeile']);

/**
 * Nouns for one row, the likeliest first: of an id that each row has another of, of the file's name, of columns that only
 * one kind of thing has. What several rows belong to, such as the order of order lines, is none.
 */
export function nounsOf(profile: DatasetProfile, source: string): string[] {
  const ids = idColumns(profile);
  const shared = new Set(ids.filter(({ unique }) => !unique).map(({ noun }) => noun));
  const measures = profile.columns
    .filter(({ role, type, distinct }) => role === 'measure' && type !== 'text' && distinct > 0)
    .map(({ name }) => nameWords(name).map(singular));
  const counted = new Set(measures.flatMap(([only = '', ...others]) => (others.length === 0 ? [only] : [])));
  const measured = new Set(measures.flatMap((words) => words.at(-1) ?? []));
  const unique = [...ids.filter((id) => id.unique).map(({ noun }) => noun), ...firstNoun(profile)];
  const names = profile.columns.map(({ name }) => plainWords(unitInName(name).rest));
  const marked = MARKS.filter(([marks]) => marks.every((mark) => hasColumn(names, mark))).map(([, noun]) => noun);
  const named = nounOfSource(source);
  const [head = ''] = named;
  const isAmount = counted.has(head) || (marked.length > 0 && measured.has(head));
  const ofFile = shared.has(head) || (isAmount && !isNamedByNumber(profile, head)) ? [] : named;
  // A file's name may be a name: of what nobody knows as a kind of thing, columns tell more.
  const [sure, weak] = [unique.filter((noun) => !WEAK.has(noun)), unique.filter((noun) => WEAK.has(noun))];
  const ordered = isKind(head) || sure.length === 0 ? [...ofFile, ...marked, ...weak] : [...marked, ...ofFile];
  const isDaily = profile.columns.some(
    ({ type, distinct }) => type === 'date' && profile.rows > 1 && distinct >= profile.rows,
  );
  const daily = isDaily && unique.length === 0 ? ['day'] : [];
  const nouns = new Set<string>();
  for (const noun of [...sure, ...ordered, ...daily].filter((noun) => noun !== '' && !shared.has(noun))) {
    nouns.add(noun);
    for (const other of namesLike(noun)) if (!shared.has(other)) nouns.add(other);
  }
  return [...nouns].slice(0, 24);
}

/** Whether things of this name are known as a kind that rows can be of. */
export const isKind = (noun: string): boolean => KIND_OF.has(noun) || othersOf(noun).length > 0;
/** What else things of this name are called. */
export const namesLike = (noun: string): readonly string[] => KIND_OF.get(noun) ?? othersOf(noun);

/** Kinds that a noun is listed under, as `film` is under `movie`. */
export const othersOf = (noun: string): string[] =>
  [...KIND_OF].flatMap(([first, others]) => (others.includes(noun) ? [first, ...others] : []));

/** A column such as `flight` in flights.csv: it numbers the things, and does not count them. */
const isNamedByNumber = ({ columns, rows }: DatasetProfile, noun: string): boolean =>
  columns.some(
    ({ name, type, distinct }) =>
      name.toLowerCase() === noun && type === 'integer' && distinct > Math.min(rows / 4, 20),
  );

/** `names`: the words of each column's name. */
function hasColumn(names: readonly string[][], mark: string): boolean {
  const wanted = mark.split(' ');
  return names.some(
    (words) =>
      wanted.every((word) => words.includes(word)) &&
      (wanted.length > 1 || words.length === 1 || /petal|sepal/.test(mark)),
  );
}
