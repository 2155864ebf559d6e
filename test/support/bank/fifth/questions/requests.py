from datetime import datetime

from expectations import PERCENT, Bank, decline, either, ranking, table, value, winner
from reading import best, by, mean, median, month, percent, read, top, weekday, where


def moment(text):
    return None if text is None else datetime.strptime(text, "%m/%d/%Y %I:%M:%S %p")


def questions():
    rows = read("311_Service_Requests.csv")
    for row in rows:
        row["created"], row["closed"] = moment(row["Created Date"]), moment(row["Closed Date"])
        row["hours"] = row["closed"] and (row["closed"] - row["created"]).total_seconds() / 3600
        row["month"], row["weekday"] = month(row["created"]), weekday(row["created"])
    known = [row for row in rows if row["Borough"] != "Unspecified"]
    noise = [row for row in rows if "Noise" in row["Complaint Type"]]
    bank = Bank("requests", ["311_Service_Requests.csv"])
    ask = bank.ask

    borough = ask(
        "How many complaints per borough?",
        "group",
        "The number of rows by borough.",
        table(["Borough"], by(rows, "Borough", len)),
        traits=["synonym"],
    )
    ask(
        "without Unspecified",
        "group",
        "The same without the borough Unspecified.",
        table(["Borough"], by(known, "Borough", len)),
        before=[borough],
        traits=["terse"],
    )
    ask(
        "as percentages please",
        "share",
        "The share of each borough of those requests whose borough is known.",
        table(["Borough"], by(known, "Borough", lambda part: percent(len(part), len(known))), PERCENT),
        before=[borough, "without Unspecified"],
        traits=["polite"],
    )
    ask(
        "whats the most common complaint type",
        "extreme",
        "The complaint type with the most rows.",
        winner(best(by(rows, "Complaint Type", len))),
        traits=["misspelling"],
    )
    ask(
        "requests by month",
        "trend",
        "The number of rows by month of Created Date.",
        table(["month"], by(rows, "month", len)),
        traits=["terse"],
    )
    loud = ask(
        "how many noise complaints did we get?",
        "count",
        "Rows whose complaint type contains Noise.",
        value(len(noise)),
        traits=["part-of-value"],
    )
    ask(
        "how many of those were in Brooklyn",
        "count",
        "The same in Brooklyn.",
        value(len(where(noise, Borough="BROOKLYN"))),
        before=[loud],
    )
    pace = ask(
        "How long does it take on average to close a request, by agency?",
        "group",
        "The mean time from Created Date to Closed Date by agency, in days or in hours.",
        either(
            table(
                ["Agency"], by([row for row in rows if row["closed"]], "Agency", lambda part: mean(part, "hours") / 24)
            ),
            table(["Agency"], by([row for row in rows if row["closed"]], "Agency", lambda part: mean(part, "hours"))),
        ),
    )
    ask(
        "use the median instead",
        "group",
        "The median of the same.",
        either(
            table(
                ["Agency"],
                by([row for row in rows if row["closed"]], "Agency", lambda part: median(part, "hours") / 24),
            ),
            table(["Agency"], by([row for row in rows if row["closed"]], "Agency", lambda part: median(part, "hours"))),
        ),
        before=[pace],
    )
    ask(
        "What share of the requests has been closed?",
        "share",
        "Rows with the status Closed as a share of all.",
        value(percent(len(where(rows, Status="Closed")), len(rows)), PERCENT),
    )
    ask(
        "illegal parking in Queens between March and May 2024, how many?",
        "count",
        "Rows of Illegal Parking in Queens, from March 1 to May 31.",
        value(
            sum(
                row["Complaint Type"] == "Illegal Parking"
                and row["Borough"] == "QUEENS"
                and row["month"] in ("2024-03", "2024-04", "2024-05")
                for row in rows
            )
        ),
    )
    ask(
        "top 3 zip codes by number of complaints",
        "ranking",
        "The three values of Incident Zip with the most rows.",
        ranking(top(by(rows, "Incident Zip", len), 3), "Incident Zip"),
    )
    ask(
        "On which day of the week do we get the most requests?",
        "extreme",
        "The weekday of Created Date with the most rows.",
        winner(best(by(rows, "weekday", len))),
    )
    ask(
        "how many have no zip code",
        "missing",
        "Rows where Incident Zip is missing.",
        value(sum(row["Incident Zip"] is None for row in rows)),
    )
    ask(
        "What's the average age of the callers?",
        "unanswerable",
        "There is nothing about callers.",
        decline("no column of ages", "age"),
    )
    ask(
        "how many requests are still open?",
        "ambiguous",
        "Those with the status Open, or all that are not closed.",
        either(
            value(len(where(rows, Status="Open"))),
            value(sum(row["Status"] != "Closed" for row in rows)),
        ),
        ambiguous=True,
    )
    return bank
