import { existsSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Import, ImportItem } from '#contract';
import { AppError } from '#contract/result';
import { dataFolderOf, parseCommand } from '../common/arguments';
import { explainAndExit, openApp, withoutWindow } from '../common/open-app';
import { forTerminal } from '../common/terminal';

const USAGE = 'Usage: npm run -s import -- [--json] [--data DIR] FILE';
const HELP = `${USAGE}

Brings threads into the library: ChatGPT's export, exported threads, answers of an Assistants server. What is here already stays.
Ends with 0 when everything was taken whole or was here, and with 1 otherwise.`;
const PAGE = 500;

/** @throws AppError `invalid_input`, `not_found` */
function readCommand(args: string[]): { path: string; json: boolean; dataFolder: string } {
  const { values, positionals } = parseCommand(
    { args, allowPositionals: true, options: { json: { type: 'boolean' }, data: { type: 'string' } } },
    USAGE,
    HELP,
  );
  const [path, ...more] = positionals;
  if (!path || more.length > 0) throw new AppError('invalid_input', `Give one file. ${USAGE}`);
  if (!existsSync(path) || !statSync(path).isFile())
    throw new AppError('not_found', `There is no file ${path}. Check the path.`);
  return { path: resolve(path), json: values.json === true, dataFolder: dataFolderOf(values.data) };
}

async function importFile(): Promise<Import> {
  const { path, json, dataFolder } = readCommand(process.argv.slice(2));
  const { app } = await openApp({ dataFolder, withEngine: true, shell: 'headless', ...withoutWindow });
  try {
    const { imports } = app.services;
    app.subscribe(({ name, data }) => {
      if (name === 'imports.changed') process.stderr.write(`${progress(data)}\n`);
    });
    const begun = imports.beginFrom({ path, name: basename(path), bytes: statSync(path).size });
    process.once('SIGINT', () => imports.cancel({ importId: begun.id }));
    const ended = await imports.finished(begun.id);
    const items = allItems((after) => imports.items({ importId: begun.id, after, limit: PAGE }));
    process.stdout.write(json ? `${JSON.stringify({ import: ended, items })}\n` : asLines(ended, items));
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

const progress = ({ bytesRead, bytes, counts }: Import): string =>
  `${bytesRead} of ${bytes} bytes, ${Object.values(counts).reduce((sum, n) => sum + n, 0)} threads`;

function asLines(ended: Import, items: readonly ImportItem[]): string {
  const lines = items.map(({ number, title, outcome, refusal, losses }) => {
    const why = [refusal, ...losses.map(({ code, count, detail }) => [code, count, detail].filter(Boolean).join(' '))];
    return forTerminal([number, outcome, title ?? '', ...why.filter((part) => part !== null)].join('\t'));
  });
  return `${[...lines, [ended.status, ended.problem ?? '', JSON.stringify(ended.counts)].join('\t')].join('\n')}\n`;
}

const isWhole = ({ status, counts }: Import): boolean =>
  status === 'completed' && counts.partly === 0 && counts.skipped === 0;

importFile().then((ended) => process.exit(isWhole(ended) ? 0 : 1), explainAndExit);
