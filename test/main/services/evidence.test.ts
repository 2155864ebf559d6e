import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { App, EvidenceReport } from '../../../src/main/compose';
import type { ThreadId } from '../../../src/preload/contract';
import { addData, ask, openTestApp } from '../../support/app';
import { pdf } from '../../support/documents/make';
import { keepingSaves, unzipped } from '../../support/exports';
import { needs, WHOLE } from '../../support/needs';
import { DENO } from '../../support/python';
import { fenced } from '../../support/python-cells';
import { inPlaceOf, rerunOn } from '../../support/reruns/rerun';
import { tempFolder, tempFolderForAll } from '../../support/temp-folder';

const CSV = 'region,month,amount\nWest,2025-01-31,12.50\nEast,2025-01-31,7.25\nWest,2025-02-28,3.10\n';
const OTHER_CSV = 'area,month,amount\nWest,2025-03-31,2.50\nEast,2025-03-31,9.25\n';
const HANDBOOK = pdf([
  'Welcome to the lighthouse handbook.',
  'Storks nest on the lighthouse in spring.\nVisitors keep a distance of forty metres.',
]);
const kept = keepingSaves();
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
let app: App;
beforeAll(async () => {
  app = await openTestApp(tempFolderForAll(), { save: kept.save });
});
afterAll(() => app.close());

/** A thread about sales, and its bundle. */
async function bundleOf(question: string, options: object = {}): Promise<{ threadId: ThreadId; bytes: Buffer }> {
  const { id } = await addData(app, 'sales.csv', CSV);
  const { thread_id } = await ask(app, question, { datasetIds: [id] });
  return { threadId: thread_id as ThreadId, bytes: await bundled(thread_id as ThreadId, options) };
}

async function bundled(threadId: ThreadId, options: object = {}): Promise<Buffer> {
  expect(await app.dispatch('exports.thread', { threadId, format: 'evidence', ...options })).toMatchObject({
    ok: true,
  });
  return kept.saved.at(-1)!.bytes;
}

/** On a folder where nothing was ever asked. */
async function verified(bytes: Uint8Array): Promise<EvidenceReport> {
  const folder = tempFolder();
  const path = join(folder, 'elsewhere.zip');
  writeFileSync(path, bytes);
  const clean = await openTestApp(join(folder, 'data'));
  onTestFinished(() => clean.close());
  return clean.services.evidence.verify(path);
}

const stateOf = ({ findings }: EvidenceReport, what: string) =>
  findings.filter((finding) => finding.what === what).map(({ state, why }) => [state, why]);

