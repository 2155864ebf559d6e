"""Accounts and invoices of a software firm, deals, campaigns of marketing, and prices of shares."""

from datetime import date, timedelta

from .common import chance, padded, weighted, write

COMPANIES = """Bluefin Analytics|Carrow Foods|Delmar Freight|Eastgate Clinics|Fenwick & Hale|Gorse Media|Harrow Mills
Inlet Software|Juniper Health|Kestrel Bikes|Larkspur Homes|Marlow Insurance|Nimbus Travel|Oakhurst Schools
Pinecrest Dental|Quarry Stone Ltd|Redwood Legal|Saltmarsh Energy|Tern Logistics|Umber Design|Vantage Motors
Wexford Dairy|Yarrow Textiles|Zephyr Air|Amberline Bank|Brightwater Labs|Copperfield Tools|Dovetail Interiors
Elmstead Farms|Foxley Games|Glenrock Hotels|Hollis Printing|Ironbridge Steel|Jetty Seafood|Kingsway Retail
Lumen Optics|Mistral Wind|Northgate Pharma|Orchard Kids|Pebble Phones""".replace("\n", "|").split("|")


def accounts_and_invoices():
    rng = chance("accounts")
    managers = ["Priya Nair", "Tom Whitaker", "Lucia Ferrer", "Sven Aalto"]
    accounts, invoices = [], []
    for number, company in enumerate(COMPANIES):
        segment = weighted(rng, {"SMB": 45, "Mid-Market": 35, "Enterprise": 20})
        created = date(2021, 2, 1) + timedelta(days=rng.randrange(690))
        accounts.append(
            [
                f"ACC-{1004 + number * 7}",
                padded(rng, company, 0.05),
                weighted(rng, {"Software": 3, "Healthcare": 3, "Retail": 4, "Manufacturing": 4, "": 1}),
                weighted(rng, {"United States": 14, "United Kingdom": 9, "Germany": 8, "Netherlands": 5, "Canada": 4}),
                segment,
                rng.choice(managers),
                created.isoformat(),
                ""
                if rng.random() < 0.1
                else {"SMB": 1, "Mid-Market": 9, "Enterprise": 70}[segment] * rng.randint(9, 60),
            ]
        )
    price = {"Starter": 290, "Growth": 890, "Scale": 2450}
    plans = {
        "SMB": {"Starter": 7, "Growth": 3},
        "Mid-Market": {"Starter": 1, "Growth": 6, "Scale": 2},
        "Enterprise": {"Growth": 2, "Scale": 7},
    }
    for account in accounts[:16] + accounts[17:29] + accounts[30:38]:
        plan = weighted(rng, plans[account[4]])
        every = rng.choice([1, 3, 3, 3, 6])
        start = rng.randrange(0, 9)
        last = rng.choice([24, 24, 24, 24, 17, 13])
        for month in range(start, last, every):
            issued = date(2023 + month // 12, month % 12 + 1, rng.choice([1, 1, 1, 5, 15]))
            amount = price[plan] * every * rng.choice([1, 1, 1, 0.9, 0.8]) + rng.choice([0, 0, 0, 49.5, 120])
            due = issued + timedelta(days=30)
            late = issued >= date(2024, 7, 1)
            status = weighted(rng, {"paid": 72, "open": 18, "overdue": 10} if late else {"paid": 96, "overdue": 4})
            paid = issued + timedelta(days=max(2, round(rng.gauss(27 if account[3] != "Germany" else 19, 9))))
            invoices.append((issued, account[0], plan, amount, due, status, paid if status == "paid" else ""))
    invoices = sorted(invoices, key=lambda row: row[0])
    write(
        "accounts.csv",
        ["account_id", "company", "industry", "country", "segment", "account_manager", "created_at", "employees"],
        accounts,
    )
    write(
        "invoices.csv",
        ["invoice_no", "account_id", "issued_on", "plan", "amount", "due_on", "status", "paid_on"],
        [
            [f"INV-{number:05d}", account, issued, plan, f"${amount:,.2f}", due, status, paid]
            for number, (issued, account, plan, amount, due, status, paid) in enumerate(invoices, 2201)
        ],
    )


def deals():
    rng = chance("deals")
    owners = ["Hannah Cole", "Marcus Webb", "Ines Prado", "Jonas Lindt", "Aisha Rahman"]
    stages = {
        "Prospecting": 5,
        "Qualification": 10,
        "Proposal": 25,
        "Negotiation": 60,
        "Closed Won": 100,
        "Closed Lost": 0,
    }
    products = ["Platform", "Add-on", "Services", "Renewal"]
    names = [f"{company} - {product}" for company in COMPANIES for product in products]
    rows = []
    us = lambda day: f"{day.month}/{day.day}/{day.year}"
    for name in rng.sample(names, 142):
        created = date(2023, 9, 1) + timedelta(days=rng.randrange(430))
        owner = weighted(rng, dict(zip(owners, (30, 26, 22, 14, 8))))
        old = created < date(2024, 7, 1)
        weights = (2, 4, 6, 7, 44, 40) if old else (22, 20, 20, 18, 12, 9)
        stage = weighted(rng, dict(zip(stages, weights)))
        source = weighted(rng, {"Referral": 22, "Webinar": 18, "Outbound": 30, "Website": 34, "Trade Show": 12})
        amount = round(rng.lognormvariate(9.6, 0.75) / 100) * 100 + rng.choice([0, 0, 50])
        length = round(max(6, rng.gauss(62 if source != "Referral" else 41, 22)))
        close = created + timedelta(days=length)
        rows.append(
            [
                f"D-{rng.randrange(10000, 99999)}",
                name,
                padded(rng, owner, 0.03),
                stage,
                "" if stage in ("Prospecting", "Qualification") and rng.random() < 0.25 else f"{amount:,.0f}",
                f"{stages[stage]}%",
                us(created),
                us(close),
                source,
                weighted(rng, {"North": 30, "South": 22, "East": 18, "West": 24}),
            ]
        )
    write(
        "deals.csv",
        [
            "Deal ID",
            "Deal Name",
            "Owner",
            "Stage",
            "Amount (USD)",
            "Probability",
            "Created Date",
            "Close Date",
            "Lead Source",
            "Region",
        ],
        rows,
    )


def campaigns():
    rng = chance("campaigns")
    plan = [
        ("Spring Launch", "Paid Search", "Germany", 2600, 0.042, 0.91),
        ("Brand Search", "Paid Search", "France", 1900, 0.071, 0.62),
        ("Retargeting", "Display", "Germany", 900, 0.006, 0.34),
        ("Awareness Video", "Video", "France", 3100, 0.004, 0.48),
        ("Newsletter", "Email", "Germany", 240, 0.031, 0.08),
        ("Win-back Mails", "Email", "Spain", 160, 0.024, 0.09),
        ("Lookalikes", "Social", "Germany", 2100, 0.013, 0.55),
        ("Influencer Push", "Social", "Spain", 1700, 0.017, 0.7),
        ("Story Ads", "Social", "France", 1250, 0.011, 0.41),
        ("Partner Blogs", "Affiliate", "Spain", 720, 0.02, 0.5),
        ("Price Comparison", "Affiliate", "Germany", 1100, 0.035, 0.44),
        ("Banner Network", "Display", "Spain", 650, 0.003, 0.29),
    ]
    closes = {
        "Paid Search": 0.047,
        "Display": 0.009,
        "Video": 0.006,
        "Email": 0.038,
        "Social": 0.017,
        "Affiliate": 0.03,
    }
    months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
    rows = []
    for place, month in enumerate(months):
        for name, channel, country, budget, through, click in plan:
            if name == "Spring Launch" and place not in (1, 2, 3, 4, 5):
                continue
            if name == "Influencer Push" and place < 4:
                continue
            spend = budget * rng.uniform(0.7, 1.25) * (1.5 if place in (10, 11) else 1)
            clicks = round(spend / (click * rng.uniform(0.85, 1.2)))
            conversions = round(clicks * closes[channel] * rng.uniform(0.7, 1.35))
            revenue = conversions * rng.uniform(34, 58)
            rows.append(
                [
                    f"{month} 2024",
                    padded(rng, name, 0.03),
                    channel,
                    country,
                    f"{spend:,.2f}",
                    f"{round(clicks / (through * rng.uniform(0.9, 1.1))):,}",
                    f"{clicks:,}",
                    "-" if rng.random() < 0.015 else conversions,
                    f"{revenue:,.2f}",
                ]
            )
    write(
        "campaigns.csv",
        [
            "Month",
            "Campaign",
            "Channel",
            "Country",
            "Spend (EUR)",
            "Impressions",
            "Clicks",
            "Conversions",
            "Revenue (EUR)",
        ],
        rows,
    )


def prices():
    rng = chance("prices")
    shares = {
        "KRON": (84.2, 0.0016, 0.013),
        "ORBT": (46.8, 0.0004, 0.021),
        "TALW": (131.5, -0.0011, 0.009),
        "VELA": (22.4, 0.0021, 0.031),
    }
    last = {ticker: start for ticker, (start, _, _) in shares.items()}
    rows = []
    day = date(2024, 1, 2)
    while day <= date(2024, 4, 5):
        if day.weekday() < 5 and day not in (date(2024, 1, 15), date(2024, 2, 19), date(2024, 3, 29)):
            for ticker, (start, drift, swing) in shares.items():
                opened = last[ticker] * (1 + rng.gauss(0, swing / 4))
                closed = opened * (1 + drift + rng.gauss(0, swing))
                high = max(opened, closed) * (1 + abs(rng.gauss(0, swing / 2)))
                low = min(opened, closed) * (1 - abs(rng.gauss(0, swing / 2)))
                last[ticker] = closed
                volume = round(rng.lognormvariate(0, 0.35) * 21_000_000 / start) * 10
                halted = (ticker, day) == ("VELA", date(2024, 2, 28))
                rows.append(
                    [
                        day.isoformat(),
                        ticker,
                        *(
                            ["", "", "", "", 0]
                            if halted
                            else [f"{p:.2f}" for p in (opened, high, low, closed)] + [volume]
                        ),
                    ]
                )
        day += timedelta(days=1)
    write("prices.csv", ["Date", "Ticker", "Open", "High", "Low", "Close", "Volume"], rows)
