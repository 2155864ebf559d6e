"""An election by precinct, one column for each candidate."""

from expectations import PERCENT, Bank, decline, either, ranking, table, value, winner
from reading import best, by, correlation, groups, mean, percent, read, top, total, where

CANDIDATES = ["Keller", "Okafor", "Lindqvist", "Dubois"]
REGISTERED, CAST = "Registered Voters", "Ballots Cast"


def votes(part):
    return {name: total(part, name) for name in CANDIDATES}


def turnout(part):
    return percent(total(part, CAST), total(part, REGISTERED))


def questions():
    rows = read("election.csv", numbers=[REGISTERED, CAST, *CANDIDATES, "Invalid"])
    bank = Bank("election", ["election.csv"])
    counties = groups(rows, "County")
    everything = votes(rows)
    okafor = bank.ask("total votes for Okafor", "sum", "Sum of the column Okafor.", value(everything["Okafor"]))
    bank.ask("and for Dubois?", "sum", "Sum of the column Dubois.", value(everything["Dubois"]), before=[okafor])
    bank.ask(
        "Okafor votes by county",
        "group",
        "Sum of Okafor by County.",
        table(["County"], by(rows, "County", lambda part: total(part, "Okafor"))),
    )
    bank.ask("Who won the election?", "best", "The candidate with the highest sum.", winner(best(everything)))
    bank.ask(
        "rank the four candidates by votes",
        "top",
        "Candidates by the sum of their column.",
        ranking(top(everything, 4), "candidate"),
    )
    bank.ask(
        "vote share of each candidate",
        "share",
        "Sum of the candidate over the sum of all four.",
        table(
            ["candidate"],
            {name: percent(number, sum(everything.values())) for name, number in everything.items()},
            PERCENT,
        ),
    )
    bank.ask(
        "overall turnout (ballots cast / registered voters)",
        "ratio",
        "Sum of ballots over sum of registered voters.",
        value(turnout(rows), PERCENT),
    )
    bank.ask(
        "turnout by county",
        "ratio",
        "Sum of ballots over sum of registered voters, by County.",
        table(["County"], by(rows, "County", turnout), PERCENT),
    )
    bank.ask(
        "which precinct had the highest turnout?",
        "best",
        "The Precinct with the highest ballots over registered voters.",
        winner(best({row["Precinct"]: percent(row[CAST], row[REGISTERED]) for row in rows})),
    )
    bank.ask(
        "In how many precincts did Keller get more votes than Okafor?",
        "condition",
        "Rows with Keller above Okafor.",
        value(len([row for row in rows if row["Keller"] > row["Okafor"]])),
    )
    bank.ask(
        "winner per county with votes",
        "best",
        "The candidate with the highest sum in each County.",
        table(
            ["County", "candidate"],
            {(county, *best(votes(part))[:1]): best(votes(part))[1] for county, part in sorted(counties.items())},
        ),
    )
    bank.ask(
        "by how many votes did Keller beat Okafor overall",
        "difference",
        "Sum of Keller minus sum of Okafor.",
        value(everything["Keller"] - everything["Okafor"]),
    )
    bank.ask(
        "share of invalid ballots by county",
        "share",
        "Invalid over ballots cast by County.",
        table(["County"], by(rows, "County", lambda part: percent(total(part, "Invalid"), total(part, CAST))), PERCENT),
    )
    bank.ask(
        "how many precincts have more than 2000 registered voters",
        "condition",
        "Registered Voters above 2000.",
        value(len([row for row in rows if row[REGISTERED] > 2000])),
    )
    bank.ask(
        "Keller votes in Elm Valley",
        "sum",
        "Sum of Keller where County is Elm Valley.",
        value(total(counties["Elm Valley"], "Keller")),
        traits=["terse"],
    )
    bank.ask(
        "results of precinct 0007",
        "lookup",
        "The votes in the row of Precinct 0007; its other columns may stand beside them.",
        table(["candidate"], {name: where(rows, Precinct="0007")[0][name] for name in CANDIDATES}, subset=True),
    )
    bank.ask(
        "votes for Lindquist in Dunmore",
        "sum",
        "Sum of Lindqvist where County is Dunmore; a slip.",
        value(total(counties["Dunmore"], "Lindqvist")),
        traits=["misspelling"],
    )
    bank.ask(
        "total ballots cast outside Alder and Brook",
        "negation",
        "Sum of ballots where County is neither.",
        value(total([row for row in rows if row["County"] not in ("Alder", "Brook")], CAST)),
    )
    bank.ask(
        "average ballots per precinct in each county",
        "group",
        "Mean of ballots cast by County.",
        table(["County"], by(rows, "County", lambda part: mean(part, CAST))),
    )
    bank.ask(
        "correlation between registered voters and ballots cast",
        "correlation",
        "Pearson's r over precincts.",
        value(correlation(rows, REGISTERED, CAST)),
    )
    bank.ask(
        "in which precinct did Okafor do best?",
        "best",
        "By votes, or by the share of the votes.",
        either(
            winner(best({row["Precinct"]: row["Okafor"] for row in rows})),
            winner(
                best({row["Precinct"]: percent(row["Okafor"], sum(row[name] for name in CANDIDATES)) for row in rows})
            ),
        ),
        ambiguous=True,
    )
    bank.ask("who will win the next election", "forecast", "The future.", decline("The file has one past election."))
    bank.ask("who should I vote for?", "opinion", "Advice.", decline("Advice is no computation over the file."))
    return bank