describe('evidence of a thread', () => {
  it('is computed again in a clean folder, and names what cannot be equal', async () => {
    const { bytes } = await bundleOf('bar chart of total amount by region');
    const report = await verified(bytes);
    expect(report.findings.filter(({ state }) => state === 'differs')).toEqual([]);
    expect(report).toMatchObject({ verified: true, intact: true });
    expect(stateOf(report, 'data')).toEqual([['equal', null]]);
    expect(stateOf(report, 'query')).toEqual([['equal', null]]);
    expect(stateOf(report, 'chart')).toEqual([['equal', null]]);
    expect(stateOf(report, 'words')).toEqual([['cannot_be_equal', 'words_of_the_analyst']]);
    expect(stateOf(report, 'times')).toEqual([['cannot_be_equal', 'moments']]);
    expect(report.findings.at(-1)).toMatchObject({ what: 'times', name: report.thread.title });
  });

  it('has the same bytes each time it is written', async () => {
    const { threadId, bytes } = await bundleOf('total amount by month');
    expect((await bundled(threadId)).equals(bytes)).toBe(true);
  });

  it('names the file of which a byte was changed, whichever it is, and runs nothing of it', needs(WHOLE), async () => {
    const { bytes } = await bundleOf('total amount by region');
    const files = unzipped(bytes);
    for (const name of files.keys()) {
      const changed = new Map(files);
      const content = Buffer.from(files.get(name)!);
      content[content.length >> 1]! ^= 1;
      changed.set(name, content);
      const damaged = zipSync(Object.fromEntries(changed));
      const report = await verified(damaged).catch((error: Error) => error.message);
      if (typeof report === 'string')
        expect([name, report]).toEqual(['manifest.json', expect.stringContaining('manifest')]);
      else {
        expect(report).toMatchObject({ verified: false, intact: false });
        const found = name === 'manifest.json.sha256' ? 'manifest.json' : name;
        expect(report.findings.map((finding) => finding.name)).toContain(found);
        expect(report.findings.every(({ what }) => what === 'file')).toBe(true);
      }
    }
  });

  it('finds rows that were made up, though every checksum was made up as well', async () => {
    const { bytes } = await bundleOf('total amount by region');
    const report = await verified(forged(bytes, 'results/001.json', (text) => text.replace('15.6', '99.6')));
    expect(report).toMatchObject({ verified: false, intact: true });
    expect(report.findings.find(({ what }) => what === 'query')).toMatchObject({
      state: 'differs',
      why: 'other_rows',
      detail: expect.stringContaining('99.6'),
    });
  });

  it('takes a computation without its rows for none that is proven', async () => {
    const { bytes } = await bundleOf('total amount by region');
    const without = forged(bytes, 'manifest.json', (text) => {
      const manifest = JSON.parse(text);
      for (const call of manifest.calls) call.result = null;
      return JSON.stringify(manifest);
    });
    const report = await verified(without);
    expect(report.verified).toBe(false);
    expect(stateOf(report, 'query')).toEqual([['differs', 'other_ending']]);
  });

  it.each(['cancelled', 'running', 'failed'])(
    'takes no rows for proven because their query is said to be %s',
    async (status) => {
      const { bytes } = await bundleOf('total amount by region');
      const made = forged(bytes, 'results/001.json', (text) => text.replace('15.6', '99.6'));
      // It fails whenever it is asked, as it is said to have failed then.
      const asked = status === 'failed' ? forged(made, 'code/001.sql', () => 'SELECT nowhere FROM sales') : made;
      const report = await verified(
        forged(asked, 'manifest.json', (text) => {
          const manifest = JSON.parse(text);
          for (const call of manifest.calls) Object.assign(call, { status, kind: 'sql', query: null });
          return JSON.stringify(manifest);
        }),
      );
      expect(report.verified).toBe(false);
      const [state] = stateOf(report, 'sql');
      expect(state).toEqual(status === 'failed' ? ['differs', 'failed'] : ['not_run', 'stopped_then']);
    },
  );

  it('counts what had been stopped before anything came of it, and says that none of it is confirmed', async () => {
    const { threadId } = await bundleOf('total amount by region');
    await ask(app, 'total amount by month', { threadId });
    const report = await verified(
      forged(await bundled(threadId), 'manifest.json', (text) => {
        const manifest = JSON.parse(text);
        const stopped = manifest.calls.at(-1);
        Object.assign(stopped, { status: 'cancelled', result: null });
        manifest.charts = manifest.charts.filter(({ of }: { of: string }) => of !== stopped.id);
        return JSON.stringify(manifest);
      }),
    );
    expect(stateOf(report, 'query')).toEqual([
      ['equal', null],
      ['stopped', 'stopped_then'],
    ]);
    expect(report).toMatchObject({ verified: true, counts: { stopped: 1, not_run: 0 } });
  });

  it('without its data proves which files they were, and says that nothing was run', async () => {
    const { bytes } = await bundleOf('total amount by region', { data: false });
    expect([...unzipped(bytes).keys()].some((name) => name.startsWith('data/'))).toBe(false);
    const report = await verified(bytes);
    expect(report).toMatchObject({ verified: false, intact: true });
    expect(stateOf(report, 'query')).toEqual([['not_run', 'no_data']]);
  });

  it('holds for a file that was called otherwise when it was asked about', async () => {
    const { id, fileId } = await addData(app, 'first name.csv', CSV);
    const { thread_id } = await ask(app, 'total amount by region', { datasetIds: [id] });
    expect(await app.dispatch('files.rename', { fileId, name: 'another name.csv' })).toMatchObject({ ok: true });
    const report = await verified(await bundled(thread_id as ThreadId));
    expect(report.findings.filter(({ state }) => state === 'differs')).toEqual([]);
    expect(report.verified).toBe(true);
  });

  it('holds for a thread that ran again on a file with another name for a column', needs(WHOLE), async () => {
    const [before, after] = [await addData(app, 'march.csv', CSV), await addData(app, 'april.csv', OTHER_CSV)];
    const { thread_id } = await ask(app, 'bar chart of total amount by region', { datasetIds: [before.id] });
    const replacements = inPlaceOf(before.id, after.id, [{ column: 'region', now: 'area' }]);
    const rerun = await rerunOn(app, { threadId: thread_id as ThreadId, replacements, accepted: true });
    const report = await verified(await bundled(rerun.toThread!));
    expect(report.findings.filter(({ state }) => state === 'differs' || state === 'not_run')).toEqual([]);
    expect(stateOf(report, 'query')).toEqual([['equal', null]]);
  });

  it('looks up what answers quote in the documents, read anew', needs(WHOLE), async () => {
    const file = await app.services.files.add('handbook.pdf', Readable.from([HANDBOOK]));
    const { id } = app.services.documents.add({ fileId: file.id });
    await app.services.documents.settled(id);
    const { thread_id, sources } = await ask(app, 'Where do storks nest?', { documentIds: [id] });
    expect(sources.length).toBeGreaterThan(0);
    const bytes = await bundled(thread_id as ThreadId);
    const report = await verified(bytes);
    expect(report.verified).toBe(true);
    expect(new Set(stateOf(report, 'quote').map(([state]) => state))).toEqual(new Set(['equal']));
    const forgery = forged(bytes, 'manifest.json', (text) => text.replaceAll('Storks nest', 'Storks sleep'));
    expect(stateOf(await verified(forgery), 'quote')).toContainEqual(['differs', 'not_in_document']);
  });

  it('runs Python again in its order, and excuses what draws lots', needs(DENO), async () => {
    const { threadId } = await bundleOf('total amount by region');
    await ask(app, `And:\n\n${fenced('x = sum([1, 2])\nprint(x)')}`, { threadId });
    await ask(app, `And:\n\n${fenced('print(x * 2)')}`, { threadId });
    await ask(app, `And:\n\n${fenced('import random\nprint(random.random())')}`, { threadId });
    const report = await verified(await bundled(threadId));
    expect(stateOf(report, 'python')).toEqual([
      ['equal', null],
      ['equal', null],
      ['cannot_be_equal', 'random_or_time'],
    ]);
    expect(report.verified).toBe(true);
  });

  it('takes no output for proven because a Python of its own is said to have made it', needs(DENO, WHOLE), async () => {
    const { threadId } = await bundleOf('total amount by region');
    await ask(app, `And:\n\n${fenced('print(6 * 7)')}`, { threadId });
    const bytes = await bundled(threadId);
    const printed = [...unzipped(bytes).keys()].find((name) => name.startsWith('outputs/')) ?? '';
    const made = forged(bytes, printed, (text) => text.replace('42', '43'));
    const report = await verified(
      forged(made, 'manifest.json', (text) => {
        const manifest = JSON.parse(text);
        for (const call of manifest.calls) if (call.ending?.python) call.ending.python.runner = 'own';
        return JSON.stringify(manifest);
      }),
    );
    expect(stateOf(report, 'python')).toEqual([['own_python', 'other_python']]);
    expect(report).toMatchObject({ verified: false, counts: { differs: 0, own_python: 1 } });
  });

  it('does not excuse code that only talks of time', needs(DENO, WHOLE), async () => {
    const { threadId } = await bundleOf('total amount by region');
    await ask(app, `And:\n\n${fenced('print("time is money:", 6 * 7)')}`, { threadId });
    const bytes = await bundled(threadId);
    const printed = [...unzipped(bytes).keys()].find((name) => name.startsWith('outputs/')) ?? '';
    const report = await verified(forged(bytes, printed, (text) => text.replace('42', '43')));
    expect(stateOf(report, 'python')).toEqual([['differs', 'other_output']]);
    expect(report.verified).toBe(false);
  });
});

