"""The contacts of a CRM, as HubSpot exports them."""

from datetime import datetime

from expectations import PERCENT, Bank, decline, ranking, table, value, winner
from reading import best, by, growth, mean, month, percent, read, top, where
from readings import any_of, leaders

FILE = "hubspot-crm-exports-all-contacts-2024-06-30.csv"


def moment(text):
    return datetime.strptime(text, "%Y-%m-%d %H:%M") if text else None


def questions():
    rows = read(FILE, ("Number of Pageviews", "Marketing emails opened"))
    for row in rows:
        row["created"], row["active"], row["won"] = (
            moment(row[name]) for name in ("Create Date", "Last Activity Date", "Became a Customer Date")
        )
        row["month"] = month(row["created"])
        row["customer"] = row["Lifecycle Stage"] == "Customer"
    customers = [row for row in rows if row["customer"]]
    recent = [row for row in rows if row["created"].year == 2024]
    bank = Bank("contacts", [FILE])

    def rate(part):
        return percent(sum(row["customer"] for row in part), len(part))

    everyone = bank.ask("How many contacts do we have in the CRM?", "count", "all rows", value(len(rows)))
    stages = bank.ask(
        "split by lifecycle stage",
        "group",
        "rows by Lifecycle Stage",
        table(["Lifecycle Stage"], by(rows, "Lifecycle Stage", len)),
        before=[everyone],
        traits=["terse"],
    )
    bank.ask(
        "just Germany",
        "group",
        "rows of Germany by Lifecycle Stage",
        table(["Lifecycle Stage"], by(where(rows, **{"Country/Region": "Germany"}), "Lifecycle Stage", len)),
        before=[everyone, stages],
        traits=["terse"],
    )
    monthly = bank.ask(
        "How many new contacts were created each month in 2024?",
        "trend",
        "rows by the month of Create Date, in 2024",
        table(["month"], by(recent, "month", len)),
    )
    bank.ask(
        "Same thing for contacts from paid search",
        "trend",
        "the same, Original Source is Paid Search",
        table(["month"], by(where(recent, **{"Original Source": "Paid Search"}), "month", len)),
        before=[monthly],
    )
    bank.ask(
        "who owns the most contacts",
        "best",
        "Contact owner with the most rows",
        winner(best(by(rows, "Contact owner", len))),
    )
    bank.ask(
        "how many contacts dont have an owner yet?",
        "missing",
        "rows without a Contact owner",
        value(len(where(rows, **{"Contact owner": None}))),
        traits=["misspelling"],
    )
    best_source = bank.ask(
        "Which original source has the highest share of customers?",
        "ratio",
        "customers by Lifecycle Stage, of all rows of an Original Source",
        winner(best(by(rows, "Original Source", rate))),
    )
    bank.ask(
        "and which has the lowest?",
        "ratio",
        "the Original Source with the lowest share",
        any_of(*leaders(by(rows, "Original Source", rate), lowest=True)),
        before=[best_source],
    )
    bank.ask(
        "top 3 countries by number of leads",
        "top",
        "Country/Region by the rows whose Lifecycle Stage is Lead",
        ranking(top(by(where(rows, **{"Lifecycle Stage": "Lead"}), "Country/Region", len), 3), "Country/Region"),
    )
    waits = [(row["won"] - row["created"]).total_seconds() / 86400 for row in customers]
    nights = [(row["won"].date() - row["created"].date()).days for row in customers]
    bank.ask(
        "On average, how many days does it take for a contact to become a customer?",
        "difference",
        "Became a Customer Date minus Create Date, in parts of days, in full days, or in dates",
        any_of(*(value(sum(found) / len(found)) for found in (waits, nights, [int(one) for one in waits]))),
    )
    quiet = [row for row in rows if row["active"] and row["active"] < datetime(2024, 1, 1)]
    bank.ask(
        "How many contacts had their last activity before January 2024?",
        "condition",
        "Last Activity Date before 2024-01-01; without one there is no last activity",
        value(len(quiet)),
    )
    bank.ask(
        "number of contacts without a phone number or without a company",
        "missing",
        "Phone Number or Associated Company is empty",
        value(sum(not row["Phone Number"] or not row["Associated Company"] for row in rows)),
    )
    halves = [
        [row for row in rows if row["created"].year == year and row["created"].month < 7] for year in (2023, 2024)
    ]
    bank.ask(
        "By how much did new contacts grow in the first half of 2024 compared to the first half of 2023?",
        "growth",
        "rows created from January to June; in percent or as a number",
        any_of(value(growth(*map(len, halves)), PERCENT), value(len(halves[1]) - len(halves[0]))),
    )
    bank.ask(
        "what's the average deal size per owner",
        "other topic",
        "the export of contacts has no amounts of deals",
        decline("contacts have no deals and no amounts", "deal"),
        traits=["missing-word"],
    )
    per_owner = [
        len,
        rate,
        lambda part: sum(row["customer"] for row in part),
        lambda part: mean(part, "Marketing emails opened"),
        lambda part: percent(sum(row["Lead Status"] == "Connected" for row in part), len(part)),
    ]
    bank.ask(
        "Who is our best sales rep?",
        "best",
        "the owner with the most contacts, the most customers, or the highest share",
        any_of(*(entry for measure in per_owner for entry in leaders(by(rows, "Contact owner", measure)))),
        ambiguous=True,
    )
    return bank
