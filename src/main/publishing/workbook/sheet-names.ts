const LONGEST = 31;
/** Spreadsheets keep it for themselves. */
const RESERVED = 'history';

/** Names that spreadsheets take for their sheets, each once whatever its case. */
export function sheetNames(titles: readonly string[]): string[] {
  const taken = new Set<string>([RESERVED]);
  return titles.map((title) => {
    const plain = title
      .toWellFormed()
      .replaceAll(/[\p{Cc}[\]:*?/\\]/gu, ' ')
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/^[' ]+|[' ]+$/g, '');
    let name = within(plain || '–', '');
    for (let next = 2; taken.has(name.toLowerCase()); next += 1) name = within(plain, ` (${next})`);
    taken.add(name.toLowerCase());
    return name;
  });
}

const within = (name: string, ending: string): string =>
  `${name
    .slice(0, LONGEST - ending.length)
    .toWellFormed()
    .trimEnd()}${ending}`;
