"""Leads of an online school, as in Kaggle's Lead Scoring data of X Education."""

import uuid

from .common import chance, weighted, write

SOURCES = {
    "Google": 30, "Direct Traffic": 26, "Olark Chat": 17, "Organic Search": 12, "Reference": 7,
    "Welingak Website": 3, "Referral Sites": 2, "Facebook": 2, "google": 1, "": 1,
}  # fmt: skip
SPECIAL = {
    "Select": 22, "Finance Management": 11, "Human Resource Management": 10, "Marketing Management": 9,
    "Operations Management": 6, "Business Administration": 5, "IT Projects Management": 4,
    "Supply Chain Management": 4, "Banking, Investment And Insurance": 4, "Media and Advertising": 2, "": 15,
}  # fmt: skip
JOBS = {"Unemployed": 60, "Working Professional": 10, "Student": 3, "Other": 1, "Housewife": 1, "": 26}
CITIES = {
    "Mumbai": 35, "Thane & Outskirts": 8, "Other Cities": 8, "Other Cities of Maharashtra": 5, "Select": 24,
    "Other Metro Cities": 4, "": 15,
}  # fmt: skip
ACTIVITIES = {
    "Email Opened": 37, "SMS Sent": 30, "Olark Chat Conversation": 10, "Page Visited on Website": 7,
    "Converted to Lead": 5, "Email Bounced": 4, "Email Link Clicked": 3, "Form Submitted on Website": 2, "": 2,
}  # fmt: skip
TAGS = {
    "Will revert after reading the email": 22, "Ringing": 13, "Interested in other courses": 6,
    "Already a student": 5, "Closed by Horizzon": 4, "switched off": 3, "Busy": 2, "Lost to EINS": 2, "": 36,
}  # fmt: skip


def leads():
    rng, rows, number = chance("leads"), [], 660737
    for _ in range(210):
        source = weighted(rng, SOURCES)
        chat = source == "Olark Chat"
        added = source in ("Reference", "Welingak Website")
        origin = "Lead Add Form" if added else "API" if chat or rng.random() < 0.3 else "Landing Page Submission"
        if source == "Facebook":
            origin = "Lead Import"
        visits = 0 if chat or added else weighted(rng, {2: 30, 3: 20, 4: 15, 5: 12, 6: 8, 8: 4, 1: 6, 11: 1})
        spent = 0 if not visits else min(2253, round(rng.lognormvariate(5.9, 0.95)))
        views = round(visits / rng.choice([1, 1, 2]), 2) if visits else 0
        job = weighted(rng, JOBS)
        activity, tag = weighted(rng, ACTIVITIES), weighted(rng, TAGS)
        odds = 0.16 + spent / 3200 + (0.6 if added else 0) + (0.4 if job == "Working Professional" else 0)
        odds += {"SMS Sent": 0.2, "Email Bounced": -0.25, "Olark Chat Conversation": -0.2}.get(activity, 0)
        odds += {"Will revert after reading the email": 0.4, "Ringing": -0.4, "Already a student": -0.4}.get(tag, 0)
        won = rng.random() < odds
        if rng.random() < 0.015:
            visits = views = ""
        scored = rng.random() > 0.44
        level = rng.choice(["01.High", "02.Medium", "02.Medium", "02.Medium", "03.Low"])
        profile = rng.choice(["01.High", "02.Medium"])
        no = ["No"] * 7
        rows.append([
            uuid.UUID(int=rng.getrandbits(128), version=4), number, origin, source,
            "Yes" if rng.random() < 0.07 else "No", "No", int(won), visits, spent, views, activity,
            "" if chat or added or rng.random() < 0.05
            else weighted(rng, {"India": 94, "United States": 3, "United Arab Emirates": 3, "Singapore": 2}),
            weighted(rng, SPECIAL),
            weighted(rng, {"Select": 55, "Online Search": 9, "Word Of Mouth": 4, "Student of SomeSchool": 3,
                           "Multiple Sources": 2, "": 24}),
            job, "Better Career Prospects" if job else "", *no, "No", tag,
            weighted(rng, {"Might be": 17, "Not Sure": 12, "High in Relevance": 7, "Worst": 6, "Low in Relevance": 6,
                           "": 52}),
            "No", "No",
            weighted(rng, {"Select": 45, "Potential Lead": 17, "Other Leads": 5, "Student of SomeSchool": 2, "": 29}),
            weighted(rng, CITIES), level if scored else "", profile if scored else "",
            rng.randrange(11, 19) if scored else "", rng.randrange(12, 21) if scored else "", "No",
            "Yes" if rng.random() < 0.31 else "No", "Modified" if rng.random() < 0.4 else activity or "Modified",
        ])  # fmt: skip
        number -= rng.randrange(3, 90)
    write(
        "Leads.csv",
        [
            "Prospect ID", "Lead Number", "Lead Origin", "Lead Source", "Do Not Email", "Do Not Call", "Converted",
            "TotalVisits", "Total Time Spent on Website", "Page Views Per Visit", "Last Activity", "Country",
            "Specialization", "How did you hear about X Education", "What is your current occupation",
            "What matters most to you in choosing a course", "Search", "Magazine", "Newspaper Article",
            "X Education Forums", "Newspaper", "Digital Advertisement", "Through Recommendations",
            "Receive More Updates About Our Courses", "Tags", "Lead Quality", "Update me on Supply Chain Content",
            "Get updates on DM Content", "Lead Profile", "City", "Asymmetrique Activity Index",
            "Asymmetrique Profile Index", "Asymmetrique Activity Score", "Asymmetrique Profile Score",
            "I agree to pay the amount through cheque", "A free copy of Mastering The Interview",
            "Last Notable Activity",
        ],
        rows,
    )  # fmt: skip
