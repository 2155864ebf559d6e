"""Retail and warehouse sales of a county's liquor control, in cases, by item and month."""

from calendar import month_name

from expectations import PERCENT, Bank, decline, ranking, table, value, winner
from reading import best, by, correlation, growth, percent, read, top, total, where
from readings import any_of, leaders

FILE = "Warehouse_and_Retail_Sales.csv"
RETAIL, STOCK, TYPE, TEXT = "RETAIL SALES", "WAREHOUSE SALES", "ITEM TYPE", "ITEM DESCRIPTION"


def questions():
    rows = read(FILE, (RETAIL, "RETAIL TRANSFERS", STOCK))
    for row in rows:
        row["month"] = f"{row['YEAR']}-{int(row['MONTH']):02d}"
    bank = Bank("warehouse", [FILE])

    def retail(part):
        return total(part, RETAIL)

    def stock(part):
        return total(part, STOCK)

    of_2019 = where(rows, YEAR="2019")
    wine = where(rows, **{TYPE: "WINE"})
    types = bank.ask(
        "Total retail sales by item type",
        "group",
        "sum of RETAIL SALES by ITEM TYPE",
        table([TYPE], by(rows, TYPE, retail)),
    )
    bank.ask(
        "same for warehouse sales",
        "group",
        "sum of WAREHOUSE SALES by ITEM TYPE",
        table([TYPE], by(rows, TYPE, stock)),
        before=[types],
    )
    bank.ask(
        "which beer sold best in the shops?",
        "best",
        "BEER with the highest sum of RETAIL SALES",
        winner(best(by(where(rows, **{TYPE: "BEER"}), TEXT, retail))),
        traits=["synonym"],
    )
    bank.ask(
        "how many different items are there",
        "distinct",
        "different ITEM CODE",
        value(len({row["ITEM CODE"] for row in rows})),
    )
    monthly = bank.ask(
        "monthly retail sales in 2019",
        "trend",
        "sum of RETAIL SALES by month of 2019",
        table(["month"], by(of_2019, "month", retail)),
        traits=["terse"],
    )
    bank.ask(
        "just wine and liquor",
        "trend",
        "the same, WINE and LIQUOR together, or apart",
        any_of(
            table(["month"], by([row for row in of_2019 if row[TYPE] in ("WINE", "LIQUOR")], "month", retail)),
            table(
                ["month", TYPE],
                by([row for row in of_2019 if row[TYPE] in ("WINE", "LIQUOR")], ("month", TYPE), retail),
            ),
        ),
        before=[monthly],
        traits=["terse"],
    )
    five = top(by(rows, "SUPPLIER", retail), 5)
    suppliers = bank.ask(
        "top 5 suppliers by retail sales", "top", "the five suppliers with the highest sum", ranking(five, "SUPPLIER")
    )
    bank.ask(
        "what percentage of all retail sales do these five make up?",
        "share",
        "RETAIL SALES of these suppliers, of all rows, or of the rows that name a supplier",
        any_of(
            *(
                value(percent(sum(figure for _, figure in five), retail(part)), PERCENT)
                for part in (rows, [row for row in rows if row["SUPPLIER"]])
            )
        ),
        before=[suppliers],
    )
    jan = [retail(where(rows, YEAR=year, MONTH="1")) for year in ("2019", "2020")]
    grown = bank.ask(
        "How did retail sales in January 2020 compare with January 2019?",
        "growth",
        "change in percent, or the difference, or both figures",
        any_of(
            value(growth(*jan), PERCENT),
            value(jan[1] - jan[0]),
            table(["month"], {"2019-01": jan[0], "2020-01": jan[1]}),
            table(["year"], {"2019": jan[0], "2020": jan[1]}),
        ),
    )
    march = [retail(where(rows, YEAR=year, MONTH="3")) for year in ("2019", "2020")]
    bank.ask(
        "and march?",
        "growth",
        "the same for March",
        any_of(
            value(growth(*march), PERCENT),
            value(march[1] - march[0]),
            table(["month"], {"2019-03": march[0], "2020-03": march[1]}),
            table(["year"], {"2019": march[0], "2020": march[1]}),
        ),
        before=[grown],
    )
    bank.ask(
        "Share of E & J Gallo in wine retail sales",
        "share",
        "RETAIL SALES of wine of E & J GALLO WINERY, of all wine",
        value(percent(retail(where(wine, SUPPLIER="E & J GALLO WINERY")), retail(wine)), PERCENT),
        traits=["part-of-value"],
    )
    bank.ask(
        "rows with no supplier",
        "missing",
        "rows without a SUPPLIER",
        value(len(where(rows, SUPPLIER=None))),
        traits=["terse"],
    )
    tito = where(rows, **{TEXT: "TITO'S HANDMADE VODKA - 750ML"})
    bank.ask(
        "In which month did we sell the most Tito's vodka?",
        "best",
        "month with the highest RETAIL SALES of that item, or the month over the years",
        any_of(
            winner(best(by(tito, "month", retail))),
            winner(best(by(tito, lambda row: month_name[int(row["MONTH"])], retail))),
        ),
        traits=["part-of-value"],
    )
    bank.ask(
        "Do retail transfers go up when retail sales go up?",
        "correlation",
        "correlation of both columns over the rows",
        value(correlation(rows, RETAIL, "RETAIL TRANSFERS")),
    )
    bank.ask(
        "what was our profit margin on liquor?",
        "other topic",
        "there are no costs and no prices",
        decline("the file has cases sold, no costs or prices", "margin"),
        traits=["missing-word"],
    )
    bank.ask(
        "what's the best selling product?",
        "best",
        "the item with the highest RETAIL SALES, WAREHOUSE SALES, or both together",
        any_of(
            *leaders(by(rows, TEXT, retail)),
            *leaders(by(rows, TEXT, stock)),
            *leaders(by(rows, TEXT, lambda part: retail(part) + stock(part))),
        ),
        ambiguous=True,
    )
    return bank
