from datetime import datetime

from expectations import PERCENT, Bank, decline, either, listing, table, value, winner
from reading import best, by, mean, month, percent, read, values, where

from .common import any_of

SET = "sealed"


def questions():
    tickets = read("support_tickets.csv", numbers=("wait_seconds", "handle_minutes", "csat"), missing=("",))
    for row in tickets:
        row["opened"] = datetime.fromisoformat(row["opened_at"])
        row["hours"] = None
        if row["closed_at"]:
            row["hours"] = (datetime.fromisoformat(row["closed_at"]) - row["opened"]).total_seconds() / 3600
    bank = Bank("tickets", ["support_tickets.csv"])
    ask = bank.ask

    ask("How many tickets came in altogether?", "count", "One row is one ticket.", value(len(tickets)))
    topics = ask(
        "tickets by topic",
        "group",
        "Rows for each topic.",
        table(["topic"], by(tickets, "topic", len)),
        traits=["terse"],
    )
    ask(
        "only the ones by phone",
        "group",
        "The same counts, channel phone.",
        table(["topic"], by(where(tickets, channel="phone"), "topic", len)),
        before=[topics],
    )
    closed = where(tickets, status="closed")
    per_agent = by(closed, "agent", len)
    most = ask(
        "Which agent closed the most tickets?",
        "best",
        "The agent with the most rows of status closed.",
        winner(best(per_agent)),
    )
    ask(
        "and who the fewest?",
        "best",
        "The agent with the fewest rows of status closed.",
        winner(best(per_agent, lowest=True)),
        before=[most],
    )
    ask(
        "avg handling time per chanel",
        "group",
        "Mean of handle_minutes for each channel.",
        table(["channel"], by(tickets, "channel", lambda part: mean(part, "handle_minutes"))),
        traits=["terse", "misspelling"],
    )

    def duration(rows):
        hours = mean(rows, "hours")
        return either(value(hours), value(hours * 60), value(hours / 24))

    closing = ask(
        "How long does it take us on average to close a ticket?",
        "average",
        "Mean of closed_at less opened_at over tickets that are closed, in hours, minutes, or days.",
        duration(tickets),
    )
    ask(
        "what about urgent ones",
        "average",
        "The same mean, priority urgent.",
        duration(where(tickets, priority="urgent")),
        before=[closing],
    )
    ask(
        "mean satisfaction score by agent",
        "group",
        "Mean of csat for each agent, tickets without a score left out.",
        table(["agent"], by(tickets, "agent", lambda part: mean(part, "csat"))),
        traits=["synonym"],
    )
    ask(
        "What percentage was resolved on first contact?",
        "share",
        "first_contact_resolution Y, of all tickets or of those that are closed.",
        any_of(
            *(
                value(percent(len(where(part, first_contact_resolution="Y")), len(part)), unit=PERCENT)
                for part in (tickets, closed)
            )
        ),
    )
    pending = where(tickets, status="open")
    still = ask("how many are still open", "condition", "Rows of status open.", value(len(pending)))
    ask(
        "show me those",
        "list",
        "The tickets of that count.",
        listing([row["ticket_id"] for row in pending], "ticket_id"),
        before=[still],
    )
    long = [row for row in tickets if (row["wait_seconds"] or 0) > 120]
    ask(
        "How many callers waited longer than 2 minutes?",
        "condition",
        "Rows with wait_seconds above 120: of channel phone, or of any channel.",
        any_of(
            value(len([row for row in long if row["channel"] == "phone"])),
            value(len(long)),
        ),
        traits=["synonym"],
    )
    ask(
        "at what hour of the day do we get the most tickets?",
        "best",
        "The hour of opened_at with the most rows.",
        winner(best(by(tickets, lambda row: row["opened"].hour, len))),
    )
    months = by(tickets, lambda row: month(row["opened"]), len)
    ask(
        "Did we get more tickets in June than in May?",
        "difference",
        "Rows of each of the two months; or the difference.",
        any_of(table(["month"], months), value(months["2024-06"] - months["2024-05"])),
    )
    ask(
        "number of tickets without a rating",
        "condition",
        "Rows without a csat.",
        value(len(tickets) - len(values(tickets, "csat"))),
        traits=["synonym"],
    )
    ask(
        "delivery and billing tickets together, how many",
        "condition",
        "Rows with topic Delivery or Billing.",
        value(len([row for row in tickets if row["topic"] in ("Delivery", "Billing")])),
    )
    ask(
        "how many calls were abandoned?",
        "missing",
        "There are no abandoned calls in the file.",
        decline("The file does not say which callers gave up.", word="abandoned"),
        traits=["missing-word"],
    )
    ask(
        "who's our best agent?",
        "best",
        "The agent with the most closed tickets, the highest csat, the shortest handling, or most first contacts.",
        any_of(
            winner(best(per_agent)),
            winner(best(by(tickets, "agent", lambda part: mean(part, "csat")))),
            winner(best(by(tickets, "agent", lambda part: mean(part, "handle_minutes")), lowest=True)),
            winner(
                best(
                    by(
                        tickets,
                        "agent",
                        lambda part: percent(len(where(part, first_contact_resolution="Y")), len(part)),
                    )
                )
            ),
        ),
        ambiguous=True,
    )
    return bank
