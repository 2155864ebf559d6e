const CAMEL = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu;
/** Nouns whose singular no rule makes. */
const IRREGULAR = new Map<string, string>(
  [
    'people person',
    'men man',
    'women woman',
    'children child',
    'wives wife',
    'lives life',
    'mice mouse',
    'feet foot',
    'criteria criterion',
    'indices index',
    'analyses analysis',
    'diagnoses diagnosis',
    'movies movie',
    'cookies cookie',
    'kunden kunde',
    'filme film',
    'flüge flug',
    'fluege flug',
    'verkäufe verkauf',
    'verkaeufe verkauf',
    'produkte produkt',
    'aufträge auftrag',
    'auftraege auftrag',
    'länder land',
    'laender land',
    'häuser haus',
    'personen person',
    'daten daten',
    'belege beleg',
    'verträge vertrag',
    'vertraege vertrag',
    'projekte projekt',
    'geräte gerät',
    'geraete gerät',
    'termine termin',
    'anrufe anruf',
    'spiele spiel',
    'fälle fall',
    'faelle fall',
    'schäden schaden',
    'vorgänge vorgang',
    'vorgaenge vorgang',
    'einkäufe einkauf',
    'einkaeufe einkauf',
    'besuche besuch',
    'lieferscheine lieferschein',
    'kontakte kontakt',
    'konten konto',
    'bäume baum',
    'baeume baum',
    'säulen säule',
    'saeulen säule',
    'filialen filiale',
    'adressen adresse',
    'anfragen anfrage',
    'fahrten fahrt',
    'unfälle unfall',
    'unfaelle unfall',
    'arbeitszeiten arbeitszeit',
  ].map((pair) => pair.split(' ') as [string, string]),
);
const SINGULAR_S = /(?:ss|us|is|news|series|species|sales|gas|bus|plus|status|census|campus|bonus|basis)$/;

/** Short forms with capitals inside that are one word all the same. */
const WHOLE = new Set(['sibsp', 'mwst', 'mwst.', 'pclass', 'phd', 'iphone', 'youtube', 'kwh', 'mwh']);

/** The words of a column's or a file's name, in lower case: `unitPrice`, `unit_price` and `Unit Price` are the same. */
export function nameWords(name: string): string[] {
  return name
    .split(/[^\p{L}\p{N}%°²³µ]+/u)
    .flatMap((token) => (WHOLE.has(token.toLowerCase()) ? [token] : token.replaceAll(CAMEL, ' ').split(' ')))
    .flatMap((word) => word.toLowerCase().replace(JOINED, '$1 of').split(' '))
    .filter((word) => word !== '');
}
/** `DateofHire` has no capital where its second word begins. */
const JOINED = /^(date|day|time|month|year|number|place|name|type|reason|source|length|size|status)of$/;

/** What German names of one word end with: the end says what they are, as an "Einkaufsbeleg" is a "beleg". */
const HEADS =
  /.{3}(beleg|nummer|nr|code|schlüssel|kennung|konto|stelle|kreis|datum|preis|betrag|wert|menge|kosten|summe|einheit|gruppe|zeit|ort|land|art|name|text)$/;

/** The last part of a German compound, where it is one that names of columns end with; else the word. */
export const headOf = (word: string): string => HEADS.exec(word)?.[1] ?? word;

/** The singular of an English noun, and of the German ones that end as most do. */
export function singular(word: string): string {
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return irregular;
  if (/(?:ung|heit|keit|schaft|tion|ät|ant|ent|ist|tor)en$/.test(word)) return word.slice(0, -2);
  if (word.length <= 3 || !word.endsWith('s') || SINGULAR_S.test(word)) return word;
  if (word.endsWith('ies')) return word.length > 4 ? `${word.slice(0, -3)}y` : word;
  if (/(?:sses|xes|ches|shes|zzes)$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

/** A set of words written in a row, each in its singular. */
export const wordSet = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/).map(singular));

export const hasAny = (words: readonly string[], set: ReadonlySet<string>): boolean =>
  words.some((word) => set.has(word) || set.has(singular(word)));
