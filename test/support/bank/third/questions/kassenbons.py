"""Receipts of a German shop: one row an article on a receipt; asked in German."""

import statistics

from expectations import Bank, decline, ranking, table, value, winner
from reading import best, by, day, groups, month, percent, read, top, total, weekday, where

from readings import any_of, leaders


def questions():
    rows = read("kassenbons.csv", numbers=("Menge", "Einzelpreis (€)", "Betrag (€)"), delimiter=";", german=True)
    for row in rows:
        row["tag"] = day(row["Datum"], "%d.%m.%Y")
        row["monat"], row["stunde"] = month(row["tag"]), int(row["Uhrzeit"][:2])
    umsatz, menge = (lambda part: total(part, "Betrag (€)")), (lambda part: total(part, "Menge"))
    bons = by(rows, "Bon-Nr", umsatz)
    anzahl = lambda part: len(groups(part, "Bon-Nr"))
    bank = Bank("kassenbons", ["kassenbons.csv"], language="de")
    ask = bank.ask

    ask(
        "Wie hoch war der Umsatz insgesamt?",
        "sum",
        "Summe von Betrag.",
        value(umsatz(rows)),
        traits=["synonym"],
    )
    filialen = ask(
        "umsatz pro filiale",
        "group",
        "Summe von Betrag nach Filiale.",
        table(["Filiale"], by(rows, "Filiale", umsatz)),
        traits=["terse", "synonym"],
    )
    ask(
        "und nur im Dezember?",
        "group",
        "Summe von Betrag nach Filiale, im Dezember 2024.",
        table(["Filiale"], by(where(rows, monat="2024-12"), "Filiale", umsatz)),
        before=[filialen],
    )
    ask(
        "Wie viele Bons haben wir ausgestellt?",
        "distinct",
        "Verschiedene Bon-Nr.",
        value(len(bons)),
    )
    schnitt = ask(
        "Was gibt ein Kunde pro Einkauf im Schnitt aus?",
        "average",
        "Summe von Betrag durch die Zahl der Bons.",
        value(statistics.fmean(bons.values())),
        traits=["synonym"],
    )
    ask(
        "Und je Filiale?",
        "ratio",
        "Summe von Betrag durch die Zahl der Bons, nach Filiale.",
        table(["Filiale"], by(rows, "Filiale", lambda part: umsatz(part) / anzahl(part))),
        before=[schnitt],
    )
    ask(
        "Zeig mir bitte die 3 meistverkauften Artikel nach Stückzahl",
        "top",
        "Die drei Artikel mit der höchsten Summe von Menge.",
        ranking(top(by(rows, "Artikel", menge), 3), "Artikel"),
        traits=["polite", "synonym"],
    )
    monate = ask(
        "Umsatzentwicklung nach Monaten",
        "trend",
        "Summe von Betrag nach Monat.",
        table(["Monat"], by(rows, "monat", umsatz)),
        traits=["synonym"],
    )
    ask(
        "nur Backwaren",
        "trend",
        "Summe von Betrag nach Monat, der Warengruppe Backwaren.",
        table(["Monat"], by(where(rows, Warengruppe="Backwaren"), "monat", umsatz)),
        before=[monate],
    )
    ask(
        "lieber pro Woche",
        "trend",
        "Summe von Betrag nach Woche, der Warengruppe Backwaren.",
        table(["Woche"], by(where(rows, Warengruppe="Backwaren"), montag, umsatz)),
        before=[monate, "nur Backwaren"],
    )
    ask(
        "Wieviel Prozent vom Umsatz wird mit EC-Karte bezahlt?",
        "share",
        "Summe von Betrag mit Zahlungsart EC-Karte durch die Summe von allem.",
        value(percent(umsatz(where(rows, Zahlungsart="EC-Karte")), umsatz(rows)), unit="percent"),
        traits=["misspelling"],
    )
    ask(
        "An welchem Wochentag verkaufen wir am meisten?",
        "best",
        "Der Wochentag mit dem höchsten Betrag (oder der höchsten Menge).",
        any_of(
            winner(best(by(rows, lambda row: weekday(row["tag"]), umsatz))),
            winner(best(by(rows, lambda row: weekday(row["tag"]), menge))),
        ),
    )
    ask(
        "Wie viele Flaschen Apfelsaft wurden zwischen dem 1.11. und dem 24.12. verkauft?",
        "period",
        "Summe von Menge des Artikels Apfelsaft 1 l vom 1.11. bis zum 24.12.2024.",
        value(menge([r for r in rows if r["Artikel"] == "Apfelsaft 1 l" and (11, 1) <= datum(r) <= (12, 24)])),
        traits=["part-of-value"],
    )
    ask(
        "Bons über 50 Euro: wie viele sind das?",
        "condition",
        "Bons, deren Summe von Betrag über 50 liegt.",
        value(len([summe for summe in bons.values() if summe > 50])),
    )
    ask(
        "Welche Kassiererin hat am meisten kassiert?",
        "other topic",
        "Keine Spalte nennt, wer kassiert hat.",
        decline("Die Datei nennt niemanden, der kassiert.", "Kassiererin"),
    )
    ask(
        "Welche Filiale läuft am besten?",
        "opinion",
        "Nach Betrag, nach Bons, nach Menge oder nach Betrag je Bon.",
        any_of(
            winner(best(by(rows, "Filiale", umsatz))),
            winner(best(by(rows, "Filiale", anzahl))),
            winner(best(by(rows, "Filiale", menge))),
            winner(best(by(rows, "Filiale", lambda part: umsatz(part) / anzahl(part)))),
            *leaders(by(rows, "Filiale", len)),
        ),
        ambiguous=True,
    )
    return bank


def montag(row):
    return row["tag"].fromordinal(row["tag"].toordinal() - row["tag"].weekday()).isoformat()


def datum(row):
    return (row["tag"].month, row["tag"].day)
