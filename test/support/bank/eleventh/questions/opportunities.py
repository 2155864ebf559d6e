"""Questions on a report of opportunities of 2024, as of November; amounts of some are missing."""

from expectations import PERCENT, Bank, decline, listing, ranking, table, value, winner
from reading import by, day, mean, median, percent, quarter, read, top, total, where
from readings import any_of, leaders

FILE, OWNER, NAME, CLOSED = (
    "report1731322211334.csv",
    "Opportunity Owner",
    "Opportunity Name",
    ("Closed Won", "Closed Lost"),
)


def questions():
    rows = read(FILE, ["Amount", "Probability (%)", "Age"], header='"Opportunity Owner"')
    for row in rows:
        row["closes"] = day(row["Close Date"], "%m/%d/%Y")
    bank = Bank("opportunities", [FILE])
    ask = bank.ask
    won, lost = where(rows, Stage="Closed Won"), where(rows, Stage="Closed Lost")
    opened = [row for row in rows if row["Stage"] not in CLOSED]

    def amount(part):
        return total(part, "Amount")

    def weighted(part):
        return sum(row["Amount"] * row["Probability (%)"] / 100 for row in part if row["Amount"] is not None)

    def rate(part, whole):
        wins = len(where(part, Stage="Closed Won"))
        return percent(wins, len(part) if whole else wins + len(where(part, Stage="Closed Lost")))

    ask("what's the total amount of our open opportunities?", "negation", "Sum of what is neither won nor lost.",
        value(amount(opened)))  # fmt: skip
    wins = ask("how much have we closed won so far", "sum", "Sum of the amounts won.", value(amount(won)))
    ask("by owner", "group", "The same by owner.", table([OWNER], by(won, OWNER, amount)), [wins], ["terse"])
    ask("win rate", "share", "Won of those won or lost; or of all.",
        any_of(value(rate(rows, False), PERCENT), value(rate(rows, True), PERCENT)), traits=["terse"])  # fmt: skip
    ask("How does the win rate differ by lead source?", "share by group", "Won of those closed, or of all, by source.",
        any_of(*(table(["Lead Source"], by(rows, "Lead Source", lambda part, whole=whole: rate(part, whole)), PERCENT)
                 for whole in (False, True))))  # fmt: skip
    ask("top 5 open deals", "top rows", "The five open opportunities with the highest amount.",
        ranking(top({row[NAME]: row["Amount"] for row in opened if row["Amount"] is not None}, 5), NAME))  # fmt: skip
    size = ask("avg deal size of closed won", "average", "Mean amount of those won.", value(mean(won, "Amount")))
    ask("and of the lost ones", "average", "Mean amount of those lost.", value(mean(lost, "Amount")), [size])
    ask("How many opportunities have no amount?", "missing", "Rows without an amount.",
        value(len(where(rows, Amount=None))))  # fmt: skip
    ask(
        "count of opportunities per stage", "count by group", "Rows by stage.", table(["Stage"], by(rows, "Stage", len))
    )
    ask("how many of the open deals are new business?", "conditions", "Open rows of this type.",
        value(len(where(opened, Type="New Business"))))  # fmt: skip
    ask("median age of open opportunities", "median", "Median of the age of open rows.", value(median(opened, "Age")))
    oldest = max(row["Age"] for row in opened)
    ask("which open deal has been around the longest?", "extreme row", "The open row with the highest age.",
        any_of(*(winner((row[NAME], oldest)) for row in opened if row["Age"] == oldest)))  # fmt: skip
    ask(
        "won revenue per quarter",
        "trend",
        "Sum of the amounts won by fiscal period.",
        any_of(
            table(["Fiscal Period"], by(won, "Fiscal Period", amount)),
            table(["quarter"], by(won, lambda row: quarter(row["closes"]), amount)),
        ),
        traits=["synonym"],
    )
    ask(
        "Which deals over 50k are expected to close in December?",
        "conditions",
        "Amount above 50,000, closing in December.",
        listing([row[NAME] for row in rows if row["closes"].month == 12 and (row["Amount"] or 0) > 50000], NAME),
    )
    ask(
        "what's the weighted pipeline (amount times probability)?",
        "product",
        "Sum of both over open rows, or over all.",
        any_of(value(weighted(opened)), value(weighted(rows))),
    )
    amounts = by(opened, "Stage", amount)
    pipeline = ask(
        "share of the open pipeline by stage",
        "share by group",
        "Amount of each open stage of all open ones.",
        table(["Stage"], {key: percent(sums, amount(opened)) for key, sums in amounts.items()}, PERCENT),
    )
    ask(
        "just for Priya",
        "share by group",
        "The same for Priya Nair.",
        table(
            ["Stage"],
            {
                key: percent(sums, amount(where(opened, **{OWNER: "Priya Nair"})))
                for key, sums in by(where(opened, **{OWNER: "Priya Nair"}), "Stage", amount).items()
            },
            PERCENT,
        ),
        [pipeline],
        ["part-of-value"],
    )
    ask("how many accounts have more than 5 opportunities", "having", "Accounts with more than five rows.",
        value(sum(count > 5 for count in by(rows, "Account Name", len).values())))  # fmt: skip
    ask(
        "who is our best sales rep?",
        "opinion",
        "Most won, by amount or number; highest win rate or deals.",
        any_of(
            *leaders(by(won, OWNER, amount)),
            *leaders(by(won, OWNER, len)),
            *leaders(by(rows, OWNER, amount)),
            *leaders(by(won, OWNER, lambda part: mean(part, "Amount"))),
            *(
                one
                for whole in (False, True)
                for one in leaders(by(rows, OWNER, lambda part, whole=whole: rate(part, whole)))
            ),
        ),
        ambiguous=True,
    )
    ask("which competitor do we lose the most deals to?", "other topic", "Competitors are not in the file.",
        decline("The file does not say to whom a deal was lost.", "competitor"))  # fmt: skip
    return bank
