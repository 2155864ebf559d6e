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
income, earnings | einkommen
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
betrag: amount, summe
bezahlt am: paid on, payment date, zahlungsdatum
birth: number of births, geburten
body mass: weight, mass, body weight
bruttobetrag: gross amount, gross, brutto
case no: case, case number
case number: case
certificate: age rating
city: town, stadt, ort
customer name: customer
date: day, datum
death: number of deaths, fatalities
departure delay: delay, departure lateness
displacement: engine size
einzelpreis: unit price, price, preis
embarked: port, port of embarkation, boarded at
fare: ticket price, price paid
fällig am: due date, due, fälligkeit
gross: box office, revenue, earnings
horsepower: hp, power
length of stay: stay, los, days in hospital, nights, liegedauer
median: median salary, median pay, median earnings, salary
menge: quantity, units
month: monat
mpg: miles per gallon, fuel economy, fuel efficiency, mileage, gas mileage
mwst satz: vat rate, tax rate, steuersatz
name: title
nettobetrag: net amount, net, netto
number of vote: votes
parents and child: parents or children
class: passenger class, travel class, cabin class, ticket class
plz: zip, zip code, postcode, postal code, postleitzahl
postal code: zip, zip code, postcode, plz
quantity: units, units sold
quarter: quartal
rechnungsdatum: invoice date, date, datum
rechnungsnummer: invoice number, invoice
running time: runtime, length, duration
runtime: length, running time, minutes, how long
segment: customer segment, customer type
sibling and spouse: siblings or spouses
tail number: plane, aircraft
title: name, titel
total bill: bill, bill amount, cheque, check
unemployment rate: unemployment, joblessness
unit: quantity, pieces, units sold
unit cost: cost per unit
unit price: price per unit, price
units on hand: stock, inventory, on hand, bestand, lagerbestand
vote: number of votes
week: woche
weekday: day of the week, day, wochentag
wochentag: weekday
year: jahr
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
