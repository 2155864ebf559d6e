import { singular } from './words';

/**
 * Words that stand for the same thing in names of columns, English and German. A comma parts them, a bar the languages;
 * those of several words are phrases. Nothing here is looked for inside other words.
 */
const SETS = `
area, region, territory, zone | gebiet
arrival | ankunft
article, product, item | artikel, produkt
attendance, visitors | besucher
birth | geburt
branch, store, shop, outlet | filiale
carrier, airline
category, kind, type | kategorie, gruppe
city, town | ort, stadt
client, customer, buyer | kunde
company, firm, organisation, organization | firma, unternehmen
cost, expense, spending | kosten, ausgabe
country, nation | land
county, district | landkreis
death, fatality
delay, lateness | verspätung
department, division, team | abteilung
departure | abflug, abfahrt
destination, dest | ziel
device, sensor | gerät
discount, rebate | rabatt
duration, runtime | dauer, laufzeit
employee, staff, worker | mitarbeiter
film, movie
gender, sex | geschlecht
gross | brutto
height, size | größe
hired, hire, joined | eingestellt
humidity, rh | luftfeuchtigkeit
income, earnings, earn, pay, salary, make | einkommen
industry, sector | branche
invoice | rechnung
job, occupation, position
manager, boss, supervisor
manufacturer, brand, make, maker | marke, hersteller
mass, weight | gewicht
net | netto
party, political party | partei
passenger, traveller
payment | zahlung
place, location, site | ort
population, pop, inhabitants, residents | einwohner
precipitation, rain, rainfall | niederschlag, regen
price | preis
profit, earnings | gewinn
quantity, pieces, qty | menge, anzahl, stück
rating, score, stars | bewertung
revenue, sales, turnover, takings | umsatz, erlös
room | raum, zimmer
salary, pay, wage, earnings, compensation, income | gehalt, lohn
salesperson, rep, seller, salesman | verkäufer
session, visit
service | leistung
shipping, delivery, freight | versand, lieferung
signup, sign up, registration | anmeldung
speed, pace | geschwindigkeit
state, province | bundesland
status, state | zustand
stock, inventory | bestand, lagerbestand
street, road | straße
student, pupil | schüler
supplier, vendor | lieferant
tax, vat | mwst, steuer
temperature, temp | temperatur
tip, gratuity | trinkgeld
username, user | benutzer
vehicle, car | auto, fahrzeug
warehouse, depot | lager
`;

