/** Short forms in names of columns, each with what it is written out as. */
const LINES = `
acct account
addr address
alt altitude
amt amount
approx approximate
arr arrival
avg average
bal balance
bdate birth date
cat category
cnt count
cnty county
conv conversion
cpc cost per click
ctr click-through rate
cum cumulative
cust customer
dep departure
dept department
desc description
dest destination
diff difference
dist distance
dob date of birth
dt date
dteday date
dur duration
emp employee
est estimated
exp expense
freq frequency
fname first name
gdp GDP
govt government
hp horsepower
hum humidity
hr hour
hrs hours
id ID
inv invoice
iso ISO
lat latitude
lifeexp life expectancy
gdppc GDP per capita
gdppercap GDP per capita
len length
lname last name
lng longitude
lon longitude
los length of stay
loc location
max maximum
mfr manufacturer
mgr manager
min minimum
mpg MPG
mkt market
mnth month
msrp MSRP
nbr number
nps NPS
nr number
num number
org organisation
ord order
parch parents and children
pct percent
percap per capita
percapita per capita
pclass class
ph pH
plz PLZ
pop population
pos position
prec precipitation
precip precipitation
prev previous
prod product
qty quantity
rev revenue
roi ROI
sched scheduled
sibsp siblings and spouses
sku SKU
sqft square feet
std standard
tailnum tail number
tel telephone
temp temperature
tot total
txn transaction
uid user ID
upc UPC
url URL
val value
vat VAT
vol volume
weathersit weather
windspeed wind speed
workingday working day
wt weight
yr year
yrs years
zip ZIP
`;

const LONG = new Map(
  LINES.trim()
    .split('\n')
    .map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)] as const),
);

/** Short forms that are something else behind some words: `life exp` is no expense. */
const BEHIND: ReadonlyMap<string, readonly (readonly [before: RegExp, long: string])[]> = new Map([
  ['exp', [[/^life$/, 'expectancy'] as const, [/^(?:work|job|yr|yrs|year|years|total|prior)$/, 'experience'] as const]],
]);

/** The words of a name with their short forms written out. */
export const allWrittenOut = (words: readonly string[]): string[] =>
  words.map((word, at) => {
    const known = BEHIND.get(word)?.find(([before]) => before.test(words[at - 1] ?? ''));
    return known?.[1] ?? writtenOut(word);
  });

/** What a word of a name is written out as; itself where it is no short form. */
export const writtenOut = (word: string): string => LONG.get(word) ?? word;