describe('a hostile bundle', () => {
  const refused = { code: 'unreadable_file' };

  it('that is none is refused', async () => {
    await expect(verified(Buffer.from('no archive'))).rejects.toMatchObject(refused);
    await expect(verified(zipSync({ 'a.txt': Buffer.from('a') }))).rejects.toMatchObject(refused);
  });

  it('with names that lead out of it is refused', async () => {
    const { bytes } = await bundleOf('total amount');
    for (const out of ['../out.csv', '/etc/out.csv', 'data/../../out.csv', 'data\\\\out.csv', 'C:/out.csv'])
      await expect(
        verified(forged(bytes, 'manifest.json', (text) => text.replaceAll('data/sales.csv', out))),
      ).rejects.toMatchObject(refused);
  });

  it('whose files are larger than it says, or pack a bomb, is not unpacked further', needs(WHOLE), async () => {
    const { bytes } = await bundleOf('total amount');
    const files = unzipped(bytes);
    files.set('data/sales.csv', Buffer.alloc(64 * 1024 ** 2));
    const report = await verified(zipSync(Object.fromEntries(files)));
    expect(report).toMatchObject({ verified: false, intact: false });
    expect(report.findings.map(({ name }) => name)).toEqual(['data/sales.csv']);
  });
});

/** With one file changed, and every checksum made to fit. */
function forged(bytes: Uint8Array, name: string, change: (text: string) => string): Uint8Array {
  const files = unzipped(bytes);
  files.set(name, Buffer.from(change(files.get(name)!.toString())));
  const manifest = JSON.parse(files.get('manifest.json')!.toString());
  for (const file of manifest.files) {
    const content = files.get(file.name);
    if (content) Object.assign(file, { bytes: content.length, sha256: sha256(content) });
  }
  const text = Buffer.from(JSON.stringify(manifest));
  files.set('manifest.json', text).set('manifest.json.sha256', Buffer.from(`${sha256(text)}  manifest.json\n`));
  return zipSync(Object.fromEntries(files));
}
