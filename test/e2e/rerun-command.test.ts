import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { root } from '../../scripts/built.mjs';
import type { MessageId, ReportId, TableDifferences } from '../../src/preload/contract';
import { APRIL, cents, MARCH, plainFile, strangersFiles, sumsBy } from '../support/reruns/file-pairs';
import { startApp } from '../support/running-app';
import { tempFolder } from '../support/temp-folder';
import { until } from '../support/until';

/** A command of the built app, as somebody types it. */
function command(name: string, ...given: string[]) {
  const run = spawnSync(process.execPath, [resolve('scripts/command.mjs'), name, ...given], { encoding: 'utf8' });
  return { status: run.status, printed: run.stdout === '' ? null : JSON.parse(run.stdout), stderr: run.stderr };
}

/** A report with an answer of March's file, left behind by the app with its window. */
async function leftReport(folder: string, data: string): Promise<ReportId> {
  const app = await startApp(data);
  onTestFinished(() => app.stop());
  const march = join(folder, 'sales-march.csv');
  writeFileSync(march, plainFile(MARCH));
  const { id } = await app.upload(march);
  const asked = { threadId: null, prompt: 'total amount by region', datasetIds: [id] };
  const { thread } = await app.api.runs.start(asked);
  const answer = await until('answer', async () => {
    const [run] = await app.api.runs.ofThread({ threadId: thread.id });
    const { messages } = await app.api.threads.messages({ threadId: thread.id, limit: 10 });
    return run?.finishedAt ? messages.at(-1)?.id : null;
  });
  const { id: reportId } = await app.api.reports.create({ title: 'For the board' });
  await app.api.reports.pin({ reportId, target: { kind: 'answer', messageId: answer as MessageId } });
  await app.stop();
  return reportId;
}

it('runs a report again on next month’s file, and writes what came of it, from the command line', async () => {
  const [folder, data] = [tempFolder(), tempFolder()];
  const reportId = await leftReport(folder, data);
  const file = join(folder, 'april.csv');
  writeFileSync(file, strangersFiles['a renamed column'] ?? '');
  const asked = ['--report', reportId, '--file', file, '--json', '--data', data];
  const refused = command('rerun', ...asked);
  expect([refused.status, refused.printed], refused.stderr).toMatchObject([
    3,
    { status: 'not_accepted', new_report: null },
  ]);

  const ran = command('rerun', ...asked, '--accept');
  expect([ran.status, ran.printed?.status], ran.stderr).toEqual([0, 'completed']);
  const [{ differences }] = ran.printed.blocks;
  const { rows } = differences.table as TableDifferences;
  const now = sumsBy(APRIL, ({ region }) => region);
  for (const [region, was] of sumsBy(MARCH, ({ region: name }) => name)) {
    const row = rows.find(({ after }) => after?.[0] === region);
    expect(row).toMatchObject({ before: [region, cents(was)], after: [region, cents(now.get(region) ?? 0)] });
  }

  for (const language of ['en', 'de']) {
    const out = join(folder, `${language}.html`);
    const written = command(
      'report',
      '--id',
      ran.printed.new_report,
      '--out',
      out,
      '--language',
      language,
      '--data',
      data,
    );
    expect([written.status, written.printed?.file], written.stderr).toEqual([0, out]);
    const html = readFileSync(out, 'utf8')
      .replaceAll(/[.,](?=\d{3}[.,])/g, '')
      .replaceAll(/(\d),(\d\d)\b/g, '$1.$2');
    for (const sum of now.values()) expect(html).toContain(cents(sum));
  }
}, 300_000);

it('a monthly report is one line of cron: nothing in its environment, one JSON object, and 0 when it is done', async () => {
  const [folder, data] = [tempFolder(), tempFolder()];
  const reportId = await leftReport(folder, data);
  const out = join(folder, 'report.pdf');
  const line = `cd '${root}' && npm run -s report -- --id ${reportId} --out '${out}' --data '${data}'`;
  const env = { HOME: folder, PATH: `${dirname(process.execPath)}:/usr/local/bin:/usr/bin:/bin` };
  const run = spawnSync('/bin/sh', ['-c', line], { cwd: '/', env, encoding: 'utf8' });
  expect([run.status, JSON.parse(run.stdout)], run.stderr).toMatchObject([0, { file: out }]);
  expect(readFileSync(out).subarray(0, 5).toString()).toBe('%PDF-');

  const none = spawnSync('/bin/sh', ['-c', line.replace(reportId, 'report_gone')], { cwd: '/', env, encoding: 'utf8' });
  expect([none.status === 0, JSON.parse(none.stdout)]).toMatchObject([false, { error: { code: 'not_found' } }]);
}, 300_000);
