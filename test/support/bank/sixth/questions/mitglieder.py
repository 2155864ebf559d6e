from datetime import date

from expectations import PERCENT, Bank, decline, table, value, winner
from reading import best, by, day, first, mean, percent, read, total, where
from readings import any_of


def questions():
    rows = read("Mitglieder.csv", numbers=("Jahresbeitrag",), delimiter=";", german=True)
    for row in rows:
        for column in ("Geburtsdatum", "Eintritt", "Austritt"):
            row[column] = day(row[column], "%d.%m.%Y")
    staying = [row for row in rows if row["Austritt"] is None]
    bank = Bank("mitglieder", ["Mitglieder.csv"], language="de")
    ask = bank.ask

    def both(compute):
        """All rows, or those who have not left."""
        return any_of(compute(rows), compute(staying))

    members = ask(
        "Wie viele Mitglieder haben wir aktuell?",
        "count",
        "Rows without Austritt.",
        value(len(staying)),
        traits=["missing-word"],
    )
    ask(
        "Und je Abteilung?",
        "group",
        "Rows without Austritt, by Abteilung.",
        table(["Abteilung"], by(staying, "Abteilung", len)),
        before=[members],
        traits=["terse"],
    )
    ask(
        "und ohne die Gießener?",
        "negation",
        "Rows without Austritt whose Ort is another than Gießen.",
        value(len([row for row in staying if row["Ort"] != "Gießen"])),
        before=[members],
        traits=["synonym"],
    )
    joined = ask(
        "Wie viele sind 2023 eingetreten?",
        "period",
        "Rows whose Eintritt is in 2023.",
        value(len([row for row in rows if row["Eintritt"].year == 2023])),
    )
    ask(
        "und ausgetreten?",
        "period",
        "Rows whose Austritt is in 2023.",
        value(len([row for row in rows if row["Austritt"] and row["Austritt"].year == 2023])),
        before=[joined],
        traits=["terse"],
    )
    fees = ask(
        "Summe der Jahresbeiträge nach Beitragsgruppe",
        "group",
        "Sum of Jahresbeitrag by Beitragsgruppe, of all or of those who have not left.",
        both(
            lambda part: table(["Beitragsgruppe"], by(part, "Beitragsgruppe", lambda one: total(one, "Jahresbeitrag")))
        ),
    )
    ask(
        "bitte nur für Tennis",
        "group",
        "Sum of Jahresbeitrag of Tennis by Beitragsgruppe, of all or of those who have not left.",
        both(
            lambda part: table(
                ["Beitragsgruppe"],
                by(where(part, Abteilung="Tennis"), "Beitragsgruppe", lambda one: total(one, "Jahresbeitrag")),
            )
        ),
        before=[fees],
        traits=["polite", "part-of-value"],
    )
    ask(
        "durchschnittlicher Beitrag in der Abteilung Turnen",
        "average",
        "Mean of Jahresbeitrag in Turnen, of all or of those who have not left.",
        both(lambda part: value(mean(where(part, Abteilung="Turnen"), "Jahresbeitrag"))),
    )
    ask(
        "Wie viele Leute zahlen per Lastschrift?",
        "count",
        "Rows with Zahlungsart Lastschrift, of all or of those who have not left.",
        both(lambda part: value(len(where(part, Zahlungsart="Lastschrift")))),
        traits=["synonym"],
    )
    ask(
        "Wie hoch ist der Frauenanteil?",
        "share",
        "Rows with Anrede Frau of all, or of those who have not left.",
        both(lambda part: value(percent(len(where(part, Anrede="Frau")), len(part)), PERCENT)),
        traits=["synonym", "missing-word"],
    )
    lately = [row for row in rows if row["Eintritt"].year >= 2015]
    ask(
        "Eintritte pro Jahr seit 2015",
        "trend",
        "Rows by the year of Eintritt, from 2015 on.",
        table(["Eintritt"], by(lately, lambda row: row["Eintritt"].year, len)),
        traits=["terse"],
    )
    longest = [first(part, "Eintritt") for part in (rows, staying)]
    ask(
        "Wer ist am längsten im Verein?",
        "extreme",
        "The earliest Eintritt, of all or of those who have not left: the name or the number.",
        any_of(
            *(
                value(text)
                for row in longest
                for text in (row["Nachname"], f"{row['Vorname']} {row['Nachname']}", row["Mitgliedsnr."])
            )
        ),
        traits=["synonym"],
    )
    ask(
        "Bei wie vielen fehlt die Mailadresse?",
        "missing",
        "Rows without E-Mail, of all or of those who have not left.",
        both(lambda part: value(len([row for row in part if row["E-Mail"] is None]))),
        traits=["synonym"],
    )
    ask(
        "Wie viele Mitglieder sind vor 1960 geboren?",
        "condition",
        "Rows whose Geburtsdatum is before 1960, of all or of those who have not left.",
        both(lambda part: value(len([row for row in part if row["Geburtsdatum"] < date(1960, 1, 1)]))),
    )
    ask(
        "Welche Abteilung ist am stärksten?",
        "ambiguous",
        "By members, of all or of those who have not left, by fees, or by mean fee.",
        any_of(
            *(
                winner(best(by(part, "Abteilung", compute)))
                for part in (rows, staying)
                for compute in (
                    len,
                    lambda one: total(one, "Jahresbeitrag"),
                    lambda one: mean(one, "Jahresbeitrag"),
                )
            )
        ),
        ambiguous=True,
    )
    ask(
        "Wie viele Spenden haben wir 2024 bekommen?",
        "unanswerable",
        "There is nothing about donations.",
        decline("no column of donations", "Spenden"),
    )
    return bank
