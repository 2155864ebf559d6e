/**
 * How things stand, by all the words that a question or the data have for it; the part after the bar is German. Words of one
 * line are the same state; those after `+` are in files only narrower ones, so that all that a column has are meant.
 */
export const STATES = `
unpaid, not paid, owing, outstanding, unsettled, yet to be paid, still to be paid, open + open, outstanding, overdue, past due, due, pending, partially paid, partly paid, sent, awaiting payment, late | unbezahlt, offen, ausstehend, nicht bezahlt + offen, überfällig, gemahnt, Mahnung, teilbezahlt
paid, settled, paid up, cleared, fully paid, paid off | bezahlt, beglichen, gezahlt
overdue, past due, late, in arrears, delinquent | überfällig, im Verzug, gemahnt
open, unresolved, still open, not closed, active, outstanding, unsolved, unfinished + open, new, in progress, pending, on hold, reopened, assigned, waiting, escalated, working, wip | offen, ungelöst, unerledigt + offen, neu, in Bearbeitung, wartend, in Arbeit
closed, resolved, solved, done, finished, completed, complete, fixed, settled | geschlossen, gelöst, erledigt, abgeschlossen, fertig, beendet
won, win, wins, successful, closed won, won deals, landed | gewonnen, Abschluss, erfolgreich
lost, loss, losses, unsuccessful, closed lost, defeat, defeats, failed | verloren, Niederlage
draw, draws, drawn, tie, ties, tied, d | Unentschieden, Remis
home win, home wins, won at home, home victory, h | Heimsieg, Heimsiege
away win, away wins, won away, away victory, a | Auswärtssieg, Auswärtssiege
at home, home | Heimspiel, zuhause, heim
away, on the road | auswärts, Auswärtsspiel
cancelled, canceled, called off, cancel, cancels, cancellation, cancellations, dropped, void, voided, abandoned | storniert, abgesagt, Storno, gekündigt, ausgefallen
no show, no shows, noshow, did not attend, did not show up, didn't show up, dna, missed, not attended, failed to show | nicht erschienen, No-Show, versäumt
attended, showed up, shown, kept, turned up, came, checked in, arrived, fulfilled, completed | erschienen, wahrgenommen
returned, refunded, refund, refunds, sent back, return, returns, brought back | retourniert, zurückgegeben, erstattet, Rücksendung, Retoure
shipped, dispatched, sent, in transit, on its way, on the way | versandt, verschickt, unterwegs
delivered, arrived, received, fulfilled, successful delivery | geliefert, zugestellt, angekommen
undelivered, failed delivery, not delivered, delivery failed | nicht zugestellt, unzustellbar
active, current, live, ongoing, running, in force, valid | aktiv, laufend, gültig
inactive, dormant, lapsed, not active, idle, paused | inaktiv, ruhend, pausiert
churned, cancelled, canceled, left, lost, terminated, ended, expired, unsubscribed, inactive | gekündigt, abgewandert, beendet, ausgetreten
trial, trialing, on trial, free trial, test phase | Probezeit, Testphase
new, first time, newcomer, newly joined | neu, Neukunde
returning, existing, repeat, repeated, regular, recurring, loyal | wiederkehrend, Stammkunde, Bestandskunde, Stammgast
passed, pass, passes, successful, succeeded, p | bestanden
failed, fail, fails, unsuccessful, not passed, flunked, f | durchgefallen, nicht bestanden
approved, accepted, granted, authorised, authorized, admitted | genehmigt, bewilligt, angenommen, zugesagt
rejected, declined, denied, refused, turned down, not approved | abgelehnt, verweigert, zurückgewiesen
pending, waiting, in review, under review, awaiting, on hold, undecided, in process | ausstehend, wartend, in Prüfung, schwebend
draft, drafts, unsent | Entwurf
scheduled, planned, booked, upcoming, confirmed | geplant, terminiert, gebucht, bestätigt
delayed, late, behind schedule | verspätet, verzögert
on time, punctual, in time, timely | pünktlich, rechtzeitig
full time, fulltime, full timers, ft | Vollzeit
part time, parttime, part timers, pt | Teilzeit
permanent, open ended, unlimited | unbefristet, fest
temporary, temp, fixed term, contract, contractor, limited | befristet, Zeitvertrag
intern, interns, internship, trainee | Praktikant, Praktikum
remote, home office, from home, work from home, wfh | Homeoffice, remote
online, internet, web, website, e commerce, ecommerce, webshop, web shop, digital, on the web | Online, Internet, Webshop, Onlineshop
in store, store, shop, offline, in person, retail, walk in, counter, in shop, physical | Filiale, Laden, Geschäft, vor Ort, stationär
phone, telephone, call, calls, by phone, over the phone, phoned | Telefon, telefonisch, Anruf
email, e mail, mail, by email, by mail, emails | E-Mail, Mail
chat, live chat, messenger | Chat
app, mobile app, in app | App
social, social media, facebook, instagram, socials | soziale Medien
organic, natural search, seo, organic search, unpaid search | organisch
paid ads, paid search, ads, sem, ppc, cpc | bezahlte Suche, Anzeigen
direct, directly, direct traffic | direkt
referral, referrals, recommendation, recommended, word of mouth, referred | Empfehlung, empfohlen
newsletter, email campaign, mailing, email marketing | Newsletter, Mailing
mobile, phone, smartphone, cell phone, mobile phone, phones, cell | Handy, Smartphone, mobil
desktop, computer, pc, laptop | Desktop, Rechner, PC
tablet, ipad, tablets | Tablet
cash, in cash, coins, cash payment | bar, Bargeld
card, credit card, by card, cc, credit, card payment, plastic | Karte, Kreditkarte
debit card, bank card, ec | EC-Karte, Girocard
bank transfer, transfer, wire, wire transfer, direct debit, sepa | Überweisung, Lastschrift
invoice, on account, bill | Rechnung, auf Rechnung
delivery, delivered, home delivery, take away, takeaway, takeout, take out, to go | Lieferung, zum Mitnehmen
dine in, eat in, in house, on site | vor Ort, im Haus
b2b, business, corporate, commercial, businesses, company customers | Geschäftskunde, Firmenkunde, gewerblich
b2c, private, consumer, individual, private customers, home, residential | Privatkunde, privat
male, m, man, men, boy, boys, gentlemen, males, guys | männlich, Mann, Männer, Herr, Jungen, m
female, f, woman, women, girl, girls, lady, ladies, w, females | weiblich, Frau, Frauen, Dame, Mädchen, w
diverse, nonbinary, non binary, other, x, nb | divers, d
married, wed, spouse | verheiratet
single, unmarried, never married | ledig, alleinstehend
divorced, separated | geschieden, getrennt
smoker, smokers, smoking, smokes, smoke | Raucher, raucht
non smoker, nonsmoker, non smokers, never smoked, doesn't smoke | Nichtraucher
high, urgent, critical, severe, top priority, important, p1 | hoch, dringend, kritisch
medium, normal, moderate, average, standard, p2 | mittel, normal
low, minor, not urgent, unimportant, p3 | niedrig, gering
fatal, deadly, death, killed, lethal | tödlich, getötet
serious, severe, major, grave, seriously injured | schwer, schwerwiegend, schwerverletzt
slight, minor, light, mild, slightly injured | leicht, leichtverletzt
positive, pos, detected, reactive, infected | positiv, nachgewiesen
negative, neg, not detected, nonreactive | negativ, nicht nachgewiesen
rainy, rain, raining, wet, in the rain, showers, drizzle, when it rained | Regen, regnerisch, nass, Schauer
sunny, clear, fine, sun, bright, fair | sonnig, klar, heiter
cloudy, overcast, clouds, grey | bewölkt, wolkig, bedeckt
snowy, snow, snowing, icy | Schnee, Schneefall, verschneit, Eis
foggy, fog, mist, misty | Nebel, neblig
windy, wind, storm, stormy | windig, Sturm, stürmisch
dry, without rain | trocken
wet, damp, flooded | nass, feucht
dark, darkness, at night, night, after dark | dunkel, Dunkelheit, nachts
daylight, day, light, daytime, by day | Tageslicht, hell, tagsüber, Tag
morning, mornings, early, early shift, am, a m | früh, morgens, Frühschicht, Vormittag
afternoon, late shift, late, pm, p m, afternoons | Nachmittag, Spätschicht, nachmittags, spät
evening, evenings, dinner, late | Abend, abends, Abendessen
night, night shift, nights, overnight | Nacht, Nachtschicht, nachts
breakfast, with breakfast, bb, bed and breakfast, b b | Frühstück, mit Frühstück
half board, hb | Halbpension
full board, fb | Vollpension
all inclusive, ai | All inclusive
lunch, midday, noon, at lunch, lunchtime | Mittag, Mittagessen, mittags
yes, y, true, t, 1, ja, j, wahr | ja, wahr
no, n, false, f, 0, nein | nein, falsch
first class, 1st class, first | erste Klasse
business class, business, c | Business
economy, economy class, coach, second class, 2nd class, standard class | Economy, zweite Klasse
one way, single, oneway | einfache Fahrt, Hinfahrt
round trip, return, roundtrip | Hin- und Rückfahrt
domestic, national, home market, inland | Inland, inländisch, national
international, foreign, abroad, overseas, export | Ausland, ausländisch, international
urban, city, in town, in the city, metropolitan | städtisch, innerorts, Stadt
rural, countryside, out of town, in the country | ländlich, außerorts, Land
house, houses, detached, detached house, single family | Haus, Einfamilienhaus
apartment, apartments, flat, flats, condo, condominium | Wohnung, Apartment, Etagenwohnung
new build, brand new, unused, newly built | neu, Neubau
used, second hand, pre owned, secondhand, preowned | gebraucht, Gebrauchtwagen
automatic, auto | Automatik
manual, stick, stick shift | Schaltgetriebe, manuell
petrol, gasoline, gas | Benzin
diesel | Diesel
electric, ev, battery electric, electrically powered, evs | elektrisch, Elektro, Strom
hybrid, plug in hybrid, plug in | Hybrid
buy, purchase, bought, b, buys, long | Kauf, gekauft
sell, sold, sale, s, sells, short | Verkauf, verkauft
income, incoming, revenue, credit, cr, in, inflow, deposit | Einnahme, Einnahmen, Eingang, Ertrag, Haben
expense, outgoing, spending, expenses, debit, dr, out, cost, withdrawal, expenditure | Ausgabe, Ausgaben, Aufwand, Soll
winter, in winter | Winter
summer, in summer | Sommer
bestseller, best seller | Bestseller
damaged, broken, defective, faulty, defect | beschädigt, defekt, kaputt
intact, ok, undamaged, good, working, fine | in Ordnung, i.O., intakt
exempt, tax free, zero rated | steuerfrei
qualified, sql, mql | qualifiziert
hearted, liked, satisfied, happy, promoter, very satisfied, pleased | zufrieden, sehr zufrieden
unhappy, dissatisfied, unsatisfied, detractor, very dissatisfied | unzufrieden
wheat, grain | Weizen
`;
