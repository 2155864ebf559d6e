"""Questions on building permits of a city."""

from expectations import PERCENT, Bank, decline, listing, ranking, table, value, winner
from tables import by, days, either, extreme, figure, leaders, load, mean, middle, month, percent, top, total, where, year

FILE, COST, REVISED, AREA, TYPE, BEFORE, AFTER = (
    "Building_Permits_2023-2024.csv", "Estimated Cost", "Revised Cost", "Neighborhood", "Permit Type",
    "Existing Units", "Proposed Units")  # fmt: skip


def questions():
    form = "%m/%d/%Y"
    rows = load(FILE, [COST, REVISED, BEFORE, AFTER], {"Filed Date": form, "Issued Date": form, "Completed Date": form},
                number=figure)  # fmt: skip
    for row in rows:
        row["wait"] = days(row, "Filed Date", "Issued Date")
        row["new"] = None if row[BEFORE] is None else row[AFTER] - row[BEFORE]
    bank = Bank("permits", [FILE])
    ask = bank.ask

    def cost(part):
        return total(part, COST)

    def solar(part):
        return value(percent(len(where(part, Permit_Type="Solar")), len(part)), PERCENT)

    solars = where(rows, Permit_Type="Solar")
    ask("how many permits are there by status?", "group", "Rows by status.", table(["Status"], by(rows, "Status", len)))
    ask("What is the total estimated cost of new construction?", "filter", "Sum of estimated costs of one type.",
        value(cost(where(rows, Permit_Type="New Construction"))))  # fmt: skip
    wait = "how many days does it take on average to get a permit issued?"
    ask(wait, "two dates", "Mean of the days from filing to issue.", value(mean(rows, "wait")))
    ask("by permit type", "two dates", "The same by type.", table([TYPE], by(rows, TYPE, lambda part: mean(part, "wait"))),
        [wait], ["terse"])  # fmt: skip
    ask("top 3 neighborhoods by estimated cost", "top", "Neighborhoods by sum.", ranking(top(by(rows, AREA, cost), 3), AREA))
    ask("How many permits have not been issued yet?", "missing", "Rows without a date of issue; or only those in review.",
        either(value(len(where(rows, Issued_Date=None))), value(len(where(rows, Status="In Review")))))  # fmt: skip
    dear = extreme(rows, COST)
    ask("Which permit has the highest estimated cost and where is it?", "extreme row", "The row with the highest cost.",
        either(winner((dear["Permit Number"], dear[COST])), winner((dear[AREA], dear[COST]))))  # fmt: skip
    ask("how many housing units are added in total, proposed minus existing", "difference",
        "Sum of proposed units less sum of existing ones.", value(total(rows, "new")))  # fmt: skip
    ask("units added per neighborhood", "difference", "The same by neighborhood; or what is proposed there.",
        either(*(table([AREA], by(rows, AREA, lambda part, name=name: total(part, name))) for name in ("new", AFTER))))  # fmt: skip
    ask("permits filed per month in 2024", "trend", "Rows by month of filing.",
        table(["month"], by([row for row in rows if row["Filed Date"].year == 2024], month("Filed Date"), len)))  # fmt: skip
    sums = by(rows, year("Filed Date"), cost)
    change = sums["2024"] - sums["2023"]
    ask("Compare total estimated cost of 2023 and 2024", "comparison", "Sums by year of filing, or their difference.",
        either(table(["year"], sums), value(change), value(-change), value(percent(change, sums["2023"]), PERCENT)))  # fmt: skip
    share = "what share of permits is solar"
    ask(share, "share", "Solar of all rows.", solar(rows))
    ask("and in Ballard?", "share", "The same for one neighborhood; or its part of the solar permits.",
        either(solar(where(rows, Neighborhood="Ballard")),
               value(percent(len(where(solars, Neighborhood="Ballard")), len(rows)), PERCENT)), [share])  # fmt: skip
    ask("how many permits over $1 million are in Queen Anne or Fremont?", "conditions", "Estimated cost above this.",
        value(sum(row[COST] > 1e6 and row[AREA] in ("Queen Anne", "Fremont") for row in rows)))  # fmt: skip
    ask("contractors with at least 80 permits", "having", "Contractors with 80 rows or more.",
        listing([name for name, count in by(rows, "Contractor", len).items() if count >= 80], "Contractor"))  # fmt: skip
    ask("median estimated cost per permit type", "median", "Median by type.",
        table([TYPE], by(rows, TYPE, lambda part: middle(part, COST))))  # fmt: skip
    ask("How many were issued the same day they were filed?", "two columns", "Both dates are the same.",
        value(sum(row["wait"] == 0 for row in rows)))  # fmt: skip
    raised = "how many permits had their cost revised upwards?"
    ask(raised, "two columns", "Revised cost above the estimated one.",
        value(sum(row[REVISED] is not None and row[REVISED] > row[COST] for row in rows)))  # fmt: skip
    ask("and downwards", "two columns", "Revised cost below the estimated one.",
        value(sum(row[REVISED] is not None and row[REVISED] < row[COST] for row in rows)), [raised])  # fmt: skip
    ask("how much did the city collect in permit fees?", "other topic", "Fees are not in the file.",
        decline("The file has costs of construction, no fees.", "fees"))  # fmt: skip
    ask("Who is the biggest contractor?", "opinion", "Most permits, highest cost, or most units.",
        leaders(by(rows, "Contractor", len), by(rows, "Contractor", cost),
                by(rows, "Contractor", lambda part: total(part, AFTER)),
                by(rows, "Contractor", lambda part: mean(part, COST))), ambiguous=True)  # fmt: skip
    return bank