/** Whole names, each with what people call it instead. */
const NAMES = `
acceleration: time to 60
age: alter, years old
amount: total, sum, betrag, summe
arrival delay: arrival lateness
average daily rate: daily rate, room rate
betrag: amount, summe
bezahlt am: paid on, payment date, zahlungsdatum
birth: number of births, geburten
body mass: weight, mass, body weight
bruttobetrag: gross amount, gross, brutto
case no: case, case number
case number: case
casual: casual users, casual riders, casual customers, occasional users
certificate: age rating
charge: cost, bill, amount charged
chest pain: chest pain type
city: town, stadt, ort
class: passenger class, travel class, cabin class, ticket class
count: total, total count, rentals, rides, trips, hires, bikes, checkouts
cp: chest pain, chest pain type
customer name: customer
date: day, datum
day of week: weekday, day of the week, wochentag
death: number of deaths, fatalities
departure delay: delay, departure lateness
displacement: engine size
distance from home: commute, way to work, distance to work
education number: years of education, education years
einzelpreis: unit price, price, preis
embarked: port, port of embarkation, boarded at
eu sales: European sales, sales in Europe, sales in the EU, Europe
fare: ticket price, price paid
fl: fuel, fuel type
fuel price: gas price, petrol price, price of fuel
fällig am: due date, due, fälligkeit
geography: country, region
global sales: worldwide, copies, copies worldwide, worldwide sales, sales worldwide, total sales, copies sold, copies sold worldwide, sales, sold worldwide, world sales
gross: box office, revenue, earnings
horsepower: hp, power
housing: housing loan, mortgage
hour per week: working hours, weekly hours, hours worked
iso code: country code, code
japan sales: Japanese sales, sales in Japan
jp sales: Japanese sales, sales in Japan, Japan sales
length of stay: stay, los, days in hospital, nights, liegedauer
loan amount term: loan term, term
long: longitude
lot area: lot size, size of the lot, land area
marital: marital status, civil status
median: median salary, median pay, median earnings, salary
menge: quantity, units
month: monat
monthly charge: monthly bill, bill per month, charge per month, monthly fee, monthly cost, bill
monthly income: salary, pay, monthly salary, monthly pay, income per month, earnings, earn, wage
mpg: miles per gallon, fuel economy, fuel efficiency, mileage, gas mileage
mwst satz: vat rate, tax rate, steuersatz
name: title
native country: country of birth, country of origin, home country
nettobetrag: net amount, net, netto
num of product: number of products, products
number company worked: previous employers, companies worked for
number of product: products
number of vote: votes
other sales: sales elsewhere, sales in other regions
outcome: result
overall rank: rank, position
parents and child: parents or children
percent salary hike: pay rise, raise, salary increase, salary raise
plz: zip, zip code, postcode, postal code, postleitzahl
postal code: zip, zip code, postcode, plz
quantity: units, units sold
quarter: quartal
rechnungsdatum: invoice date, date, datum
rechnungsnummer: invoice number, invoice
registered: registered users, registered riders, registered customers, members
running time: runtime, length, duration
runtime: length, running time, minutes, how long
sale price: price, selling price
segment: customer segment, customer type
sibling and spouse: siblings or spouses
str: straße, strasse
studytime: study time
tail number: plane, aircraft
title: name, titel
total bill: bill, bill amount, cheque, check
total of special request: special requests
unemployment rate: unemployment, joblessness
unit: quantity, pieces, units sold
unit cost: cost per unit
unit price: price per unit, price
units on hand: stock, inventory, on hand, bestand, lagerbestand
vote: number of votes
week: woche
weekday: day of the week, day, wochentag
wochentag: weekday
year: jahr, release year, year of release
year at company: years with the company, years of service, tenure, length of service, seniority, betriebszugehörigkeit
year since last promotion: time since promotion, years without promotion
`;

interface Synonyms {
  own: string[];
  other: string[];
}

const inSingular = (phrase: string): string => phrase.split(' ').map(singular).join(' ');
const listed = (text = ''): string[] =>
  text
    .split(',')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');

/** By a phrase in its singular: what else it is called in its own language, and in the other one. */
const bySet = new Map<string, Synonyms[]>();
for (const line of SETS.trim().split('\n')) {
  const [english, german] = line.split('|').map(listed);
  for (const [own = [], other = []] of [
    [english, german],
    [german, english],
  ])
    for (const phrase of own) bySet.set(inSingular(phrase), [...(bySet.get(inSingular(phrase)) ?? []), { own, other }]);
}

const byName = new Map(
  NAMES.trim()
    .split('\n')
    .map((line) => {
      const [name = '', others = ''] = line.split(':');
      return [inSingular(name), listed(others)] as const;
    }),
);

/** What else a word or a phrase is called; `mixed` in the other language as well. */
export function othersFor(phrase: string, { mixed }: { mixed: boolean }): string[] {
  const key = inSingular(phrase);
  const sets = bySet.get(key) ?? [];
  return sets
    .flatMap(({ own, other }) => (mixed ? [...own, ...other] : own))
    .filter((other) => inSingular(other) !== key);
}

/** What people call a whole name. */
export const otherNames = (phrase: string): readonly string[] => byName.get(inSingular(phrase)) ?? [];

const known = new Set(
  [...bySet, ...byName]
    .flatMap(([phrase]) => phrase.split(' '))
    .concat([...byName.values()].flat().flatMap((name) => name.split(' '))),
);
/** Whether this is a word of the tables, and no two written as one. */
export const isKnownWord = (word: string): boolean => known.has(word) || known.has(singular(word));
