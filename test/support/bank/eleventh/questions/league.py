"""Questions on the matches of a league, in German; three were called off."""

from expectations import PERCENT, Bank, decline, table, value, winner
from reading import best, by, day, mean, month, percent, read, total, weekday, where
from readings import any_of, leaders

FILE, CROWD, JUDGE, YELLOW, RED = (
    "Spielplan_Saison_2023_24.csv",
    "Zuschauer",
    "Schiedsrichter",
    "Gelbe Karten",
    "Rote Karten",
)
TOP = "1. FC Marienstadt"


def standing(played):
    """Points, won, goals, difference of goals by club."""
    clubs = {row["Heim"]: [0, 0, 0, 0] for row in played}
    for row in played:
        for club, own, other in ((row["Heim"], row["a"], row["b"]), (row["Gast"], row["b"], row["a"])):
            entry = clubs[club]
            entry[0] += 3 if own > other else own == other
            entry[1] += own > other
            entry[2] += own
            entry[3] += own - other
    return [{club: entry[place] for club, entry in clubs.items()} for place in range(4)]


def questions():
    rows = read(FILE, [CROWD, "Tore Heim", "Tore Gast", YELLOW, RED], delimiter=";", german=True)
    for row in rows:
        row["tag"] = day(row["Datum"], "%d.%m.%Y")
        row["a"], row["b"] = row["Tore Heim"], row["Tore Gast"]
        row["sum"] = None if row["a"] is None else row["a"] + row["b"]
    bank = Bank("league", [FILE], "de")
    ask = bank.ask
    played = [row for row in rows if row["a"] is not None]
    won = [row for row in played if row["a"] > row["b"]]
    drawn = [row for row in played if row["a"] == row["b"]]

    def goals(part):
        return total(part, "sum")

    ask("Wie viele Tore sind insgesamt gefallen?", "sum", "Tore von Heim und Gast zusammen.", value(goals(played)))
    each = ask(
        "Tore pro Spiel im Schnitt",
        "average",
        "Summe durch gespielte Spiele; oder durch alle.",
        any_of(value(goals(played) / len(played)), value(goals(played) / len(rows))),
        traits=["terse"],
    )
    ask("und je Spieltag?", "average by group", "Dasselbe nach Spieltag; oder Tore je Spieltag.",
        any_of(table(["Spieltag"], by(played, "Spieltag", lambda part: goals(part) / len(part))),
               table(["Spieltag"], by(played, "Spieltag", goals)), value(goals(played) / 34)), [each])  # fmt: skip
    home = by(played, "Heim", lambda part: total(part, "a"))
    scorers = ask(
        "Welche Mannschaft hat zu Hause die meisten Tore geschossen?",
        "best",
        "Höchste Summe der Tore als Heim.",
        any_of(*leaders(home)),
    )
    ask("und auswärts?", "best", "Höchste Summe der Tore als Gast.",
        any_of(*leaders(by(played, "Gast", lambda part: total(part, "b")))), [scorers])  # fmt: skip
    ask("durchschnittliche Zuschauerzahl pro Heimverein", "average by group", "Mittel nach Heim.",
        table(["Heim"], by(rows, "Heim", lambda part: mean(part, CROWD))))  # fmt: skip
    ask("Zuschauer gesamt", "sum", "Summe der Zuschauer.", value(total(rows, CROWD)), traits=["terse"])
    ask(
        "Wie viele Spiele endeten unentschieden?",
        "two columns",
        "So viele Tore des Heims wie des Gasts.",
        value(len(drawn)),
    )
    ask(
        "Wie hoch ist der Anteil der Heimsiege?",
        "share",
        "Mehr Tore des Heims, von gespielten oder von allen Spielen.",
        any_of(value(percent(len(won), len(played)), PERCENT), value(percent(len(won), len(rows)), PERCENT)),
    )
    full = max(played, key=lambda row: row[CROWD] or 0)
    ask("Welches Spiel hatte die meisten Zuschauer?", "extreme row", "Die Zeile mit den meisten.",
        winner((full["Heim"], full[CROWD])))  # fmt: skip
    ask("Gelbe Karten je Schiedsrichter", "group", "Summe nach Schiedsrichter.",
        table([JUDGE], by(rows, JUDGE, lambda part: total(part, YELLOW))), traits=["terse"])  # fmt: skip
    ask("Bei wie vielen Spielen fielen mehr als 5 Tore?", "count", "Summe beider über 5.",
        value(sum(row["sum"] > 5 for row in played)))  # fmt: skip
    ask(
        "Für wie viele Spiele fehlt die Zuschauerzahl?",
        "missing",
        "Zeilen ohne Angabe.",
        value(len(where(rows, **{CROWD: None}))),
    )
    ask("Zeig mir die Tore nach Monat", "trend", "Summe der Tore nach Monat.",
        table(["month"], by(played, lambda row: month(row["tag"]), goals)))  # fmt: skip
    wins = ask(
        "Wie viele Heimspiele hat der SV Falkenau gewonnen?",
        "conditions",
        "Mehr Tore des Heims, dieser Verein.",
        value(len(where(won, Heim="SV Falkenau"))),
    )
    lost = [row for row in where(played, Heim="SV Falkenau") if row["a"] < row["b"]]
    ask("und wie viele verloren?", "conditions", "Weniger Tore des Heims, dieser Verein.", value(len(lost)), [wins])
    ask("Auswärtstore von Marienstadt", "sum", "Tore als Gast.", value(total(where(played, Gast=TOP), "b")),
        traits=["part-of-value", "terse"])  # fmt: skip
    ask("An welchem Wochentag kommen im Mittel die meisten Zuschauer?", "best", "Höchstes Mittel nach Wochentag.",
        winner(best(by(rows, lambda row: weekday(row["tag"]), lambda part: mean(part, CROWD)))))  # fmt: skip
    ask(
        "Wie oft ging ein Spiel 0:0 aus?",
        "count",
        "Zeilen mit diesem Ergebnis.",
        value(len(where(rows, Ergebnis="0:0"))),
    )
    ask(
        "Wer ist die beste Mannschaft?",
        "opinion",
        "Meiste Punkte, Siege, Tore, oder bestes Torverhältnis.",
        any_of(
            *(one for group in standing(played) for one in leaders(group)),
            *leaders(home),
            *leaders(by(won, "Heim", len)),
        ),
        ambiguous=True,
    )
    ask("Wer ist Torschützenkönig geworden?", "other topic", "Spieler stehen nicht in der Datei.",
        decline("Die Datei nennt Mannschaften, keine Spieler.", "Torschützenkönig"))  # fmt: skip
    return bank
