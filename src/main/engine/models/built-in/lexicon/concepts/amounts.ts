/**
 * What is measured and counted: each line is one quantity, by all the words for it, verbs and adjectives included. The
 * first is its head; the part after the bar is German. `$` marks what is money that adds up.
 */
export const AMOUNTS = `
$ revenue, sales, turnover, billing, billings, billed, income, takings, earned, earn, earnings, earning, brought in, bring in, sold, sell, selling, sales amount, sales value, sales revenue, proceeds, receipts, generated, grossed, invoiced, made money, money made | Umsatz, Umsätze, Erlös, Erlöse, Einnahmen, Einnahme, Ertrag, verdient, eingenommen, umgesetzt, verkauft
$ deal value, deal size, value, contract value, opportunity value, opportunity amount, amount, acv, arr, tcv, deal amount, worth, order value, pipeline | Auftragswert, Vertragswert, Auftragsvolumen, Dealwert
$ cost, costs, expense, expenses, expenditure, outlay, costing, price, charge, charged | Kosten, Aufwand, Ausgaben, gekostet, kostet
$ spend, spending, spent, ad spend, marketing spend, media spend, cost, budget used, expenses, outgoings, paid out | Ausgaben, ausgegeben, Werbekosten, Aufwendungen
$ profit, earnings, gain, margin, net income, surplus, contribution, bottom line | Gewinn, Überschuss, Deckungsbeitrag, Ertrag, Ergebnis
loss, losses, deficit, shortfall | Verlust, Defizit, Fehlbetrag
price, unit price, list price, selling price, price per unit, rate, cost per unit, retail price, asking price, sale price | Preis, Stückpreis, Einzelpreis, Verkaufspreis
$ amount, sum, invoice amount, total, payment amount, transaction amount, invoice total, value, money, paid, pay, bill, price | Betrag, Summe, Rechnungsbetrag, Gesamtbetrag, Geld
discount, rebate, reduction, markdown, price reduction, money off, discounted | Rabatt, Nachlass, Skonto, Ermäßigung
$ tax, vat, duty, sales tax, tax amount | Steuer, MwSt, Mehrwertsteuer, Umsatzsteuer
$ shipping cost, shipping, freight, postage, delivery cost, delivery fee, shipping fee, freight cost | Versandkosten, Fracht, Porto, Lieferkosten
$ salary, pay, wage, wages, compensation, remuneration, income, gross pay, base salary, annual salary, earn, earns, earned, earnings, paid, base pay | Gehalt, Lohn, Verdienst, Bezüge, Einkommen, Vergütung, verdienen, verdient, Bruttogehalt, Jahresgehalt
hourly rate, hourly wage, pay rate, rate of pay | Stundenlohn, Stundensatz
$ net pay, take home pay, net salary, net wage | Nettogehalt, Nettolohn, Auszahlung
$ bonus, incentive, commission, premium pay, variable pay | Bonus, Prämie, Provision, Zulage
overtime, overtime hours, extra hours, ot hours | Überstunden, Mehrarbeit
$ deductions, withholding, withheld | Abzüge, Abzug
$ tip, gratuity, tips, tipped | Trinkgeld
$ fare, ticket price, fare amount, ride price, trip price, price, cost, total fare, paid | Fahrpreis, Ticketpreis, Flugpreis
$ fee, charge, dues, subscription fee, monthly fee, membership fee | Gebühr, Beitrag, Entgelt
$ fine, penalty, late fee | Strafe, Bußgeld, Mahngebühr
$ budget, planned, plan, budgeted, allocation, appropriation, allotted, planned amount, plan value | Budget, Plan, Soll, Ansatz, Haushaltsansatz, geplant, Planwert
$ actual, actuals, actual amount, realised, spent so far, actual cost, actual spend | Ist, Istwert, tatsächlich, Ergebnis, verausgabt
target, goal, quota, objective, target amount | Ziel, Zielwert, Vorgabe, Soll
forecast amount, forecast, expected, projected, estimate, estimated | Prognose, Schätzung, erwartet
$ balance, account balance, closing balance, outstanding, amount due, outstanding amount, open amount, owed, owe, owing | Saldo, Kontostand, Restbetrag, offener Betrag, ausstehend
$ debt, liabilities, loan amount, loan, principal, borrowed, credit amount | Schulden, Kredit, Darlehen, Kreditbetrag, Kreditsumme
interest, interest rate, apr | Zins, Zinsen, Zinssatz
$ premium, insurance premium, policy premium | Prämie, Versicherungsprämie, Beitrag
$ claim amount, payout, claim cost, damage amount, damage cost, settlement, loss amount, claims paid | Schadenhöhe, Schadensumme, Auszahlung, Schaden
$ donation, gift, contribution, donated, given, pledge, raised | Spende, Spendenbetrag, gespendet
$ grant, funding, subsidy, award, funded | Förderung, Zuschuss, Fördersumme, Zuwendung
$ rent, monthly rent, rental price, rental income | Miete, Kaltmiete, Warmmiete
$ deposit, down payment, security deposit | Anzahlung, Kaution
$ credit, credits, incoming, deposits, money in, inflow, received | Haben, Gutschrift, Eingang, Zugang
$ debit, debits, outgoing, withdrawals, money out, outflow, withdrawn | Soll, Lastschrift, Abgang, Auszahlung
$ lifetime value, ltv, clv, customer value | Kundenwert
$ mrr, monthly recurring revenue, recurring revenue, monthly revenue, subscription revenue | monatlicher Umsatz
market cap, market capitalisation, market capitalization, capitalisation | Marktkapitalisierung, Börsenwert
closing price, close, close price, price at close, closed at, closing, share price, stock price, end of day price, adj close, last price | Schlusskurs, Kurs, Aktienkurs
opening price, open, open price, price at open, opened at, opening | Eröffnungskurs, Eröffnung
day's high, high, high price, daily high, top price, intraday high | Tageshoch, Höchstkurs
day's low, low, low price, daily low, bottom price, intraday low | Tagestief, Tiefstkurs
trading volume, volume, shares traded, traded volume, traded, trades, turnover | Handelsvolumen, gehandelt, Volumen
dividend, dividend yield, payout | Dividende
return, daily return, performance, yield | Rendite, Wertentwicklung
quantity, units, pieces, qty, count, volume, number, units sold, quantity sold, sold, items sold, copies sold, order quantity, sell, amount ordered, ordered, portions, servings | Menge, Stück, Stückzahl, Anzahl, Absatz, verkauft, verkaufte Menge
output, produced, production, units produced, pieces produced, production volume, made, quantity produced, good units, throughput, manufactured, produce, turned out, parts made | Ausstoß, Produktion, produziert, Produktionsmenge, Stückzahl, gefertigt, hergestellt, Fertigungsmenge
rejects, reject, scrap, defects, defective, defect, faulty, defective units, rejected, bad parts, scrapped, failures, faults, waste, reject count, scrap units, flaws, ng | Ausschuss, Fehler, Mängel, defekt, fehlerhaft, Ausschussmenge, Schrott
rework, reworked | Nacharbeit, nachgearbeitet
yield, harvest, crop yield, harvested, produce | Ertrag, Ernte, Erntemenge
stock level, stock, inventory, units on hand, on hand, in stock, stock on hand, quantity on hand, available, units in stock, inventory level | Bestand, Lagerbestand, Vorrat
reorder level, reorder point, minimum stock, safety stock | Meldebestand, Mindestbestand
number of orders, orders, order count, purchases, transactions, transaction count | Anzahl Bestellungen, Bestellungen
items, line items, basket size, number of items, items per order | Artikelanzahl, Positionen
attendance, crowd, spectators, audience, visitors, fans, turnout, gate, attended, people there, attendees, admissions, tickets sold, crowd size | Zuschauer, Besucher, Zuschauerzahl, Publikum, Besucherzahl
passengers, riders, ridership, travellers, travelers, passenger count, boardings, people on board | Fahrgäste, Passagiere, Reisende
footfall, visitors, visitor count, people counted, customers in store, headcount | Besucherzahl, Frequenz, Kundenzahl
visits, sessions, traffic, hits, visit count, website visits, web traffic, visitors | Besuche, Sitzungen, Zugriffe, Traffic
visitors, users, unique visitors, unique users, active users, people | Besucher, Nutzer
pageviews, page views, views, pages viewed, impressions, hits, viewed | Seitenaufrufe, Aufrufe, Ansichten
impressions, views, ad views, reach, shown, ad impressions | Impressionen, Einblendungen, Reichweite
clicks, click throughs, link clicks, clicked | Klicks, Klickzahl, geklickt
conversions, signups, sign ups, sales, orders, purchases, converted, converts, leads | Konversionen, Abschlüsse, Anmeldungen
leads, prospects, enquiries, inquiries, sign ups | Leads, Interessenten, Anfragen
click rate, ctr, click through rate, clickthrough rate | Klickrate
conversion rate, cvr, converting rate | Konversionsrate, Abschlussquote
bounce rate, bounces, bounced | Absprungrate
followers, fans, subscribers, audience size | Follower, Abonnenten
likes, reactions, hearts, liked | Likes, Gefällt mir
shares, reposts, retweets, forwards | Teilungen
comments, replies, comment count | Kommentare
downloads, installs, installations | Downloads, Installationen
opens, opened, open rate, email opens | Öffnungen, Öffnungsrate
emails sent, sent, recipients, delivered | versendet, Empfänger
calls, call volume, calls handled, number of calls, call count | Anrufe, Anrufzahl
complaints, grievances, complaint count | Beschwerden, Reklamationen
injuries, injured, people injured, hurt, casualties, number injured, persons injured, wounded | Verletzte, verletzt, Verletzungen
deaths, fatalities, killed, died, dead, persons killed, people killed, number killed, lives lost | Tote, Todesfälle, Getötete, gestorben
cases, infections, infected, confirmed cases, new cases, positive tests | Fälle, Infektionen, Neuinfektionen, Infizierte
vehicles involved, number of vehicles, cars involved | beteiligte Fahrzeuge
beds, bed count, capacity, number of beds | Betten, Bettenzahl
capacity, seats, max capacity, seating capacity, places | Kapazität, Plätze, Sitzplätze
occupancy, occupancy rate, utilisation, utilization, load factor, fill rate | Auslastung, Belegung, Auslastungsgrad
rooms, bedrooms, number of rooms, beds | Zimmer, Zimmeranzahl, Schlafzimmer
bathrooms, baths | Badezimmer, Bäder
children, kids, babies, youngsters, dependents, number of children | Kinder, Kinderanzahl
adults, grown ups, number of adults | Erwachsene
guests, party size, number of guests, people, covers, persons, group size, diners, number of people, pax | Gäste, Personen, Personenzahl, Gästezahl
nights, length of stay, number of nights, stayed, stay, night count, days stayed, stay length, los | Nächte, Übernachtungen, Aufenthaltsdauer, Aufenthalt
stays, bookings count, overnight stays | Übernachtungen, Aufenthalte
employees, headcount, staff count, number of employees, company size, workforce, fte | Mitarbeiterzahl, Beschäftigte, Personalstärke
goals, goal, scored, score, goals scored, scoring | Tore, Treffer, geschossen, erzielt
home goals, home score, full time home goals, fthg, goals at home | Heimtore
away goals, away score, full time away goals, ftag, goals away | Auswärtstore, Gasttore
points, score, pts, points scored, scored | Punkte, Punktzahl
assists, helpers | Vorlagen, Assists
goals against, conceded, goals conceded, let in | Gegentore
yellow cards, yellows, bookings, cautions | Gelbe Karten
red cards, reds, sendings off, sent off, dismissals | Rote Karten, Platzverweise
shots, attempts, shots on goal, shots taken | Schüsse, Torschüsse
shots on target, on target | Schüsse aufs Tor
corners, corner kicks | Ecken, Eckbälle
fouls, fouls committed, fouled | Fouls
wins, won, victories | Siege, gewonnen
losses, lost, defeats | Niederlagen, verloren
draws, drawn, ties | Unentschieden
games played, played, appearances, matches played, caps | Spiele, Einsätze
minutes played, playing time, minutes | Spielminuten, Spielzeit
possession, ball possession | Ballbesitz
rank, position, place, placing, finish, finished | Rang, Platz, Platzierung
speed, velocity, pace, mph, kmh, how fast, average speed | Geschwindigkeit, Tempo
distance, miles, kilometres, kilometers, km, mileage, how far, trip distance, length, travelled, traveled, driven, drove, ran, run, ridden, route length | Entfernung, Distanz, Strecke, Kilometer, gefahren, gelaufen, Streckenlänge
mileage, odometer, km driven, miles driven, kilometrage | Kilometerstand, Laufleistung
fuel economy, mpg, fuel consumption, miles per gallon, consumption, fuel efficiency | Verbrauch, Kraftstoffverbrauch
fuel used, fuel, litres, liters, gallons, refuelled | Kraftstoff, getankt, Liter
horsepower, hp, power, engine power, bhp | Leistung, PS
weight, mass, heaviness, weighed, weigh, weighs, kg, kilos, body weight, body mass, load, payload, tonnage, tons | Gewicht, Masse, wiegt, gewogen, Körpergewicht, Tonnen
height, tallness, stature, tall, body height, elevation | Höhe, Größe, Körpergröße
altitude, elevation, height above sea level | Höhe, Höhenlage, Meereshöhe
length, long, body length | Länge
width, breadth, wide | Breite
depth, deep, deepness | Tiefe
diameter, girth, thickness | Durchmesser, Dicke
area, surface, floor space, size, square metres, square meters, square feet, sqm, sqft, floor area, living area, living space, acreage, lot size | Fläche, Wohnfläche, Größe, Quadratmeter, Grundstücksfläche
size, file size, bytes, magnitude | Größe, Umfang
magnitude, strength, richter | Magnitude, Stärke
temperature, temp, degrees, warmth, air temperature, heat, avg temp, mean temperature | Temperatur, Grad, Lufttemperatur
highest temperature, max temp, maximum temperature, temp max, daily high, high temperature, day high, high, tmax, temperature max, temp high, highs, daytime temperature, daytime high | Höchsttemperatur, Tageshöchsttemperatur, Maximaltemperatur, Tmax
lowest temperature, min temp, minimum temperature, temp min, daily low, low temperature, night low, low, tmin, temperature min, temp low, lows, overnight low, night temperature | Tiefsttemperatur, Tagestiefsttemperatur, Minimaltemperatur, Tmin
rain, rainfall, precipitation, precip, rained, wetness, rain amount, prcp, showers | Regen, Niederschlag, Regenmenge, geregnet, Niederschlagsmenge
snow, snowfall, snow depth, snowed | Schnee, Schneefall, Schneehöhe, geschneit
wind, wind speed, windspeed, breeze, wind strength, windiness, wind avg | Wind, Windgeschwindigkeit, Windstärke
gust, wind gust, max wind, peak wind, gusts, wind max, gust speed | Böe, Windböe, Böen, Spitzenböe
humidity, relative humidity, moisture, rh, dampness | Luftfeuchte, Luftfeuchtigkeit, Feuchte
pressure, air pressure, barometric pressure | Druck, Luftdruck
sunshine, sun hours, sunshine hours, hours of sun, sunshine duration, sun | Sonnenschein, Sonnenstunden, Sonnenscheindauer
cloud cover, clouds, cloudiness | Bewölkung, Bedeckung
visibility, sight | Sichtweite
air quality, aqi, air quality index, pollution | Luftqualität, Luftbelastung
fine dust, pm25, pm2 5, particulates, particulate matter, pm10 | Feinstaub
ozone, o3 | Ozon
noise, noise level, decibel, loudness | Lärm, Lautstärke, Schallpegel
energy consumption, consumption, usage, energy used, electricity used, kwh, energy, power used, electricity, energy usage, consumed, electricity consumption, power consumption | Verbrauch, Stromverbrauch, Energieverbrauch, verbraucht, Strom
water use, water consumption, water usage, water | Wasserverbrauch, Wasser
gas use, gas consumption, gas usage, gas | Gasverbrauch, Gas
energy generation, generation, generated, energy produced, output, production, yield, power generated, solar, pv | Erzeugung, Stromerzeugung, erzeugt, Einspeisung
emissions, co2, carbon, co2 emissions, carbon emissions, greenhouse gas, footprint | Emissionen, Ausstoß, CO2
voltage, volts | Spannung
electric current, amps, amperes | Stromstärke
battery, battery level, charge level | Batterie, Akkustand
population, inhabitants, residents, people, pop, citizens | Einwohner, Bevölkerung, Einwohnerzahl
density, population density | Dichte, Bevölkerungsdichte
votes, ballots, votes cast, voted | Stimmen, Wählerstimmen
turnout, voter turnout, participation | Wahlbeteiligung, Beteiligung
unemployment, unemployment rate, jobless rate | Arbeitslosenquote, Arbeitslosigkeit
gdp, gross domestic product, economic output | BIP, Bruttoinlandsprodukt
duration, length, time, lasted, last, took, take, takes, time taken, how long, runtime, elapsed, time spent, long, minutes, running time, length of call, call duration, trip duration, ride time, travel time, hours, session length, spent | Dauer, Länge, Zeit, dauerte, gedauert, Laufzeit, Fahrzeit, Gesprächsdauer, Reisezeit
wait time, wait, waiting time, waiting, queue time, waited, time in queue, hold time, time to answer, speed of answer | Wartezeit, gewartet, Warten, Wartedauer
response time, first response, first reply, reply, time to respond, reaction time, latency, reply time, first response time, responded, time to first response | Reaktionszeit, Antwortzeit
resolution time, resolution, time to resolve, time to solve, time to close, handling time, time to fix, handle time, resolve time, solved in, processing time | Lösungszeit, Bearbeitungszeit, Bearbeitungsdauer
downtime, outage, stoppage, down, idle time, standstill, stopped, machine stop, breakdown time, down time | Stillstand, Ausfallzeit, Stillstandszeit, Standzeit, Ausfall
uptime, running hours, operating hours | Betriebsstunden, Laufzeit
cycle time, takt time | Taktzeit, Zykluszeit
setup time, changeover time, changeover | Rüstzeit
delay, lateness, late, minutes late, days late, delayed, overdue days, days overdue | Verspätung, Verzug, verspätet, Verzögerung
lead time, delivery time, time to deliver, days to ship, turnaround, turnaround time, shipping days, days to delivery, transit time | Lieferzeit, Durchlaufzeit, Vorlaufzeit
booking lead, lead time, booked in advance, days in advance, advance booking | Vorlauf, Vorausbuchung
hours, hours worked, working hours, worked, working time, work hours, labour hours | Stunden, Arbeitsstunden, Arbeitszeit, gearbeitet
absence, absences, sick days, days absent, days off, sick leave, missed days, absent days, days missed | Fehltage, Krankheitstage, Fehlzeiten, Abwesenheit
vacation days, holiday days, annual leave, leave days, pto | Urlaubstage, Urlaub
tenure, years of service, seniority, time with company, length of service, years at company | Betriebszugehörigkeit, Dienstjahre
experience, years of experience, work experience | Berufserfahrung, Erfahrung
age, years old, how old, aged | Alter
score, points, result, marks, grade, rating, mark, percentage score, test score, exam score, scored, performance | Punktzahl, Ergebnis, Note, Bewertung, Punkte
credits, credit points, ects | Leistungspunkte, ECTS
study hours, hours studied, study time, studied | Lernstunden, Lernzeit
rating, stars, score, review score, satisfaction, customer satisfaction, csat, rated, feedback score, evaluation, review rating | Bewertung, Sterne, Zufriedenheit, Kundenzufriedenheit, Beurteilung
nps, recommendation, likelihood to recommend, recommend score, net promoter score | Weiterempfehlung
engagement, engagement score, motivation | Engagement
reviews, number of reviews, review count, ratings count | Bewertungen, Rezensionen
probability, likelihood, chance, win probability, close probability | Wahrscheinlichkeit, Abschlusswahrscheinlichkeit
calories, kcal, energy, calorie count | Kalorien
protein, proteins | Eiweiß, Protein
fat, fats, lipids | Fett
sugar, sugars | Zucker
salt, sodium | Salz, Natrium
steps, step count, walked | Schritte
heart rate, pulse, bpm, heartbeat | Puls, Herzfrequenz
blood pressure, systolic, bp | Blutdruck
blood sugar, glucose | Blutzucker, Glukose
bmi, body mass index | BMI
dose, dosage | Dosis, Dosierung
concentration, level, content, amount | Konzentration, Gehalt
acidity, ph, ph value | Säure, pH
copies, print run, prints | Exemplare, Auflage
pages, page count, number of pages | Seiten, Seitenzahl
loans, checkouts, borrowed, times borrowed, issues, lendings | Ausleihen, Entleihungen
renewals, times renewed, renewed, extensions | Verlängerungen
returns, returned, returned units, sent back, returned quantity | Retouren, Rücksendungen, Rückgaben
special requests, requests, special wishes, wishes | Sonderwünsche, Wünsche
changes, booking changes, modifications, amendments | Änderungen, Umbuchungen
budget variance, variance, deviation, difference to plan, over budget | Abweichung, Differenz, Überschreitung
growth, growth rate, change, increase | Wachstum, Zuwachs, Veränderung
share, percentage, portion, market share | Anteil, Marktanteil, Prozentsatz
rate, ratio, quota | Quote, Rate, Satz
seats, licences, licenses, users, number of seats | Lizenzen, Plätze, Nutzer
installments, instalments, number of payments | Raten
stops, stopovers, layovers | Zwischenstopps, Halte
transfers, changes, connections | Umstiege, Umsteigen
parcels, packages, shipments, boxes, pallets | Pakete, Sendungen, Paletten, Kartons
tests, tests done, tested, tests carried out | Tests, Testungen
vaccinations, doses, jabs, vaccinated | Impfungen, Impfdosen
error rate, failure rate, defect rate, scrap rate | Fehlerquote, Ausschussquote
errors, failures, error count, bugs, crashes | Fehler, Fehlerzahl, Abstürze
requests, request count, queries, calls | Anfragen, Abrufe
`;

/** Where nothing is called by a word's own line, the lines whose heads follow may be meant, the likeliest first. */
export const NEXT_OF_AMOUNTS = `
revenue: amount, deal value, price, fare, fee, mrr, actual
deal value: revenue, amount, price
cost: amount, spend, price, fee, actual, premium, rent
spend: cost, amount, revenue, price, actual, debit
price: amount, fare, fee, rent, cost, closing price
amount: revenue, deal value, cost, price, fare, fee, balance, actual, donation
salary: hourly rate, net pay, amount
output: quantity
quantity: items, output
attendance: visitors, guests
visits: visitors, pageviews, footfall
rain: snow
wind: gust
gust: wind
highest temperature: temperature
lowest temperature: temperature
temperature: highest temperature, lowest temperature
duration: nights, hours, minutes played, resolution time, wait time, downtime
score: points, rating, goals
rating: score, nps
goals: points
points: goals
wait time: delay, duration
response time: duration, wait time
resolution time: duration
downtime: duration
delay: duration
distance: mileage
rejects: errors, returns
energy consumption: energy generation
claim amount: amount, cost
donation: amount
fare: amount, price
fee: amount, price
debt: balance, amount
`;
