"""Accounts and invoices of a software firm, deals, and marketing campaigns."""

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
