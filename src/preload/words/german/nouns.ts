/** Nouns that data often counts, where no rule tells their plural. */
const PLURALS = new Map(
  'Kunde Kunden|Auftrag Aufträge|Produkt Produkte|Lieferant Lieferanten|Beleg Belege|Konto Konten|Projekt Projekte|Vertrag Verträge|Fahrt Fahrten|Patient Patienten|Verkauf Verkäufe|Einkauf Einkäufe|Stadt Städte|Land Länder|Person Personen|Gast Gäste|Monat Monate|Jahr Jahre|Tag Tage|Quartal Quartale|Standort Standorte|Betrag Beträge|Beitrag Beiträge|Flug Flüge|Ort Orte|Fall Fälle|Student Studenten|Gerät Geräte|Haus Häuser|Buch Bücher|Ticket Tickets'
    .split('|')
    .map((pair): [string, string] => {
      const [singular = '', plural = ''] = pair.split(' ');
      return [singular, plural];
    }),
);

const GERMAN_E =
  /(?:adresse|filiale|woche|stunde|minute|gruppe|klasse|reise|anlage|ware|straße|schule|sache|probe|messe|marke|summe|kunde)$/i;

/** Several of what the data counts; its names may be German or English. */
export function pluralOf(noun: string): string {
  const known = PLURALS.get(noun);
  if (known !== undefined) return known;
  if (/(?:ung|heit|keit|schaft|tät|ktion)$/.test(noun)) return `${noun}en`;
  if (GERMAN_E.test(noun)) return `${noun}n`;
  if (/(?:er|el|en|chen|lein|s)$/.test(noun)) return noun;
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}
