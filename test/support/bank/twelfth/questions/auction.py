"""Questions on the lots of an auction house."""

from expectations import PERCENT, Bank, decline, listing, ranking, table, value, winner
from tables import best, by, either, extreme, leaders, load, mean, middle, month, percent, top, total, where

FILE, LOW, HIGH, HAMMER, PRICE, ARTIST = (
    "auction_results_2024.csv", "Low Estimate (GBP)", "High Estimate (GBP)", "Hammer Price (GBP)",
    "Price incl. Premium (GBP)", "Artist/Maker")  # fmt: skip


def questions():
    rows = load(FILE, [LOW, HIGH, HAMMER, PRICE], {"Sale Date": "%d %B %Y"})
    sold, passed = where(rows, Status="Sold"), where(rows, Status="Passed")
    above = [row for row in sold if row[HAMMER] > row[HIGH]]
    bank = Bank("auction", [FILE])
    ask = bank.ask

    def hammer(part):
        return total(part, HAMMER)

    def rate(part):
        return percent(len(where(part, Status="Sold")), len(part))

    ask("total hammer price of all sales", "sum", "Sum of hammer prices.", value(hammer(rows)))
    ask("What percentage of lots sold?", "share", "Sold of all lots, or without those that were withdrawn.",
        either(*(value(rate(part), PERCENT) for part in (rows, sold + passed))))  # fmt: skip
    ask("hammer by department", "group", "Sum of hammer prices by department.",
        table(["Department"], by(rows, "Department", hammer)), traits=["terse", "part-of-value"])  # fmt: skip
    ask("the 10 most expensive lots", "top", "Titles by hammer price.",
        ranking(top({row["Title"]: row[HAMMER] for row in sold}, 10), "Title"))  # fmt: skip
    over = "How many lots went above their high estimate?"
    ask(over, "two columns", "Hammer price, or price with premium, above the high estimate.",
        either(value(len(above)), value(sum(row[PRICE] > row[HIGH] for row in sold))))  # fmt: skip
    ask("what share of the sold lots is that", "share", "Of the lots that were sold.",
        either(value(percent(len(above), len(sold)), PERCENT),
               value(percent(sum(row[PRICE] > row[HIGH] for row in sold), len(sold)), PERCENT)), [over])  # fmt: skip
    ask("how many lots were hammered down below the low estimate", "two columns", "Hammer price below the low estimate.",
        value(sum(row[HAMMER] < row[LOW] for row in sold)))  # fmt: skip
    ask("average hammer price per buyer channel", "group", "Mean by channel.",
        table(["Buyer Channel"], by(sold, "Buyer Channel", lambda part: mean(part, HAMMER))))  # fmt: skip
    ask("Which artist brought in the most money?", "best", "Highest sum of hammer prices.",
        either(winner(best(by(sold, ARTIST, hammer))), winner(best(by(sold, ARTIST, lambda part: total(part, PRICE))))))  # fmt: skip
    ask("how many lots have no artist or maker?", "missing", "Rows without one.",
        value(sum(row[ARTIST] is None for row in rows)))  # fmt: skip
    ask("median hammer price", "median", "Median of lots that were sold.", value(middle(sold, HAMMER)), traits=["terse"])
    ask("number of lots in each sale", "group", "Rows by sale.", table(["Sale No"], by(rows, "Sale No", len)))
    unsold = "how many lots were passed?"
    ask(unsold, "count", "Rows with Passed.", value(len(passed)))
    ask("and withdrawn", "count", "Rows with Withdrawn.", value(len(where(rows, Status="Withdrawn"))), [unsold], ["terse"])
    ask("passed lots with a high estimate over 5,000", "conditions", "Number of these, or their list.",
        either(value(sum(row[HIGH] > 5000 for row in passed)),
               listing([row["Title"] for row in passed if row[HIGH] > 5000], "Title")))  # fmt: skip
    ask("How much buyer's premium did we take in altogether?", "difference", "Prices with premium less hammer prices.",
        value(total(sold, PRICE) - hammer(sold)))  # fmt: skip
    monthly = "hammer total per month"
    ask(monthly, "trend", "Sum of hammer prices by month.", table(["month"], by(sold, month("Sale Date"), hammer)))
    ask("just paintings", "trend", "The same for one department.",
        table(["month"], by(where(sold, Department="Paintings"), month("Sale Date"), hammer)), [monthly])  # fmt: skip
    dear = extreme(where(sold, Buyer_Channel="Online"), HAMMER)
    ask("what was the most expensive thing bought online?", "extreme row", "The lot with the highest price of Online.",
        winner((dear["Title"], dear[HAMMER])))  # fmt: skip
    ask("which countries did the buyers come from?", "other topic", "Countries are not in the file.",
        decline("The file has lots and prices, no countries.", "countries"))  # fmt: skip
    ask("Which sale was the best?", "opinion", "Highest sum, mean, median, rate, or most lots sold.",
        leaders(by(sold, "Sale No", hammer), by(sold, "Sale No", lambda part: mean(part, HAMMER)), by(sold, "Sale No", len),
                by(sold, "Sale No", lambda part: middle(part, HAMMER)), by(rows, "Sale No", rate),
                by(sold + passed, "Sale No", rate),
                by(sold, "Sale No", lambda part: hammer(part) / total(part, LOW))), ambiguous=True)  # fmt: skip
    return bank
