"""Stock of two warehouses at the end of each month: levels, not movements."""

from expectations import PERCENT, Bank, decline, either, listing, table, value, winner
from reading import best, by, changes, groups, mean, percent, read, total, values, where

UNITS = "units_on_hand"


def units(part):
    return total(part, UNITS)


def worth(part):
    return sum(row[UNITS] * row["unit_cost"] for row in part if row[UNITS] is not None)


def questions():
    rows = read("stock.csv", numbers=[UNITS, "reorder_level", "unit_cost"])
    bank = Bank("stock", ["stock.csv"])
    dates = sorted(groups(rows, "date"))
    last, first = where(rows, date=dates[-1]), where(rows, date=dates[0])
    now = bank.ask(
        "how many units do we have on hand now?", "sum", "Sum of units of the last date only.", value(units(last))
    )
    bank.ask(
        "by warehouse",
        "group",
        "Units of the last date by warehouse.",
        table(["warehouse"], by(last, "warehouse", units)),
        before=[now],
    )
    bank.ask(
        "and what is it worth?", "sum", "Units times unit_cost of the last date.", value(worth(last)), before=[now]
    )
    bank.ask(
        "I need the stock value per warehouse at the end of June 2024 for a report, can you get me that?",
        "group",
        "Units times unit_cost on 2024-06-30.",
        table(["warehouse"], by(where(rows, date="2024-06-30"), "warehouse", worth)),
        traits=["polite"],
    )
    bank.ask(
        "total units on hand over time",
        "trend",
        "Sum of units for each date.",
        table(["date"], by(rows, "date", units)),
    )
    bank.ask(
        "which products are below their reorder level at the end of December 2024",
        "condition",
        "Products of the last date with units below reorder_level.",
        listing([row["product"] for row in last if row[UNITS] < row["reorder_level"]], "product"),
    )
    bank.ask(
        "How often was a product below the reorder level during the year, by warehouse?",
        "condition",
        "Rows with units below reorder_level by warehouse.",
        table(
            ["warehouse"],
            by([row for row in rows if row[UNITS] is not None and row[UNITS] < row["reorder_level"]], "warehouse", len),
        ),
    )
    change = {
        product: units(part) - units(where(first, product=product)) for product, part in groups(last, "product").items()
    }
    bank.ask(
        "change in units from January to December per product",
        "difference",
        "Units of both warehouses at the last date minus the first date.",
        table(["product"], change),
    )
    bank.ask(
        "units of sku 00417 in Nord by month",
        "trend",
        "Units of that sku and warehouse for each date.",
        table(["date"], by(where(rows, sku="00417", warehouse="Nord"), "date", units)),
    )
    bank.ask(
        "lowest stock of Ladder 5 m in Nord",
        "min",
        "Lowest units of that product and warehouse.",
        value(min(values(where(rows, product="Ladder 5 m", warehouse="Nord"), UNITS))),
        traits=["terse"],
    )
    bank.ask(
        "which product had the highest stock value on 31 August 2024",
        "best",
        "Product with the highest units times unit_cost over both warehouses; on other dates it is another one.",
        winner(best(by(where(rows, date="2024-08-31"), "product", worth))),
    )
    bank.ask("how many different products are there", "distinct", "Different skus.", value(len(groups(rows, "sku"))))
    uncounted = where(rows, **{UNITS: None})
    bank.ask(
        "for which product and date is the count missing",
        "missing",
        "The two rows without units, named by product, or by date.",
        either(*(listing([row[column] for row in uncounted], column) for column in ("product", "date"))),
    )
    nord = by(where(rows, warehouse="Nord"), "date", units)
    bank.ask(
        "month over month change of total units in Nord",
        "growth",
        "Sum of units of Nord against the month before, in units or in percent; one count is missing in August.",
        either(
            table(["date"], changes(nord, absolute=True), subset=True),
            table(["date"], changes(nord), PERCENT, subset=True),
        ),
    )
    bank.ask(
        "share of each product in the stock value at year end",
        "share",
        "Units times unit_cost of the last date over their sum.",
        table(["product"], by(last, "product", lambda part: percent(worth(part), worth(last))), PERCENT),
    )
    bank.ask(
        "ladders in stock at the end of March, both sizes",
        "sum",
        "Units of products with Ladder on 2024-03-31.",
        value(units([row for row in where(rows, date="2024-03-31") if "Ladder" in row["product"]])),
        traits=["part-of-value"],
    )
    bank.ask(
        "average units of saftey helmet in Sued",
        "average",
        "Mean units over the dates; a slip.",
        value(mean(where(rows, product="Safety helmet", warehouse="Sued"), UNITS)),
        traits=["misspelling"],
    )
    bank.ask(
        "most expensive item by unit cost",
        "best",
        "The product with the highest unit_cost.",
        winner(best(by(rows, "product", lambda part: max(values(part, "unit_cost"))))),
    )
    drills = where(rows, product="Cordless drill")
    bank.ask(
        "average stock of the cordless drill",
        "average",
        "Mean over the rows, or the mean over the dates of both warehouses together.",
        either(
            value(mean(drills, UNITS)),
            value(mean([{UNITS: number} for number in by(drills, "date", units).values()], UNITS)),
        ),
        ambiguous=True,
    )
    bank.ask(
        "when will we run out of work gloves?", "forecast", "The future.", decline("The file has past counts only.")
    )
    bank.ask(
        "stock by supplier",
        "group",
        "No supplier in the file.",
        decline("The file has no suppliers.", "supplier"),
        traits=["missing-word"],
    )
    return bank
