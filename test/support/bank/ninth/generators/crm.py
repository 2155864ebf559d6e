"""Contacts as HubSpot exports them."""

from datetime import datetime, timedelta

from .common import chance, people, weighted, write

COMPANIES = [
    "Brightside Logistics",
    "Kestrel Foods",
    "Halden Marine",
    "Nordwind Solar",
    "Pinecrest Dental",
    "Ostara Labs",
    "Tamarack Steel",
    "Velo Kurier",
    "Blue Anchor Travel",
    "Quercus Timber",
    "Maple & Finch",
    "Redwater Mining",
    "Lumen Optics",
    "Castell Ceramics",
    "Orchard Software",
    "Granite Bank",
    "Fjord Textiles",
    "Copperline Audio",
]
COUNTRIES = {
    "United States": 34,
    "Germany": 20,
    "United Kingdom": 15,
    "Netherlands": 9,
    "France": 8,
    "Canada": 6,
    "Spain": 5,
    "Austria": 4,
    "": 6,
}
ORIGINS = {
    "Organic Search": 28,
    "Paid Search": 17,
    "Direct Traffic": 15,
    "Offline Sources": 14,
    "Referrals": 10,
    "Organic Social": 8,
    "Email Marketing": 6,
    "Paid Social": 6,
}
STAGES = {
    "Subscriber": 20,
    "Lead": 34,
    "Marketing Qualified Lead": 15,
    "Sales Qualified Lead": 9,
    "Opportunity": 8,
    "Customer": 14,
    "": 2,
}
STATUSES = {
    "New": 22,
    "Open": 20,
    "In Progress": 16,
    "Attempted to Contact": 13,
    "Connected": 10,
    "Unqualified": 11,
    "Bad Timing": 6,
}
OWNERS = {"Priya Raman": 27, "Tom Hedley": 22, "Carla Nunes": 18, "Ben Osei": 13, "": 11}


def contacts():
    rng, rows = chance("hubspot"), []
    for number, (first, last, _) in enumerate(people(rng, 230)):
        origin, company = weighted(rng, ORIGINS), rng.choice(COMPANIES) if rng.random() < 0.82 else ""
        created = datetime(2023, 1, 2, 7) + timedelta(minutes=int(rng.triangular(0, 783000, 640000)))
        stage = weighted(rng, {**STAGES, "Customer": 30 if origin == "Referrals" else 12})
        won = created + timedelta(minutes=rng.randrange(4000, 170000)) if stage == "Customer" else None
        if won and won > datetime(2024, 6, 28):
            stage, won = "Opportunity", None
        active = created + timedelta(minutes=rng.randrange(10, 300000)) if rng.random() < 0.85 else None
        active = min(active, datetime(2024, 6, 28, 16, rng.randrange(60))) if active else None
        mail = f"{first}.{last}@{(company or 'gmail').lower().replace(' & ', '').replace(' ', '')}.com".lower()
        quiet = stage in ("", "Subscriber", "Customer")
        rows.append(
            [
                7001 + number * 50 + rng.randrange(50),
                first,
                last,
                mail,
                f"+{rng.randrange(1, 60)} {rng.randrange(100, 999)} {rng.randrange(1000000, 9999999)}"
                if rng.random() < 0.6
                else "",
                weighted(rng, OWNERS),
                "" if quiet else weighted(rng, STATUSES),
                weighted(rng, {"Marketing contact": 7, "Non-marketing contact": 3}),
                f"{created:%Y-%m-%d %H:%M}",
                company,
                f"{active:%Y-%m-%d %H:%M}" if active else "",
                stage,
                origin,
                weighted(rng, COUNTRIES),
                f"{won:%Y-%m-%d %H:%M}" if won else "",
                rng.randrange(0, 60) if origin != "Offline Sources" else 0,
                rng.randrange(0, 9),
            ]
        )
    rows.sort(key=lambda row: row[8], reverse=True)
    write(
        "hubspot-crm-exports-all-contacts-2024-06-30.csv",
        [
            "Record ID",
            "First Name",
            "Last Name",
            "Email",
            "Phone Number",
            "Contact owner",
            "Lead Status",
            "Marketing contact status",
            "Create Date",
            "Associated Company",
            "Last Activity Date",
            "Lifecycle Stage",
            "Original Source",
            "Country/Region",
            "Became a Customer Date",
            "Number of Pageviews",
            "Marketing emails opened",
        ],
        rows,
        quote_all=True,
    )
