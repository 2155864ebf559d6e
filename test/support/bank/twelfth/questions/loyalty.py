"""Questions on the activities of members of a frequent flyer programme."""

from expectations import PERCENT, Bank, decline, listing, ranking, table, value, winner
from tables import best, by, days, either, groups, known, leaders, load, mean, middle, month, percent, quarter, top
from tables import total, where

FILE, MEMBER, BASE, BONUS, POINTS = (
    "member_activity_2024.csv", "Membership No", "Base Miles", "Bonus Miles", "Status Points")  # fmt: skip


def questions():
    form = "%d %b %Y"
    rows = load(FILE, [BASE, BONUS, POINTS], {"Activity Date": form, "Posted Date": form}, skip=3)
    for row in rows:
        row["wait"] = days(row, "Activity Date", "Posted Date")
    flights = where(rows, Activity_Type="Flight")
    spent = where(rows, Activity_Type="Redemption")
    bank = Bank("loyalty", [FILE])
    ask = bank.ask

    def cabin(name):
        return value(percent(len(where(flights, Cabin=name)), len(flights)), PERCENT)

    def miles(part):
        return total(part, BASE)

    ask("How many members are in this file?", "distinct", "Distinct membership numbers.",
        value(len(groups(rows, MEMBER))))  # fmt: skip
    ask("total base miles from flights", "sum", "Sum of base miles of flights.", value(miles(flights)), traits=["terse"])
    ask("bonus miles by tier", "group", "Sum of bonus miles by tier; Blue has none.",
        table(["Tier"], by(rows, "Tier", lambda part: total(part, BONUS))), traits=["terse"])  # fmt: skip
    ask("how many miles were redeemed in total?", "sum", "Sum of base miles of redemptions, with either sign.",
        either(value(miles(spent)), value(-miles(spent))))  # fmt: skip
    ask("Which month had the most flights?", "best", "Month of the activity date with most flights.",
        winner(best(by(flights, month("Activity Date"), len))))  # fmt: skip
    ask("top 5 destinations by number of flights", "top", "Values of To, by the number of flights.",
        ranking(top(by(flights, "To", len), 5), "To"))  # fmt: skip
    business = "what share of flights was in business class?"
    ask(business, "share", "Flights in Business of all flights.", cabin("Business"))
    ask("and economy?", "share", "The same for Economy, without Premium Economy.", cabin("Economy"), [business])
    ask("average status points per flight for each cabin", "group", "Mean of status points of flights by cabin.",
        table(["Cabin"], by(flights, "Cabin", lambda part: mean(part, POINTS))))  # fmt: skip
    ask("Which members flew more than 30,000 base miles?", "having", "Members whose flights have a sum above this.",
        listing([name for name, sums in by(flights, MEMBER, miles).items() if sums > 30000], MEMBER))  # fmt: skip
    ask("how many entries don't have a flight number", "missing", "Rows without one.",
        value(len(where(rows, Flight_No=None))))  # fmt: skip
    ask("What's the longest it took to post an activity, in days?", "two dates",
        "Greatest number of days between both dates.", value(max(known(rows, "wait"))))  # fmt: skip
    ask("how long does it take on average until a partner hotel stay is posted", "two dates",
        "Mean of the days between both dates of hotel stays.",
        value(mean(where(rows, Activity_Type="Partner Hotel"), "wait")))  # fmt: skip
    ask("how many business flights did Gold members take from LHR?", "conditions", "Three conditions.",
        value(len(where(flights, Cabin="Business", Tier="Gold", From="LHR"))))  # fmt: skip
    quarterly = "number of redemptions per quarter"
    ask(quarterly, "trend", "Rows of redemptions by quarter.", table(["quarter"], by(spent, quarter("Activity Date"), len)))
    ask("only silver", "trend", "The same for one tier.",
        table(["quarter"], by(where(spent, Tier="Silver"), quarter("Activity Date"), len)), [quarterly], ["terse"])  # fmt: skip
    most = "which member collected the most status points"
    ask(most, "best", "Highest sum of status points.", winner(best(by(rows, MEMBER, lambda part: total(part, POINTS)))))
    ask("and who has the most bonus miles?", "best", "Highest sum of bonus miles.",
        winner(best(by(rows, MEMBER, lambda part: total(part, BONUS)))), [most])  # fmt: skip
    ask("median base miles of a flight", "median", "Median of base miles of flights.", value(middle(flights, BASE)))
    ask("what did members pay for their tickets on average?", "other topic", "Fares are not in the file.",
        decline("The file has miles and points, no prices.", "pay"))  # fmt: skip
    ask("who is our best customer?", "opinion", "Most points, flights, activities, base or bonus miles.",
        leaders(by(rows, MEMBER, lambda part: total(part, POINTS)), by(flights, MEMBER, len), by(rows, MEMBER, len),
                by(rows, MEMBER, miles), by(flights, MEMBER, miles), by(rows, MEMBER, lambda part: total(part, BONUS))),
        ambiguous=True)  # fmt: skip
    return bank
