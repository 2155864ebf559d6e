/**
 * What analysts' files are about: each line is one kind of thing, by all the words for it. The first is its head; the part
 * after the bar is German. A word may stand in several lines; `@` marks people.
 */
export const THINGS = `
@ sales rep, rep, representative, salesperson, salesman, saleswoman, salespeople, seller, owner, deal owner, account owner, account manager, account executive, closer, sales agent, agent, assigned to, handled by | Verkäufer, Verkäuferin, Vertreter, Vertriebler, Betreuer, Ansprechpartner, Zuständiger, Außendienst
@ support agent, agent, assignee, assigned to, handler, technician, operator, resolver, staff, caseworker, advisor, adviser, engineer | Bearbeiter, Sachbearbeiter, Techniker, Berater, Mitarbeiter
@ customer, client, account, buyer, purchaser, shopper, consumer, company, organisation, organization, business, firm, debtor, bill to, sold to, customer name, account name | Kunde, Kundin, Kundschaft, Auftraggeber, Debitor, Käufer, Besteller
@ guest, visitor, traveller, traveler, tourist, booker, customer, holidaymaker | Gast, Besucher, Reisender, Urlauber
@ patient, case, inpatient, outpatient | Patient, Patientin, Fall
@ member, subscriber, user, participant, customer, membership | Mitglied, Abonnent, Teilnehmer, Nutzer
@ user, username, login, visitor, account, player, member | Nutzer, Benutzer, Anwender
@ student, pupil, learner, trainee, schoolchild, child, kid, candidate, examinee | Schüler, Schülerin, Student, Studentin, Auszubildender, Azubi, Kind, Prüfling
@ teacher, instructor, trainer, coach, lecturer, professor, tutor, faculty member, teaching staff | Lehrer, Lehrerin, Dozent, Trainer, Lehrkraft, Professor, Kursleiter
@ employee, worker, staff member, staff, colleague, team member, person, labourer, employee name | Mitarbeiter, Mitarbeiterin, Beschäftigter, Angestellter, Arbeitnehmer, Kollege, Personal
@ manager, boss, supervisor, line manager, team lead, lead, reports to, head, superior | Chef, Vorgesetzter, Leiter, Leitung, Führungskraft
@ doctor, physician, clinician, practitioner, gp, surgeon, consultant, specialist, provider, medic, therapist, dentist | Arzt, Ärztin, Doktor, Behandler, Facharzt, Therapeut
@ nurse, carer, caregiver | Pfleger, Pflegekraft, Schwester
@ driver, courier, rider, chauffeur, trucker, cyclist | Fahrer, Fahrerin, Kurier
@ player, athlete, scorer, competitor, sportsman, sportswoman, runner, swimmer, footballer, contestant | Spieler, Spielerin, Athlet, Sportler, Läufer, Torschütze
team, club, side, squad, franchise | Mannschaft, Verein, Klub, Team
home team, home, home side, host, hosts, home club | Heim, Heimmannschaft, Heimverein, Gastgeber
away team, away, away side, visitors, visiting team, away club | Gast, Gastmannschaft, Gäste, Auswärtsmannschaft
opponent, opposition, rival, against, versus | Gegner
referee, umpire, ref, official | Schiedsrichter
@ supplier, vendor, manufacturer, provider, contractor, subcontractor, creditor, supplied by | Lieferant, Anbieter, Zulieferer, Kreditor, Dienstleister
@ payee, merchant, counterparty, recipient, beneficiary, vendor, shop, paid to | Empfänger, Händler, Zahlungsempfänger, Begünstigter
@ author, writer, created by, novelist | Autor, Autorin, Verfasser, Schriftsteller
@ artist, band, singer, musician, performer, act | Künstler, Band, Sänger, Interpret
@ director, filmmaker, directed by | Regisseur, Regie
@ landlord, host, owner, lessor, proprietor | Vermieter, Eigentümer, Gastgeber, Besitzer
@ tenant, renter, lessee, resident, occupant | Mieter, Bewohner
@ candidate, applicant, job seeker, contender | Bewerber, Kandidat
@ donor, giver, contributor, sponsor, backer, benefactor, funder | Spender, Geldgeber, Förderer, Sponsor
@ server, waiter, waitress, bartender, cashier, till operator | Kellner, Bedienung, Kassierer
@ librarian, borrower, reader, lender | Bibliothekar, Entleiher, Leser
@ respondent, participant, subject, interviewee, volunteer | Teilnehmer, Befragter, Proband
@ victim, casualty, injured person | Opfer, Verletzter
household, home, family, dwelling, house | Haushalt, Familie, Wohnung
department, division, unit, section, business unit, function, dept, cost centre, cost center, team, org unit | Abteilung, Bereich, Referat, Dezernat, Ressort, Kostenstelle, Amt
job title, job, position, role, occupation, post, profession, function | Stelle, Position, Beruf, Funktion, Tätigkeit, Jobtitel
seniority, level, grade, job level, rank, pay grade, band | Stufe, Karrierestufe, Besoldungsgruppe, Entgeltgruppe, Dienstgrad
gender, sex | Geschlecht
age group, age band, age bracket, age range, agegroup | Altersgruppe, Altersklasse
nationality, citizenship, country of origin, home country, country | Nationalität, Staatsangehörigkeit, Herkunftsland, Herkunft
education, degree, qualification, education level, schooling | Abschluss, Bildung, Ausbildung, Schulabschluss
contract type, employment type, contract, working time model | Vertragsart, Beschäftigungsart, Vertrag
marital status, civil status | Familienstand
city, town, municipality, place, location | Stadt, Ort, Gemeinde, Kommune
country, nation, land | Land, Staat
region, area, territory, zone, district, market, state, province, geography | Region, Gebiet, Bezirk, Bundesland, Kreis, Markt
county, district, borough, parish | Landkreis, Kreis, Bezirk
neighbourhood, neighborhood, quarter, suburb, ward, borough | Stadtteil, Viertel, Stadtviertel, Ortsteil
store, shop, outlet, branch, retail location, location, point of sale, restaurant | Filiale, Laden, Geschäft, Verkaufsstelle, Markt
warehouse, depot, distribution center, distribution centre, storage location, fulfilment center, hub | Lager, Depot, Lagerort
site, location, plant, factory, facility, premises, works | Standort, Werk, Fabrik, Betrieb, Anlage
office, branch, location, bureau | Büro, Niederlassung, Zweigstelle, Standort
production line, line, assembly line | Linie, Fertigungslinie, Produktionslinie, Band
machine, equipment, asset, device, tool, press, robot | Maschine, Gerät, Anlage
shift, work shift, rota | Schicht
station, stop, terminal, weather station, monitoring station, sensor site, measuring point, site | Station, Haltestelle, Bahnhof, Messstelle, Messstation
route, line, service, connection, leg | Strecke, Linie, Route, Verbindung
road, street, highway, avenue, address | Straße, Adresse, Anschrift
airport, port, harbour | Flughafen, Hafen
origin, from, source, departure airport, departure station, pickup, pick up location, starting point, start station, shipped from | Herkunft, Start, Abfahrtsort, Abflughafen, Abholort
destination, to, dropoff, drop off location, end station, arrival airport, target, deliver to, ship to | Ziel, Zielort, Zielbahnhof, Ankunftsort
stadium, venue, ground, arena, court, location | Stadion, Halle, Spielort, Veranstaltungsort
room, classroom, room number | Zimmer, Raum
room type, type of room, room category | Zimmertyp, Zimmerkategorie, Zimmerart
ward, unit, clinic, hospital department | Station, Klinik
clinic, hospital, practice, surgery, medical centre | Klinik, Krankenhaus, Praxis
table, table number, seat | Tisch, Tischnummer
continent, world region | Kontinent, Erdteil
postcode, zip, zip code, postal code | PLZ, Postleitzahl
channel, sales channel, marketing channel, source, medium, platform, origin, acquisition channel, booking channel, booked through, lead source | Kanal, Vertriebsweg, Vertriebskanal, Quelle, Plattform, Buchungskanal
campaign, promotion, promo, ad campaign, marketing campaign, action | Kampagne, Aktion, Werbeaktion
ad, advert, advertisement, creative, ad group, ad set | Anzeige, Werbung, Anzeigengruppe
keyword, search term, query, search query | Suchbegriff, Schlagwort
page, landing page, url, path, web page, article | Seite, Landingpage, Webseite
referrer, referral source, traffic source, source, referred by | Verweis, Herkunft, Quelle
device, device type, device category | Gerät, Endgerät, Gerätetyp
browser, user agent | Browser
operating system, os | Betriebssystem
payment method, payment type, method of payment, paid by, paid with, pay type, tender, payment, card or cash, method | Zahlungsart, Zahlungsmethode, Zahlungsweise, Bezahlart
shipping method, delivery method, ship mode, shipping mode, courier, carrier, shipping | Versandart, Lieferart, Versanddienst
product, item, article, sku, good, goods, merchandise, product name, line item, material, part, service | Produkt, Artikel, Ware, Material, Teil, Leistung
model, make and model, version, type | Modell, Typ, Ausführung
brand, make, maker, manufacturer, label | Marke, Hersteller, Fabrikat
category, kind, type, class, group, product category, segment, product group, product line, family, genre | Kategorie, Art, Gruppe, Warengruppe, Produktgruppe, Klasse, Sparte
subcategory, sub category, subtype | Unterkategorie, Untergruppe
segment, customer segment, customer group, customer type, target group | Segment, Kundengruppe, Kundensegment, Zielgruppe
industry, sector, branch, vertical, line of business | Branche, Wirtschaftszweig, Sektor, Industrie
colour, color, shade | Farbe
dish, menu item, food, drink, beverage, plate | Gericht, Speise, Essen, Getränk, Menü
currency | Währung
account, bank account, account number, ledger account, gl account | Konto, Bankkonto, Sachkonto
transaction type, type, debit or credit, direction | Buchungsart, Umsatzart, Vorgang
stock, share, security, ticker, symbol, ticker symbol, instrument, equity, company, listing, isin, wkn, asset, holding | Aktie, Wertpapier, Symbol, Titel, Papier
fund, portfolio, scheme | Fonds, Depot, Portfolio
exchange, stock exchange, market | Börse, Handelsplatz
coin, cryptocurrency, crypto, token | Kryptowährung
plan, tier, package, subscription, tariff, subscription type, membership type, pricing plan | Tarif, Paket, Abo, Abonnement, Vertrag
stage, pipeline stage, phase, step, deal stage, sales stage, funnel stage | Phase, Stufe, Stadium, Vertriebsphase
status, state, condition, situation | Status, Zustand, Stand
outcome, result, disposition, decision, verdict | Ergebnis, Ausgang, Resultat, Entscheidung
reason, cause, grounds, motive, cancellation reason, loss reason, return reason, reason code, churn reason | Grund, Ursache, Anlass
priority, prio, urgency, importance | Priorität, Dringlichkeit
severity, impact, seriousness, gravity, injury severity | Schwere, Schweregrad, Auswirkung
ticket type, issue type, request type, topic, subject, category, problem type, complaint type, issue | Thema, Anliegen, Problem, Betreff, Anfragetyp
error, error code, error type, fault, fault code, alarm | Fehler, Fehlercode, Fehlerart, Störung
defect type, fault type, defect, defect reason, reject reason | Fehlerart, Mangel, Defekt
queue, support group, support team, group | Warteschlange, Supportgruppe
application, app, system, software, service | Anwendung, System, Software, Programm
software server, host, machine, node, instance, hostname | Server, Rechner
status code, response code, http status | Statuscode
language, locale | Sprache
competition, league, tournament, cup, championship, division, contest | Wettbewerb, Liga, Turnier, Pokal, Meisterschaft
season, campaign, year | Saison, Spielzeit
round, matchday, gameweek, game week, match week | Runde, Spieltag
sport, discipline, event, sports | Sportart, Disziplin
playing position, position, role | Position, Spielposition
airline, carrier, operator, airline company | Fluggesellschaft, Airline, Fluglinie
flight, flight number | Flug, Flugnummer
vehicle, car, truck, van, bus, lorry, automobile, vehicle type, bike, fleet | Fahrzeug, Auto, Wagen, Lkw, Bus, Rad
transport mode, mode, mode of transport, means of transport, travel mode | Verkehrsmittel, Transportart
train, service | Zug
travel class, class, cabin, fare class | Klasse, Reiseklasse
fuel, fuel type, energy source, energy carrier, source, technology | Kraftstoff, Energieträger, Brennstoff, Energiequelle
meter, smart meter, counter | Zähler, Stromzähler
diagnosis, disease, illness, condition, disorder, icd code | Diagnose, Krankheit, Erkrankung
treatment, procedure, therapy, intervention, operation | Behandlung, Therapie, Eingriff, Prozedur
drug, medication, medicine, medicament | Medikament, Arznei, Arzneimittel, Wirkstoff
specialty, speciality, discipline, medical field | Fachrichtung, Fachgebiet
insurer, insurance, health insurance, payer, insurance type, coverage | Versicherung, Krankenkasse, Kasse, Versicherer
blood type, blood group | Blutgruppe
appointment type, visit type, reason for visit, consultation type | Terminart, Besuchsgrund
subject, course, module, field, discipline, topic | Fach, Kurs, Modul, Lehrveranstaltung
class, school class, form, grade level, year group, cohort, homeroom | Klasse, Jahrgang, Klassenstufe, Jahrgangsstufe
school, college, university, institution, academy | Schule, Hochschule, Universität, Gymnasium
exam, test, assessment, examination, quiz, paper | Prüfung, Klausur, Test, Examen
grade, mark, letter grade | Note, Zensur
book, title, publication, volume, work | Buch, Titel, Werk, Medium
genre, style, category | Genre, Stil, Richtung
publisher, publishing house | Verlag
film, movie, title, picture | Film, Titel
song, track, tune, title | Lied, Song, Stück, Titel
show, series, programme, program | Sendung, Serie
event, concert, fair, conference, workshop, occasion | Veranstaltung, Event, Konzert, Messe
project, assignment, engagement, mandate | Projekt, Auftrag, Mandat
task, activity, job, work item, to do | Aufgabe, Tätigkeit, Aktivität
contract, agreement, policy, policy number | Vertrag, Police, Vereinbarung
policy type, insurance type, line of business, coverage type | Versicherungsart, Sparte
party, political party, faction | Partei, Fraktion
ministry, agency, authority, office, public body | Ministerium, Behörde, Amt
budget item, line item, budget line, purpose, programme, heading, expense type, cost type, expense category | Haushaltstitel, Titel, Posten, Zweck, Kostenart, Ausgabenart, Produkt, Haushaltsposten
species, animal, breed, kind, bird, organism, taxon | Art, Tierart, Spezies, Rasse, Tier
crop, plant, variety, cultivar, fruit | Pflanze, Sorte, Kultur, Frucht, Feldfrucht
island, reserve, habitat | Insel, Lebensraum
sample, specimen, batch, lot, batch number | Probe, Muster, Charge, Los
treatment group, group, arm, condition, experimental group, cohort | Gruppe, Versuchsgruppe, Bedingung
substance, compound, pollutant, chemical, material, analyte, element | Stoff, Substanz, Schadstoff, Verbindung
instrument, sensor, probe, device, logger | Sensor, Messgerät, Fühler
method, technique, approach | Methode, Verfahren
weather, conditions, weather conditions, weather condition, sky | Wetter, Wetterlage, Wetterverhältnisse
surface, road surface, surface condition, road condition | Belag, Fahrbahn, Straßenzustand
lighting, light conditions, light | Lichtverhältnisse, Beleuchtung
shape, form | Form, Gestalt
property type, type of property, building type, house type, home type | Objektart, Immobilientyp, Gebäudeart, Wohnungstyp
building, house, block, property | Gebäude, Haus, Objekt
question, survey question, item | Frage
answer, response, choice, option, reply | Antwort, Auswahl
comment, note, remark, feedback, text, description | Kommentar, Bemerkung, Notiz, Anmerkung, Beschreibung
meal plan, board, board type, meal, catering | Verpflegung, Verpflegungsart
booking, reservation, booking number | Buchung, Reservierung
occasion, purpose, purpose of trip, trip purpose, reason for travel | Anlass, Zweck, Reisezweck
licence type, license, permit type | Lizenz, Genehmigung
waste type, material, fraction | Abfallart
time slot, slot, part of day, daypart, time of day, meal time, period, session | Tageszeit, Zeitfenster, Zeitraum
`;
