"""Questions on homes that were offered in Melbourne; some have no price."""

from expectations import PERCENT, Bank, decline, ranking, table, value, winner
from reading import best, by, correlation, day, first, growth, mean, median, percent, read, top, values, where
from readings import any_of, leaders

REGION = "Regionname"


def questions():
    rows = read("Melbourne_housing_FULL.csv", ["Rooms", "Price", "Distance", "Landsize", "Bathroom", "Car"])
    for row in rows:
        row["year"] = day(row["Date"], "%d/%m/%Y").year
    bank = Bank("homes", ["Melbourne_housing_FULL.csv"])
    ask = bank.ask
    priced = [row for row in rows if row["Price"] is not None]

    def middle(part):
        return median(part, "Price")

    def average(part):
        return mean(part, "Price")

    types = ask(
        "median price by type", "median", "Median of the prices by type.", table(["Type"], by(priced, "Type", middle)),
        traits=["terse"],
    )  # fmt: skip
    ask(
        "and just for the southern metropolitan region", "condition", "The same for one region.",
        table(["Type"], by(where(priced, **{REGION: "Southern Metropolitan"}), "Type", middle)), [types],
        ["part-of-value"],
    )  # fmt: skip
    ask(
        "What are the 5 suburbs with the highest average price?", "top",
        "The five suburbs with the highest mean price.",
        ranking(top(by(priced, "Suburb", average), 5), "Suburb"),
    )  # fmt: skip
    ask("how many listings have no price", "missing", "Rows without a price.", value(len(rows) - len(priced)))
    agents = ask(
        "which agent (SellerG) has the most listings in 2017?", "best", "The agent with the most rows of this year.",
        winner(best(by(where(rows, year=2017), "SellerG", len))),
    )  # fmt: skip
    ask(
        "only in the eastern metropolitan region", "condition", "The same for one region.",
        winner(best(by(where(rows, year=2017, **{REGION: "Eastern Metropolitan"}), "SellerG", len))), [agents],
        ["part-of-value"],
    )  # fmt: skip
    ask(
        "Are homes cheaper the further they are from the centre?", "correlation", "Correlation of distance and price.",
        value(correlation(rows, "Distance", "Price")), traits=["synonym"],
    )  # fmt: skip
    dear = [row for row in priced if row["Price"] > 1.5e6]
    rich = ask(
        "number of properties above 1.5 million", "condition", "Rows with a price above this.", value(len(dear)),
    )  # fmt: skip
    ask(
        "how many of these have 2 or more bathrooms?", "condition", "Of these, rows with at least two bathrooms.",
        value(sum((row["Bathroom"] or 0) >= 2 for row in dear)), [rich],
    )  # fmt: skip
    ask(
        "average land size without the zeros", "negation", "Mean of the land sizes other than 0.",
        value(mean([row for row in rows if row["Landsize"]], "Landsize")),
    )  # fmt: skip
    cheapest = first(priced, "Price")
    cheap = ask(
        "Address of the cheapest property?", "lookup", "The address with the lowest price.",
        value(cheapest["Address"], measure=cheapest["Price"]),
    )  # fmt: skip
    ask("what suburb is it in", "lookup", "The suburb of this property.", value(cheapest["Suburb"]), [cheap], ["terse"])
    ask(
        "what % of listings is in each region", "share", "Rows of each region of all rows.",
        table([REGION], by(rows, REGION, lambda part: percent(len(part), len(rows))), PERCENT),
    )  # fmt: skip
    old, new = (middle(where(priced, year=year)) for year in (2016, 2017))
    ask(
        "How did the median price change from 2016 to 2017?", "growth", "Change of the medians, in percent or dollars.",
        any_of(value(growth(old, new), PERCENT), value(new - old), table(["year"], {2016: old, 2017: new})),
    )  # fmt: skip
    areas = ["Suburb", "CouncilArea", REGION]
    ask(
        "Which area is the most expensive?", "opinion",
        "The suburb, council, or region with the highest mean, median, or price.",
        any_of(*[one for area in areas for figure in (average, middle, lambda part: max(values(part, "Price")))
                 for one in leaders(by(priced, area, figure))]), ambiguous=True,
    )  # fmt: skip
    ask(
        "what rent can I ask for a unit in St Kilda", "other topic", "Rents are not in the file.",
        decline("The file has prices of sale, no rents.", "rent"),
    )  # fmt: skip
    return bank
