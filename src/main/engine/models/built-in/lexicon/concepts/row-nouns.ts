/**
 * What one row may be called: each line is what people say for the same kind of row, then after `:` words that files of such
 * rows have in their names, and after `/` names that only their columns have (joined by `&` where all are needed).
 */
export const ROW_NOUNS = `
match, game, fixture, spiel, partie, begegnung : match game fixture football soccer basketball results spiele liga league / home team & away team, home goals, heim & gast, home score
deal, opportunity, contract, prospect, pipeline entry : deal opportunity pipeline crm / deal value, stage & close date, opportunity name
invoice, bill, rechnung : invoice billing receivable rechnung faktura / invoice no, invoice number, invoice id, rechnungsnummer
order, purchase, sale, transaction, bestellung, auftrag, kauf : order sale shop webshop purchase bestellung verkauf / order id, order no, order number, bestellnummer
transaction, payment, booking, entry, posting, purchase, buchung, zahlung, umsatz : transaction bank account payment ledger buchung zahlung receipt / transaction id, txn id
receipt, bill, check, cheque, purchase, sale, kassenbon, bon, beleg : receipt pos till bon / receipt no, receipt id
booking, reservation, stay, buchung, reservierung, aufenthalt : booking reservation hotel buchung / booking id, check in & nights, lead time & adults
ticket, issue, case, request, enquiry, call, incident, anfrage, vorgang, fall : ticket helpdesk support issue incident servicedesk / ticket id, ticket no, priority & assignee, first response
call, phone call, contact, anruf, gespräch : call callcenter anruf / call id, call duration
incident, accident, crash, collision, unfall, vorfall : incident accident crash collision unfall / severity & casualties, crash date
flight, departure, flug : flight airline flug / flight no, flight number, tail number
trip, ride, journey, drive, rental, fahrt, reise, tour : trip taxi ride bike journey fahrt / trip id, trip distance, ride id, pickup & dropoff
delivery, shipment, consignment, parcel, package, lieferung, sendung, paket : delivery shipment logistics parcel lieferung / tracking no, shipment id, delivery id, ship date & carrier
employee, worker, person, staff member, colleague, mitarbeiter, beschäftigter : employee staff hr headcount workforce mitarbeiter personal / employee id, hire date, personalnummer
payslip, pay slip, payment, payroll entry, payroll run, abrechnung, gehaltsabrechnung : payroll payslip lohn gehalt / pay period, gross pay & net pay
application, applicant, candidate, bewerbung : applicant application recruiting bewerber / application id
patient, person, case, patientin : patient / patient id
appointment, visit, consultation, slot, termin, besuch : appointment clinic visit termin / appointment id
admission, stay, hospital stay, case, aufnahme, fall : admission hospital stay / admission date & discharge date
student, pupil, child, learner, schüler : student pupil school schueler / student id
exam, test, result, exam result, attempt, prüfung, klausur : exam result test grade pruefung klausur / exam date, exam score
course, class, lesson, kurs : course class kurs / course id
loan, checkout, borrowing, ausleihe, entleihung : loan library borrowing ausleihe / loan date & return date, loan id
loan, credit, application, kredit, darlehen : loan credit lending kredit / loan amount, interest rate & term
member, membership, subscriber, person, mitglied : member gym membership club mitglied / member id, membership type
visit, session, checkin, check in, workout, besuch : visit session footfall checkin besuch / session id
subscription, subscriber, account, contract, abo, abonnement, vertrag : subscription subscriber abo / subscription id, plan & mrr
customer, client, account, company, kunde : customer client account kunde / customer id
product, item, article, sku, produkt, artikel : product item inventory catalog catalogue stock artikel produkt / product id, sku, units on hand
store, shop, branch, filiale : store shop branch filiale / store id
campaign, ad, kampagne : campaign ad marketing kampagne / impressions & clicks
page, url, seite : page url / pageviews & page
survey, response, answer, respondent, participant, person, antwort, befragter : survey response umfrage questionnaire feedback / respondent id, response id
review, rating, bewertung, rezension : review rating bewertung / review id, stars & review
reading, measurement, observation, record, sample, value, messung, messwert : reading measurement sensor meter weather air quality messung / sensor id, station & temperature, humidity & temperature
day, tag : daily weather wetter klima climate / date & temp max, date & precipitation, date & rainfall
batch, run, shift, lot, production run, charge, schicht, produktionslauf : production batch manufacturing shift schicht produktion fertigung / line & shift, output & rejects, batch no
inspection, audit, check, test, kontrolle, prüfung : inspection audit pruefung kontrolle / inspection id, inspection date
claim, case, loss, schaden, schadenfall : claim insurance schaden / claim id, claim amount
policy, contract, police, vertrag : policy policies / policy number, policy id
property, listing, house, home, apartment, flat, unit, offer, immobilie, wohnung, haus, objekt : property properties housing listing real estate house airbnb immobilien wohnung / bedrooms, living area
event, concert, show, performance, veranstaltung : event concert veranstaltung / event id, event date
project, job, projekt : project projekt / project id, project name
task, to do, work item, aufgabe : task aufgabe / task id
donation, gift, contribution, pledge, spende : donation spende fundraising / donation amount, donor
grant, award, project, zuwendung, förderung : grant foerderung zuwendung / grant amount
budget item, line item, budget line, position, title, posten, titel, haushaltstitel, haushaltsposten, ansatz : budget haushalt / budget & actual, ansatz & ist, soll & ist
expense, claim, expense claim, cost, ausgabe, kosten : expense ausgabe spesen / expense id, expense date
player, athlete, person, spieler : player athlete spieler / player id, player & team
race, run, heat, lauf, rennen : race running heat rennen / race id, lap time
medal, medaille : medal olympic / medal
film, movie, title : film movie / runtime & genre
song, track, lied : song track spotify / track id, artist & track
book, title, buch : book / isbn
car, vehicle, auto, fahrzeug : car vehicle fahrzeug / mpg & cylinders, mileage & model
sighting, observation, record, individual, bird, animal, beobachtung, sichtung : sighting observation bird wildlife animal species sichtung / species & observer, species & count
sample, specimen, probe : sample specimen lab probe / sample id
trial, experiment, run, versuch : experiment trial versuch / replicate, treatment group
animal, pet, tier : animal pet shelter tier / animal id, breed
plant, crop, field, plot, feld, parzelle : crop harvest plot field ernte / yield & crop
country, nation, land : country countries gdp population / country & population
city, town, municipality, stadt, gemeinde : city cities municipality gemeinde / city & population
trading day, day, session, handelstag : stock price share aktie kurs / open & high & low & close
household, home, haushalt : household / household id
bill, meal, check, party, table, visit, rechnung : tip restaurant / total bill & tip
meal, order, dish, bestellung : restaurant menu / menu item, dish
crime, offence, offense, case, straftat : crime offence police / offense type
complaint, case, beschwerde : complaint beschwerde / complaint id
error, log entry, entry, event, request, eintrag : log logs error access server / log level, status code
post, tweet, message, beitrag : post social tweet / likes & comments
earthquake, quake, erdbeben : earthquake quake / magnitude
vote, ballot, precinct, polling place, wahlbezirk : election vote precinct wahl / precinct
machine, device, asset, gerät, maschine : machine device asset / machine id & installed
repair, maintenance, service, work order, reparatur, wartung : maintenance repair workorder wartung / work order
contract, agreement, vertrag : contract vertrag / contract id
return, refund, retoure : return refund retoure / return id, return reason
question, item, frage : question / question text
`;
