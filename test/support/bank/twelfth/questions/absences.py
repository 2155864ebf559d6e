"""Questions, in German, on the absences at a school in half a year."""

from expectations import PERCENT, Bank, decline, listing, ranking, table, value, winner
from tables import best, by, days, either, extreme, groups, leaders, load, mean, middle, month, percent, top, total
from tables import weekday, where

FILE, PUPIL, DAYS, HOURS, EXCUSED = (
    "Fehlzeiten_Schuljahr_2024-25_Halbjahr_1.csv", "Schüler/in", "Fehltage", "Fehlstunden", "Entschuldigt")  # fmt: skip


def questions():
    form = "%d.%m.%Y"
    rows = load(FILE, [DAYS, HOURS], {"Von": form, "Bis": form, "Erfasst am": form}, sep=";", encoding="cp1252")
    for row in rows:
        row["late"] = days(row, "Von", "Erfasst am")
    missed = where(rows, Entschuldigt="nein")
    bank = Bank("absences", [FILE], language="de")
    ask = bank.ask

    def hours(part):
        return total(part, HOURS)

    def absent(part):
        return total(part, DAYS)

    ask("Wie viele Fehltage gab es insgesamt?", "sum", "Sum of days.", value(absent(rows)))
    rooms = "Fehltage je Klasse"
    ask(rooms, "group", "Sum of days by class.", table(["Klasse"], by(rows, "Klasse", absent)), traits=["terse"])
    ask("nur die unentschuldigten", "group", "The same for nein.", table(["Klasse"], by(missed, "Klasse", absent)), [rooms])
    ask("wie viele Schüler haben überhaupt gefehlt?", "distinct", "Distinct pupils.", value(len(groups(rows, PUPIL))))
    ask("Was ist der häufigste Grund?", "best", "The reason of most rows.", winner(best(by(rows, "Grund", len))))
    ask("Fehlstunden pro Monat", "trend", "Sum of hours by the month of the first day.",
        table(["month"], by(rows, month("Von"), hours)), traits=["terse"])  # fmt: skip
    ask("Die 5 Schüler mit den meisten Fehlstunden", "top", "Pupils by sum.", ranking(top(by(rows, PUPIL, hours), 5), PUPIL))
    share = "Wie viel Prozent der Fehlstunden sind unentschuldigt?"
    ask(share, "share", "Hours of nein of all hours.", value(percent(hours(missed), hours(rows)), PERCENT))
    ask("und in der 9a?", "share", "The same for one class.",
        value(percent(hours(where(missed, Klasse="9a")), hours(where(rows, Klasse="9a"))), PERCENT), [share])  # fmt: skip
    longest = extreme(rows, DAYS)
    ask("Wer hatte die längste Fehlzeit am Stück und wie viele Tage waren das?", "extreme row", "The row with most days.",
        winner((longest[PUPIL], longest[DAYS])))  # fmt: skip
    ask("Welche Schüler haben mehr als 25 Fehltage?", "having", "Pupils with a sum above this.",
        listing([name for name, one in by(rows, PUPIL, absent).items() if one > 25], PUPIL))  # fmt: skip
    ask("wie viele Entschuldigungen sind noch offen", "count", "Rows with offen.", value(len(where(rows, Entschuldigt="offen"))))
    ask("Bei wie vielen Einträgen ist kein Grund angegeben?", "missing", "Rows without one.", value(len(where(rows, Grund=None))))
    ask("Wie lange dauert eine Krankheit im Schnitt, in Tagen?", "condition", "Mean of days of one reason.",
        value(mean(where(rows, Grund="Krankheit"), DAYS)))  # fmt: skip
    ask("Wie oft wurde in der 8b verschlafen?", "conditions", "Rows of one class and reason.",
        value(len(where(rows, Klasse="8b", Grund="Verschlafen"))))  # fmt: skip
    weekdays = "An welchem Wochentag beginnen die meisten Fehlzeiten?"
    ask(weekdays, "best", "The weekday of most rows.", winner(best(by(rows, weekday("Von"), len))))
    ask("und wie verteilen sie sich auf die Wochentage?", "part of time", "Rows by weekday.",
        table(["weekday"], by(rows, weekday("Von"), len)), [weekdays])  # fmt: skip
    ask("Median der Fehlstunden pro Klasse", "median", "Of entries; or of pupils.",
        either(table(["Klasse"], by(rows, "Klasse", lambda part: middle(part, HOURS))),
               table(["Klasse"], by([{"Klasse": part[0]["Klasse"], "sum": hours(part)} for part in groups(rows, PUPIL).values()],
                                    "Klasse", lambda part: middle(part, "sum")))))  # fmt: skip
    ask("Wie viele Tage vergehen durchschnittlich zwischen Beginn und Erfassung?", "two dates", "Mean of the days between.",
        value(mean(rows, "late")))  # fmt: skip
    ask("Welche Noten haben die Schüler mit vielen Fehltagen?", "other topic", "Marks are not in the file.",
        decline("The file has absences, no marks.", "Noten"))  # fmt: skip
    ask("Welche Klasse ist am auffälligsten?", "opinion", "Most days, hours, entries, or most without excuse.",
        leaders(*(by(part, "Klasse", of) for part in (rows, missed) for of in (absent, hours, len)),
                by(rows, "Klasse", lambda part: hours(where(part, Entschuldigt="nein")) / hours(part)),
                by(rows, "Klasse", lambda part: len(where(part, Entschuldigt="nein")) / len(part))), ambiguous=True)  # fmt: skip
    return bank
