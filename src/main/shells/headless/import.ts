import { existsSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Import, ImportItem } from '#contract';
import { ImportOutcome } from '#contract/imports';
import { AppError } from '#contract/result';
import { bytesText, numberText, type Words, wordsIn } from '#words';
import { dataFolderOf, languageOf, parseCommand } from '../common/arguments';
import { openApp, withoutWindow } from '../common/open-app';
import { explainAsAskedAndExit, printJson } from '../common/printed-json';
import { forTerminal } from '../common/terminal';

const USAGE = 'Usage: npm run -s import -- [--json] [--language en|de] [--data DIR] FILE';
const HELP = `${USAGE}

Brings threads into the library: ChatGPT's export, exported threads, answers of an Assistants server. What is here already stays.
Ends with 0 when everything was taken whole or was here, and with 1 otherwise.`;
const PAGE = 500;

/** @throws AppError `invalid_input`, `not_found` */
function readCommand(args: string[]) {
  const options = { json: { type: 'boolean' }, language: { type: 'string' }, data: { type: 'string' } } as const;
  const { values, positionals } = parseCommand({ args, allowPositionals: true, options }, USAGE, HELP);
  const [path, ...more] = positionals;
  if (!path || more.length > 0) throw new AppError('invalid_input', `Give one file. ${USAGE}`);
  if (!existsSync(path) || !statSync(path).isFile())
    throw new AppError('not_found', `There is no file ${path}. Check the path.`);
  const dataFolder = dataFolderOf(values.data);
  return { path: resolve(path), json: values.json === true, dataFolder, ...languageOf(values.language) };
}

async function importFile(): Promise<Import> {
  const { path, json, dataFolder, ...language } = readCommand(process.argv.slice(2));
  const { app } = await openApp({ dataFolder, withEngine: true, shell: 'headless', ...language, ...withoutWindow });
  const { imports: words } = wordsIn().ui;
  try {
    const { imports } = app.services;
    app.subscribe(({ name, data }) => {
      if (name === 'imports.changed') process.stderr.write(`${progress(data, words)}\n`);
    });
    const begun = imports.beginFrom({ path, name: basename(path), bytes: statSync(path).size });
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => imports.cancel({ importId: begun.id }));
    const ended = await imports.finished(begun.id);
    const items = allItems((after) => imports.items({ importId: begun.id, after, limit: PAGE }));
    if (json) printJson({ import: ended, items });
    else process.stdout.write(asLines(ended, items, words));
    return ended;
  } finally {
    await app.close();
  }
}

function allItems(page: (after: number) => { items: ImportItem[]; hasMore: boolean }): ImportItem[] {
  const all: ImportItem[] = [];
  for (let more = true; more; ) {
    const { items, hasMore } = page(all.at(-1)?.number ?? 0);
    all.push(...items);
    more = hasMore && items.length > 0;
  }
  return all;
}

type ImportWords = Words['ui']['imports'];

const progress = ({ bytesRead, bytes, counts }: Import, words: ImportWords): string =>
  words.progress(
    bytesText(bytesRead),
    bytesText(bytes),
    Object.values(counts).reduce((sum, n) => sum + n, 0),
  );

function asLines(ended: Import, items: readonly ImportItem[], words: ImportWords): string {
  const lines = items.map(({ title, outcome, refusal, losses }) => {
    const why = [
      ...(refusal === null ? [] : [words.refusals[refusal]]),
      ...losses.map(({ code, count, detail }) => words.losses[code](count, detail)),
    ];
    const sentence = words.showOnly(words.outcomes[outcome], title ?? words.untitled);
    return why.length > 0 ? `${sentence} (${why.join('; ')})` : sentence;
  });
  const counts = ImportOutcome.options.filter((outcome) => ended.counts[outcome] > 0);
  const sum = counts.map((outcome) => words.showOnly(words.outcomes[outcome], numberText(ended.counts[outcome])));
  const end = [words.status[ended.status], ...(ended.problem === null ? [] : [words.problems[ended.problem]])];
  return forTerminal(`${[...lines, '', end.join('. '), sum.join(', ')].join('\n').trim()}\n`);
}

const isWhole = ({ status, counts }: Import): boolean =>
  status === 'completed' && counts.partly === 0 && counts.skipped === 0;

importFile().then((ended) => process.exit(isWhole(ended) ? 0 : 1), explainAsAskedAndExit);
