import { existsSync, mkdtempSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { AppError } from '#contract/result';
import { type Words, wordsIn } from '#words';
import type { EvidenceReport } from '../../compose';
import { languageOf, parseCommand } from '../common/arguments';
import { openApp, withoutWindow } from '../common/open-app';
import { explainAsAskedAndExit, printJson } from '../common/printed-json';
import { forTerminal } from '../common/terminal';

const USAGE = 'Usage: npm run -s verify -- [--json] [--language en|de] BUNDLE.zip';
const HELP = `${USAGE}

Checks every file of an evidence bundle, computes all of it again in a data folder of its own, and says what came out equal.
Ends with 0 when everything that can be equal is equal, and with 1 otherwise.`;

function readCommand(args: string[]) {
  const { values, positionals } = parseCommand(
    { args, allowPositionals: true, options: { json: { type: 'boolean' }, language: { type: 'string' } } },
    USAGE,
    HELP,
  );
  const [given, ...more] = positionals;
  if (!given || more.length > 0) throw new AppError('invalid_input', `Name one bundle. ${USAGE}`);
  const path = resolve(given);
  if (!existsSync(path) || !statSync(path).isFile())
    throw new AppError('not_found', `There is no file ${path}. Check the path.`);
  return { path, json: values.json === true, ...languageOf(values.language) };
}

/** In a folder that is gone afterwards, so that nothing of the bundle mixes with the analyst's own threads. */
async function verify(): Promise<EvidenceReport> {
  const { path, json, ...language } = readCommand(process.argv.slice(2));
  const folder = mkdtempSync(join(tmpdir(), 'assay-verify-'));
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  try {
    const { app } = await openApp({
      dataFolder: folder,
      withEngine: true,
      shell: 'headless',
      ...language,
      ...withoutWindow,
    });
    try {
      const words = wordsIn();
      const report = await app.services.evidence.verify(path, {
        signal: stop.signal,
        onProgress: ({ what, name }) => {
          process.stderr.write(`${forTerminal(`${words.ui.evidence.what[what]} ${name}`)}\n`);
        },
      });
      if (json) printJson(report);
      else process.stdout.write(asText(report, words));
      return report;
    } finally {
      await app.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function asText({ verified, thread, counts, findings }: EvidenceReport, { ui: { evidence } }: Words): string {
  const lines = findings
    .filter(({ what, state }) => what !== 'file' || state !== 'equal')
    .map(({ what, name, state, why, detail }) => {
      const because = [why === null ? null : evidence.why[why], detail].filter((part) => part !== null).join(': ');
      return `${evidence.what[what]} ${name}: ${evidence.state[state]}${because === '' ? '' : ` (${because})`}`;
    });
  const { equal, differs, cannot_be_equal, own_python, stopped, not_run } = counts;
  const sum = [
    evidence.counts(equal, differs, cannot_be_equal, not_run),
    ...(own_python > 0 ? [evidence.ownPython(own_python)] : []),
    ...(stopped > 0 ? [evidence.stopped(stopped)] : []),
  ].join(' ');
  const head = verified ? evidence.verified(thread.title) : evidence.notVerified(thread.title);
  return forTerminal(`${[...lines, '', head, sum].join('\n')}\n`);
}

verify().then(({ verified }) => process.exit(verified ? 0 : 1), explainAsAskedAndExit);
