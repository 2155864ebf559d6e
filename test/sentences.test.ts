import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** What others say, where they have no code for it: each is read in one place, which says so. */
const FOREIGN = [
  'src/main/analysis/duckdb/duckdb-errors.ts',
  'src/main/analysis/python/sandbox-process.ts',
  'src/main/api/errors.ts',
  'src/main/engine/figures/surroundings.ts',
  'src/main/engine/models/upstream/failure.ts',
  'src/main/engine/models/chat/refusals.ts',
  'src/main/publishing/pdf/missing-signs.ts',
  'src/preload/contract/printed.ts',
];
/** Texts of languages: of questions, which people ask in words of their own, of names and remarks in their files, and of SQL. */
const LANGUAGES = [
  /^src\/main\/engine\/models\/built-in\//,
  /^src\/main\/query\/definitions\//,
  /^src\/main\/analysis\/duckdb\/intake\/footnotes\.ts$/,
  /^src\/renderer\/ui\/pretty-code\.ts$/,
];

const WORDS = String.raw`[A-Za-z]{2,}[,.:;]?(?: |\\s[+*]?)[A-Za-z]{2,}`;
const TEXT = ["'", '"', '`'].map((quote) => `${quote}[^${quote}\\n]*${WORDS}[^${quote}\\n]*${quote}`).join('|');
const SEARCHED = 'includes|startsWith|endsWith|indexOf|lastIndexOf|replace|replaceAll|search|match';
const PATTERNS = {
  'equals a sentence': `(?:[!=]==|\\bcase)\\s*(?:${TEXT})`,
  'looks for a sentence': `\\.(?:${SEARCHED})\\(\\s*(?:${TEXT})`,
  'has a pattern of a sentence': String.raw`(?:^|[(=,:[!&|?{};]|=>|\breturn)\s*/(?![/*])(?:[^/\n\\]|\\.)*${WORDS}(?:[^/\n\\]|\\.)*/[a-z]*(?=[\s.,;)\]]|$)`,
  'looks into a message': `\\.(?:test|exec)\\([^()]*\\bmessage\\)|\\bmessage\\s*(?:\\.(?:${SEARCHED})\\(|[!=]==\\s*['"\`])`,
  'compares with the catalogue': String.raw`(?:[!=]==|\.(?:${SEARCHED})\(|\bcase)\s*\(?(?:words|english)\.\w`,
};
const RULES = Object.entries(PATTERNS).map(([name, source]) => ({ name, pattern: new RegExp(source) }));

const findings = (source: string): string[] =>
  source
    .split('\n')
    .filter((line) => !/^\s*(?:\/?\*|\/\/)/.test(line))
    .flatMap((line) => RULES.flatMap(({ name, pattern }) => (pattern.test(line) ? [`${name}: ${line.trim()}`] : [])));

it('nothing behaves by what a sentence says, apart from the places that read what others say', () => {
  const files = readdirSync('src', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/'))
    .filter((file) => !LANGUAGES.some((place) => place.test(file)));
  const found = new Map(files.map((file) => [file, findings(readFileSync(file, 'utf8'))]));
  const unexpected = [...found].filter(([file, lines]) => lines.length > 0 && !FOREIGN.includes(file));
  expect(Object.fromEntries(unexpected)).toEqual({});
  expect(FOREIGN.filter((file) => !found.get(file)?.length)).toEqual([]);
});

it.each([
  `if (text === 'Read as this')`,
  `case "The run expired.":`,
  'if (said.startsWith(`You can ask`))',
  'return /^Read as \\*\\*/.test(line);',
  `const PATTERN = /took\\s+too long/i;`,
  'if (error.status === 400 && /active/.test(error.message)) {',
  `if (error.message.includes('integer')) {`,
  `if (failure.message === 'Stopped.')`,
  'if (text === words.run.cancelled()) {',
  'if (text.includes(english.offersLead())) {',
])('finds %s', (line) => {
  expect(findings(line)).not.toEqual([]);
});

it.each([
  `if (status === 'in_progress')`,
  `import { message } from './message';`,
  `return 'It is not there.';`,
  'const share = (part / whole) * 100; // some words / other words',
  `* Read /mnt/data by it.`,
  '<p>{error.message}</p>',
  `throw new AppError('busy', 'A run is still under way in this thread.', cause);`,
])('leaves %s', (line) => {
  expect(findings(line)).toEqual([]);
});
