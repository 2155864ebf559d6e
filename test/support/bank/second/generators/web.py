"""A website's traffic by page and day."""

from datetime import date, timedelta

from .common import chance, write

PAGES = {
    "/": (900, 38),
    "/pricing": (310, 41),
    "/features": (260, 45),
    "/blog/spreadsheet-tips": (420, 74),
    "/blog/year-in-review": (140, 69),
    "/docs/getting-started": (230, 35),
    "/contact": (70, 52),
}


def traffic():
    rng = chance("web")
    rows = []
    for offset in range(42):
        day = date(2024, 9, 16) + timedelta(days=offset)
        for page, (usual, bounce) in PAGES.items():
            views = usual * (0.55 if day.weekday() > 4 else 1) * (1 + offset / 150) * rng.uniform(0.8, 1.2)
            if page == "/pricing" and day >= date(2024, 10, 14):
                views *= 1.5
            if page == "/blog/spreadsheet-tips" and day == date(2024, 10, 8):
                views *= 6
            views = round(views)
            users = round(views * rng.uniform(0.68, 0.85))
            signups = sum(
                rng.random() < {"/pricing": 0.04, "/": 0.008, "/features": 0.015}.get(page, 0.002) for _ in range(users)
            )
            rows.append(
                [
                    day.strftime("%Y%m%d"),
                    page,
                    views,
                    users,
                    f"{bounce + rng.uniform(-6, 6):.1f}%",
                    ""
                    if rng.random() < 0.02
                    else f"{rng.uniform(25, 190) * (1.3 if 'blog' in page or 'docs' in page else 1):.0f}",
                    signups,
                ]
            )
    write(
        "web_traffic.csv",
        ["Date", "Page path", "Views", "Users", "Bounce rate", "Avg. time on page (s)", "Sign-ups"],
        rows,
    )
