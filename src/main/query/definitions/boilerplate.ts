/** Fewer columns may have words in common that each of them needs. */
const COLUMNS_AT_LEAST = 4;
/** A single word at the end may say what is measured: `male population`, `female population`. */
const WORDS_AT_LEAST = 2;
const UNIT = /^[([].{1,20}[)\]]$/;
const PARTED = /[:|–-]$/;
/** How trackers of issues export columns of their users' own. */
const FRAMED = /^custom field \((.+)\)$/i;
const isTelling = (name: string): boolean => /\p{L}{3}/u.test(name);

/** Names without the words that most columns of a table end or begin with: `Wind [MWh] calculated values` is `Wind [MWh]`. */
export function ownNames(columns: readonly string[]): string[] {
  const names = columns.map((name) => FRAMED.exec(name)?.[1] ?? name);
  const words = names.map((name) => name.trim().split(/\s+/));
  const ends = sharedBy(words, endsOf);
  const starts = sharedBy(words, startsOf);
  const own = words.map((name, at) => name.slice(starts[at], name.length - (ends[at] ?? 0)).join(' '));
  const isKept =
    new Set(own).size === new Set(names).size && own.every((name, at) => name === names[at] || isTelling(name));
  return isKept ? names.map((name, at) => (starts[at] || ends[at] ? (own[at] ?? name) : name)) : [...names];
}

type Words = readonly string[];

/** Runs of words that may say nothing of this column, the longest last: behind its unit, or several. */
function endsOf(name: Words): Words[] {
  const unit = name.findLastIndex((word) => UNIT.test(word));
  return name.flatMap((_, at) => {
    const from = name.length - 1 - at;
    return from > 0 && from > unit && (at + 1 >= WORDS_AT_LEAST || from === unit + 1) ? [name.slice(from)] : [];
  });
}

/** What stands before a colon or a dash. */
const startsOf = (name: Words): Words[] =>
  name.flatMap((word, at) => (PARTED.test(word) && at < name.length - 1 ? [name.slice(0, at + 1)] : []));

/** How many words each name has in one of these runs that most other names have too. */
function sharedBy(names: readonly Words[], runsOf: (name: Words) => Words[]): number[] {
  const most = Math.max(COLUMNS_AT_LEAST, names.length / 2);
  const runs = names.map((name) => runsOf(name).map((run) => ({ length: run.length, key: run.join(' ') })));
  const times = new Map<string, number>();
  for (const { key } of runs.flat()) times.set(key, (times.get(key) ?? 0) + 1);
  return runs.map((own) => own.findLast(({ key }) => (times.get(key) ?? 0) >= most)?.length ?? 0);
}
