"""Questions on the order lines of a seller of office furniture; several lines an order."""

from expectations import PERCENT, Bank, decline, listing, ranking, table, value, winner
from identifiers import also_by
from reading import best, by, day, groups, mean, month, percent, quarter, read, top, total, where
from readings import any_of, leaders

CUSTOMER, AMOUNT, CATEGORY, SITE = (
    "Sell-to Customer Name",
    "Line Amount Excl. VAT",
    "Item Category Code",
    "Location Code",
)
SENT, LEFT, LESS = "Quantity Shipped", "Outstanding Quantity", "Line Discount %"


def questions():
    rows = read("Sales Order Lines.csv", [AMOUNT, "Unit Price Excl. VAT", "Quantity", SENT, LEFT, LESS])
    for row in rows:
        row["ordered"], row["wanted"], row["shipped"] = (
            day(row[name], "%m/%d/%Y") for name in ("Order Date", "Requested Delivery Date", "Shipment Date")
        )
        row["days"] = (row["shipped"] - row["ordered"]).days if row["shipped"] else None
    bank = Bank("order-lines", ["Sales Order Lines.csv"])
    ask = bank.ask

    def amount(part):
        return total(part, AMOUNT)

    def orders(part):
        return len(groups(part, "Document No."))

    def months(row):
        return month(row["ordered"])

    shipped = [row for row in rows if row["shipped"]]
    late = [row for row in shipped if row["shipped"] > row["wanted"]]

    ask("what is the total value of all order lines", "sum", "Sum of the line amounts.", value(amount(rows)))
    ask("How many orders are in here?", "distinct", "Distinct document numbers.", value(orders(rows)))
    ask(
        "top 10 customers by order amount", "top", "The ten customers with the highest sum of line amounts.",
        ranking(top(by(rows, CUSTOMER, amount), 10), CUSTOMER),
    )  # fmt: skip
    monthly = ask("order amount by month", "trend", "Sum of line amounts by month of the order date.",
                  table(["month"], by(rows, months, amount)), traits=["terse"])  # fmt: skip
    ask("only location EAST please", "trend", "The same for one location.",
        table(["month"], by(where(rows, **{SITE: "EAST"}), months, amount)), [monthly], ["polite"])  # fmt: skip
    ask("What's the average discount?", "average", "Mean of the line discounts, with those of 0; or without.",
        any_of(value(mean(rows, LESS)), value(mean([row for row in rows if row[LESS]], LESS))))  # fmt: skip
    ask("how many lines were sold without any discount", "count", "Rows with a discount of 0.",
        value(len(where(rows, **{LESS: 0.0}))))  # fmt: skip
    ask("average order value", "ratio", "Sum of line amounts by the number of orders.",
        value(amount(rows) / orders(rows)), traits=["terse"])  # fmt: skip
    ask("How many lines were shipped later than the requested delivery date?", "two columns",
        "Rows whose shipment date is after the requested one.", value(len(late)))  # fmt: skip
    ask("what percentage of the shipped lines is that?", "share", "Late lines of those with a shipment date.",
        value(percent(len(late), len(shipped)), PERCENT),
        ["How many lines were shipped later than the requested delivery date?"])  # fmt: skip
    ask("outstanding quantity per item category", "group", "Sum of outstanding quantities by category.",
        table([CATEGORY], by(rows, CATEGORY, lambda part: total(part, LEFT))))  # fmt: skip
    ask("which customers ordered for more than 20,000 in total?", "having", "Customers with a sum above this.",
        listing([name for name, sums in by(rows, CUSTOMER, amount).items() if sums > 20000], CUSTOMER))  # fmt: skip
    ask("how many lines over 5000 got more than 10% discount", "conditions", "Amount above 5000, discount above 10.",
        value(sum(row[AMOUNT] > 5000 and row[LESS] > 10 for row in rows)))  # fmt: skip
    ask(
        "Which salesperson sold the most in Q4?",
        "best",
        "Highest sum of line amounts from October to December.",
        winner(best(by([row for row in rows if quarter(row["ordered"]) == "2024-Q4"], "Salesperson Code", amount))),
    )
    biggest = max(rows, key=lambda row: row[AMOUNT])
    assert sum(row[AMOUNT] == biggest[AMOUNT] for row in rows) == 1
    ask("what was the largest single line and who bought it?", "extreme row", "The row with the highest amount.",
        winner((biggest[CUSTOMER], biggest[AMOUNT])))  # fmt: skip
    gap = ask("How many days does it take on average from order to shipment?", "two dates",
              "Mean of the days between both dates where shipped.", value(mean(rows, "days")))  # fmt: skip
    ask("and by location?", "two dates", "The same by location.",
        table([SITE], by(rows, SITE, lambda part: mean(part, "days"))), [gap])  # fmt: skip
    ask(
        "how many different items did northgate buy",
        "distinct",
        "Distinct item numbers of Northgate Hardware.",
        value(len(groups(where(rows, **{CUSTOMER: "Northgate Hardware"}), "No."))),
        traits=["part-of-value"],
    )
    ask("which product do we sell the most of?", "best", "The description with the highest sum of quantities.",
        winner(best(by(rows, "Description", lambda part: total(part, "Quantity")))))  # fmt: skip
    ask(
        "What is our strongest item category?",
        "opinion",
        "Highest amount, quantity, or most lines or orders.",
        any_of(
            *leaders(by(rows, CATEGORY, amount)),
            *leaders(by(rows, CATEGORY, len)),
            *leaders(by(rows, CATEGORY, orders)),
            *leaders(by(rows, CATEGORY, lambda part: total(part, "Quantity"))),
        ),
        ambiguous=True,
    )
    ask("what is our gross margin per item", "other topic", "Costs are not in the file.",
        decline("The file has prices and amounts, no costs.", "margin"))  # fmt: skip
    also_by(bank, rows, CUSTOMER, "Sell-to Customer No.")
    also_by(bank, rows, "Description", "No.")
    return bank
