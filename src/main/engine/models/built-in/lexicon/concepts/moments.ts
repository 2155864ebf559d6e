/** What dates and times of files stand for, by all the words for it, verbs included; the part after the bar is German. */
export const MOMENTS = `
order date, ordered, ordered on, purchase date, placed, bought, order time, purchased, order day | Bestelldatum, bestellt, Kaufdatum, Auftragsdatum
created, creation, creation date, created on, opened, opened on, open date, logged, raised, reported, submitted, date opened, reported on, registered, entered, received, report date, logged on, filed, submitted on | erstellt, eröffnet, gemeldet, angelegt, Eingang, Eingangsdatum, Erstelldatum, eingegangen, aufgegeben
closed, close date, closing date, closed on, resolved, resolution, solved, completed, finished, completion, completed on, resolved on, done, fixed, resolution date, completion date, settled, expected close | geschlossen, abgeschlossen, gelöst, erledigt, Abschluss, Abschlussdatum, fertig
due, due date, deadline, due on, payable by, payment due, due by, target date | fällig, Fälligkeit, Fälligkeitsdatum, Frist
paid, paid on, payment date, date paid, settled, payment received, paid date | bezahlt, bezahlt am, Zahlungsdatum, Zahlung, gezahlt
invoice date, invoiced, issued, issue date, billing date, billed, invoiced on, issued on | Rechnungsdatum, ausgestellt, fakturiert
shipped, ship date, shipping date, dispatched, shipped on, sent, despatched, dispatch date, sent on | versandt, verschickt, Versanddatum
delivered, delivery date, delivered on, arrival, arrived, received, actual delivery | geliefert, Lieferdatum, Lieferung, zugestellt
promised, promised date, expected delivery, planned date, scheduled, scheduled date, planned | zugesagt, geplant, Termin, vereinbart
start, start date, began, begin, started, starting, beginning, launch, launched, valid from, started on, launch date | Beginn, Start, Startdatum, begonnen, gestartet, gültig ab
end, end date, ended, finish, expiry, expires, expired, expiry date, expiration, valid until, ended on, expiration date | Ende, Enddatum, Ablauf, endet, gültig bis, Ablaufdatum
birth, birth date, date of birth, dob, born, birthday, born on | Geburt, geboren, Geburtsdatum, Geburtstag
hired, hire date, joined, started, start date, hired on, joining date, entry date, date joined, join date, recruited, employed since, joined on | eingestellt, Eintritt, Eintrittsdatum, Einstellung
left, leave date, exit date, termination date, quit, resigned, leaving date, departure, left on, terminated, dismissed | Austritt, ausgeschieden, Austrittsdatum, gekündigt
signup, signup date, sign up, signed up, registered, registration, registration date, joined, subscribed, enrolled, enrolment, enrollment, member since, signed up on, join date, customer since | angemeldet, Anmeldung, Anmeldedatum, registriert, Registrierung, Mitglied seit
cancelled on, cancellation date, cancelled, canceled, churned, churn date, cancel date, unsubscribed | gekündigt, Kündigung, Kündigungsdatum, storniert am
last login, last seen, last visit, last active, last activity, last contact, last used | letzter Login, letzter Besuch, zuletzt gesehen
check in, checkin, checked in, arrival, arrival date, arrived, check in date, arrive, arriving | Anreise, Ankunft, Anreisedatum, angereist
check out, checkout, checked out, departure, departure date, leave, leaving, check out date | Abreise, Abreisedatum, abgereist
booked, booking date, booked on, reservation date, reserved, booking made, booking created | gebucht, Buchungsdatum, reserviert, Buchungstag
departure, departed, departure time, left, take off, leaves, depart time | Abfahrt, Abflug, Abfahrtszeit
arrival, arrived, arrival time, landed, landing | Ankunft, Ankunftszeit, Landung
pickup, pickup time, picked up, pickup date, pick up | Abholung, abgeholt
dropoff, dropoff time, dropped off, drop off | Rückgabe, abgegeben
admitted, admission, admission date, admitted on, hospitalised, hospitalized | aufgenommen, Aufnahme, Aufnahmedatum
discharged, discharge, discharge date, released, discharged on | entlassen, Entlassung, Entlassungsdatum
appointment, appointment date, visit date, visited, visit, consultation date, seen, appointment time | Termin, Termindatum, Besuch, Besuchsdatum
game date, match date, kick off, kickoff, played, played on, date of game, date of match | Anstoß, Spieldatum, Spieltermin, gespielt
transaction date, booking date, posted, posting date, booked, value date, transaction time | Buchungsdatum, Buchungstag, Wertstellung, gebucht
trade date, trading day, traded on, trading date | Handelstag
exam date, test date, date of exam, taken, tested | Prüfungsdatum, Prüfungstag
published, publication date, release date, released, came out, publication year, premiered, release year, issued, published on, posted | veröffentlicht, erschienen, Erscheinungsdatum, Erscheinungsjahr
updated, last updated, modified, last modified, changed, edited | aktualisiert, geändert, Änderungsdatum
measured, measured at, reading time, recorded, recorded at, timestamp, measurement time, sampled, observed, observation date, taken, collected, sighted, seen, spotted, sample date | gemessen, Messzeit, Zeitstempel, Messzeitpunkt, beobachtet, erfasst
incident date, accident date, occurred, happened, crash date, date of accident, date of loss, loss date | Unfalldatum, Unfallzeit, passiert, geschehen, Schadendatum
inspected, inspection date, audit date, checked, audited | geprüft, Prüfdatum, kontrolliert
borrowed, loan date, checked out, issued, lent, checkout date, borrowed on | ausgeliehen, Ausleihdatum, Leihdatum
returned, return date, brought back, returned on | zurückgegeben, Rückgabedatum, Rückgabe
sold, sale date, sold on, date sold, date of sale | verkauft am, Verkaufsdatum
listed, listing date, listed on, on the market since | eingestellt, inseriert
approved, approval date, approved on, granted | genehmigt, bewilligt, Bewilligung
decided, decision date, decision | entschieden, Entscheidung
pay date, pay day, payday, pay period, period, payroll month, pay month | Abrechnungsmonat, Zahltag, Abrechnung
built, year built, construction year, constructed, build year | Baujahr, gebaut, errichtet
production date, made on, produced on, manufactured on, manufacturing date | Produktionsdatum, Herstellungsdatum
`;
