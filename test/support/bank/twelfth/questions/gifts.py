"""Questions, in German, on the gifts to a charity."""

from expectations import PERCENT, Bank, decline, listing, ranking, table, value, winner
from tables import best, by, either, extreme, german, groups, leaders, load, mean, middle, month, percent, top, total
from tables import where, year

FILE, SUM = "Spendenliste_2023_2024.csv", "Betrag in EUR"


def questions():
    rows = load(FILE, [SUM], {"Datum": "%d.%m.%Y"}, sep=";", number=german)
    bank = Bank("gifts", [FILE], language="de")
    ask = bank.ask
    given = [row for row in rows if row[SUM] > 0]
    numbers = {row["Name"]: row["Spender-Nr."] for row in rows}
    assert len(numbers) == len(groups(rows, "Spender-Nr."))

    def amount(part):
        return total(part, SUM)

    def of(when):
        return [row for row in rows if year("Datum")(row) == when]

    def way(name):
        """Of the sum, or of the gifts; a gift that came back counts against the sum."""
        part = where(rows, Zahlungsweg=name)
        return either(value(percent(amount(part), amount(rows)), PERCENT), value(percent(len(part), len(rows)), PERCENT))

    ask("Wie viel wurde insgesamt gespendet?", "sum", "Sum of all amounts, with or without those that came back.",
        either(value(amount(rows)), value(amount(given))))  # fmt: skip
    ask("wie viele verschiedene Spender haben wir", "distinct", "Distinct donors.", value(len(numbers)))
    ask("Spenden je Zweck", "group", "Sums by purpose; or rows.",
        either(table(["Zweck"], by(rows, "Zweck", amount)), table(["Zweck"], by(rows, "Zweck", len))),
        traits=["terse"])  # fmt: skip
    average = "Wie hoch ist die durchschnittliche Spende?"
    ask(average, "average", "Mean, with or without those that came back.", either(value(mean(rows, SUM)), value(mean(given, SUM))))
    ask("und nur die Einzelspenden?", "average", "The same for one kind.",
        either(*(value(mean(where(part, Art="Einzelspende"), SUM)) for part in (rows, given))), [average])  # fmt: skip
    first = top(by(rows, "Name", amount), 10)
    ask("Top 10 Spender nach Betrag", "top", "Donors by sum.",
        either(ranking(first, "Name"), ranking([(numbers[name], sums) for name, sums in first], "Spender-Nr.")))  # fmt: skip
    ask("Spendensumme pro Monat im Jahr 2024", "trend", "Sums by month.", table(["month"], by(of("2024"), month("Datum"), amount)))
    large = extreme(rows, SUM)
    ask("Was war die größte Einzelspende und von wem kam sie?", "extreme row", "The row with the highest amount.",
        either(winner((large["Name"], large[SUM])), winner((large["Spender-Nr."], large[SUM]))))  # fmt: skip
    ask("wie viele Spenden lagen über 200 Euro", "count", "Rows above this.", value(sum(row[SUM] > 200 for row in rows)))
    paypal = "Welcher Anteil kam über PayPal?"
    ask(paypal, "share", "Of the sum, or of the gifts.", way("PayPal"))
    ask("und per Lastschrift", "share", "The same for another way.", way("Lastschrift"), [paypal])
    sums = by(rows, year("Datum"), amount)
    change = sums["2024"] - sums["2023"]
    ask("Haben wir 2024 mehr Spenden eingenommen als 2023?", "comparison", "Both sums, or their difference; or how many.",
        either(table(["year"], sums), value(change), value(percent(change, sums["2023"]), PERCENT),
               table(["year"], by(rows, year("Datum"), len)), value(len(of("2024")) - len(of("2023")))))  # fmt: skip
    ask("Bei wie vielen Spenden fehlt der Zweck?", "missing", "Rows without one.", value(len(where(rows, Zweck=None))))
    ask("Wie viel haben Spender aus Göttingen 2023 gegeben?", "conditions", "Sum of one place and year.",
        value(amount(where(of("2023"), Ort="Göttingen"))))  # fmt: skip
    generous = [name for name, one in by(of("2024"), "Name", amount).items() if one > 500]
    ask("Welche Spender haben 2024 zusammen mehr als 500 € gegeben?", "having", "Donors with a sum above this.",
        either(listing(generous, "Name"), listing([numbers[name] for name in generous], "Spender-Nr.")))  # fmt: skip
    receipts = "wie viele Quittungen sind noch nicht versandt?"
    ask(receipts, "count", "Rows with nein.", value(len(where(rows, Quittung_versandt="nein"))))
    ask("nur 2024", "count", "The same for one year.", value(len(where(of("2024"), Quittung_versandt="nein"))), [receipts],
        ["terse"])  # fmt: skip
    ask("Median der Spendenbeträge nach Art", "median", "Median by kind.",
        either(*(table(["Art"], by(part, "Art", lambda one: middle(one, SUM))) for part in (rows, given))))  # fmt: skip
    ask("In welchem Monat kam am meisten Geld rein?", "best", "Month of a year, or month of both years, by sum.",
        either(winner(best(by(rows, month("Datum"), amount))), winner(best(by(rows, lambda row: f"{row['Datum']:%B}", amount)))))  # fmt: skip
    ask("Wie alt sind unsere Spender im Durchschnitt?", "other topic", "Ages are not in the file.",
        decline("The file has names and amounts, no ages.", "alt"))  # fmt: skip
    ask("Wer ist unser wichtigster Spender?", "opinion", "Highest sum, largest gift, or most gifts.",
        leaders(*(by(rows, key, measure) for key in ("Name", "Spender-Nr.") for measure in (
            amount, len, lambda part: max(row[SUM] for row in part), lambda part: mean(part, SUM)))), ambiguous=True)  # fmt: skip
    return bank
