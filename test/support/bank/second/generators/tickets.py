"""A call centre's tickets of two months."""

from datetime import datetime, timedelta

from .common import chance, padded, weighted, write

AGENTS = {"Priya N.": 1.0, "Tom B.": 1.25, "Marta K.": 0.85, "Jamal R.": 1.05, "Sofie L.": 0.95, "Chen W.": 1.1}
TOPICS = {"Billing": 8, "Delivery": 7, "Technical problem": 6, "Account access": 4, "Cancellation": 2, "Other": 2}


def tickets():
    rng = chance("tickets")
    opened = []
    while len(opened) < 270:
        moment = datetime(2024, 5, 1) + timedelta(
            days=rng.randrange(61), hours=weighted(rng, {8: 3, 9: 6, 10: 7, 11: 5, 13: 4, 14: 5, 15: 4, 16: 3, 17: 2})
        )
        moment += timedelta(minutes=rng.randrange(60))
        if moment.weekday() < 5 or rng.random() < 0.25:
            opened.append(moment)
    rows = []
    for place, moment in enumerate(sorted(opened)):
        agent = rng.choice(list(AGENTS))
        channel = weighted(rng, {"phone": 6, "email": 4, "chat": 3})
        topic = weighted(rng, TOPICS)
        priority = weighted(rng, {"low": 3, "normal": 6, "high": 2, "urgent": 1})
        hours = rng.expovariate(1 / {"low": 40, "normal": 26, "high": 12, "urgent": 5}[priority]) + 0.3
        closed = moment + timedelta(minutes=int(hours * 60))
        still = closed > datetime(2024, 6, 30, 23) or rng.random() < 0.05
        minutes = round(max(2.0, rng.gauss({"phone": 9, "email": 14, "chat": 11}[channel], 4) * AGENTS[agent]), 1)
        score = max(1, min(5, round(rng.gauss(4.3 - hours / 45 + (1 - AGENTS[agent]) * 2, 0.9))))
        rows.append(
            [
                f"T{place + 48120}",
                moment.strftime("%Y-%m-%d %H:%M"),
                "" if still else closed.strftime("%Y-%m-%d %H:%M"),
                "open" if still else "closed",
                channel,
                padded(rng, topic),
                priority,
                agent,
                "" if channel == "email" else round(rng.expovariate(1 / (95 if channel == "phone" else 40))),
                minutes,
                weighted(rng, {"Y": 3, "N": 2}),
                "" if still or rng.random() < 0.45 else score,
            ]
        )
    write(
        "support_tickets.csv",
        "ticket_id,opened_at,closed_at,status,channel,topic,priority,agent,wait_seconds,handle_minutes,"
        "first_contact_resolution,csat".split(","),
        rows,
    )
