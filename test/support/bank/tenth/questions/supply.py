"""Questions on deliveries of a supply chain, one row a line item."""

from expectations import PERCENT, Bank, decline, ranking, table, value, winner
from reading import best, by, correlation, day, median, percent, read, top, total, where
from readings import any_of, leaders

VALUE, FREIGHT, WEIGHT, GROUP = "Line Item Value", "Freight Cost (USD)", "Weight (Kilograms)", "Product Group"
DONE, DUE, MODE, KIND = "Delivered to Client Date", "Scheduled Delivery Date", "Shipment Mode", "Sub Classification"


def number(text):
    """Freight and weight are words where another line or invoice has the figure."""
    try:
        return float(text)
    except (TypeError, ValueError):
        return None


def load():
    rows = read(
        "SCMS_Delivery_History_Dataset.csv", [VALUE, "Line Item Quantity", "Pack Price", "Unit Price"], ("", "N/A")
    )
    for row in rows:
        row[FREIGHT], row[WEIGHT] = number(row[FREIGHT]), number(row[WEIGHT])
        row[DONE], row[DUE] = day(row[DONE], "%d-%b-%y"), day(row[DUE], "%d-%b-%y")
        row["year"] = row[DONE].year
    return rows


def questions():
    rows = load()
    bank = Bank("supply", ["SCMS_Delivery_History_Dataset.csv"])
    ask = bank.ask

    def worth(part):
        return total(part, VALUE)

    nigeria = ask(
        "how many line items did we ship to Nigeria?", "count", "Rows of this country.",
        value(len(where(rows, Country="Nigeria"))),
    )  # fmt: skip
    ask(
        "and to South Africa", "count", "The same for another country.",
        value(len(where(rows, Country="South Africa"))), [nigeria], ["terse"],
    )  # fmt: skip
    bought = [row for row in rows if row["Vendor"] != "SCMS from RDC"]
    ask(
        "Which vendor got the most money from us, not counting SCMS from RDC?", "negation",
        "The vendor with the highest sum of line item values, without SCMS from RDC.",
        winner(best(by(bought, "Vendor", worth))), traits=["synonym"],
    )  # fmt: skip
    moved = [row for row in rows if row[FREIGHT] is not None]
    ask(
        "avg freight cost per shipment mode", "group", "Mean of the freight costs that are figures, by mode.",
        table([MODE], by(moved, MODE, lambda part: total(part, FREIGHT) / len(part))), traits=["terse"],
    )  # fmt: skip
    late = [row for row in rows if row[DONE] > row[DUE]]
    tardy = ask(
        "how many lines arrived later than scheduled?", "condition", "Rows delivered after the scheduled date.",
        value(len(late)), traits=["synonym"],
    )  # fmt: skip
    ask(
        "what percentage of all lines is that", "share", "Late lines of all lines.",
        value(percent(len(late), len(rows)), PERCENT), [tardy],
    )  # fmt: skip
    yearly = ask(
        "Line item value by year of delivery to the client", "trend", "Sum of values by the year of delivery.",
        table(["year"], by(rows, "year", worth)),
    )  # fmt: skip
    ask(
        "only ARVs please", "condition", "The same for the product group ARV.",
        table(["year"], by(where(rows, **{GROUP: "ARV"}), "year", worth)), [yearly], ["polite", "part-of-value"],
    )  # fmt: skip
    ask(
        "top 5 items by quantity", "top", "The five item descriptions with the highest summed quantities.",
        ranking(top(by(rows, "Item Description", lambda part: total(part, "Line Item Quantity")), 5),
                "Item Description"), traits=["terse"],
    )  # fmt: skip
    ask(
        "For how many lines is the shipment mode not known?", "missing", "Rows whose mode is N/A.",
        value(sum(row[MODE] is None for row in rows)), traits=["synonym"],
    )  # fmt: skip
    tests = [row for row in rows if row[KIND].startswith("HIV test")]
    ask(
        "whats the median unit price of HIV tests", "median",
        "Median of the unit prices of HIV tests, ancillary or not.",
        any_of(value(median(where(tests, **{KIND: "HIV test"}), "Unit Price")), value(median(tests, "Unit Price")),
               value(median(where(rows, **{GROUP: "HRDT"}), "Unit Price"))),
    )  # fmt: skip
    ask(
        "Does freight get more expensive the heavier a shipment is?", "correlation",
        "Correlation of weight and freight costs where both are figures.",
        value(correlation(rows, WEIGHT, FREIGHT)), traits=["synonym"],
    )  # fmt: skip
    shares = {key: percent(worth(part), worth(rows)) for key, part in by(rows, GROUP, list).items()}
    split = ask(
        "product groups as % of total value", "share", "Value of each product group of the whole value.",
        table([GROUP], shares, PERCENT), traits=["terse"],
    )  # fmt: skip
    others = [row for row in rows if row[GROUP] != "ARV"]
    rest = {key: percent(worth(part), worth(others)) for key, part in by(others, GROUP, list).items()}
    ask(
        "now without ARV", "negation", "The shares of the other groups, of what is left or still of the whole.",
        any_of(table([GROUP], rest, PERCENT),
               table([GROUP], {key: share for key, share in shares.items() if key != "ARV"}, PERCENT)), [split],
    )  # fmt: skip
    ask(
        "whats our most important country?", "opinion", "Most by value, by quantity, or by lines.",
        any_of(*leaders(by(rows, "Country", worth)), *leaders(by(rows, "Country", len)),
               *leaders(by(rows, "Country", lambda part: total(part, "Line Item Quantity")))), ambiguous=True,
    )  # fmt: skip
    ask(
        "How many patients were treated with the drugs we sent to Zambia?", "other topic",
        "Patients are not in the file.",
        decline("The file has quantities and packs, no patients.", "patients"),
    )  # fmt: skip
    return bank
