import { expect, it, onTestFinished } from 'vitest';
import { Library } from '../../../src/main/library';
import { ChartId } from '../../../src/preload/contract/ids';
import { chart, message, run, threadId } from '../../support/rows';
import { tempFolder } from '../../support/temp-folder';

const DAY_MS = 24 * 3_600_000;
const NOW = Date.UTC(2026, 2, 29, 1, 30);

function open(): Library {
  const library = Library.open(tempFolder());
  onTestFinished(() => library.close());
  return library;
}

const listed = (library: Library) => library.threads.page({ archived: false, limit: 10 }).map(({ title }) => title);

it('threads are listed by when they were used, also after the clock was set back or forward', () => {
  const library = open();
  library.threads.add({ id: threadId('a'), title: 'before', at: NOW });
  library.threads.add({ id: threadId('b'), title: 'a day in the future', at: NOW + DAY_MS });
  library.threads.add({ id: threadId('c'), title: 'after it was put right', at: NOW + 1_000 });
  expect(listed(library)).toEqual(['after it was put right', 'a day in the future', 'before']);
  library.threads.touch(threadId('a'), NOW - DAY_MS);
  expect(listed(library)).toEqual(['before', 'after it was put right', 'a day in the future']);
});

it('pages of threads go on where the last one ended, whatever their times', () => {
  const library = open();
  for (let n = 0; n < 9; n += 1)
    library.threads.add({ id: threadId(String(n)), title: `T${n}`, at: NOW - (n % 3) * DAY_MS });
  const titles: string[] = [];
  for (let page = library.threads.page({ archived: false, limit: 4 }); page.length > 0; ) {
    titles.push(...page.map(({ title }) => title));
    page = library.threads.page({ archived: false, limit: 4, after: page.at(-1)?.id });
  }
  expect(titles).toEqual(['T8', 'T7', 'T6', 'T5', 'T4', 'T3', 'T2', 'T1', 'T0']);
});

it('messages stand in the order they came, in the hour that daylight saving gives twice as well', () => {
  const library = open();
  library.threads.add({ id: threadId('a'), title: 'Sales', at: NOW });
  for (const [n, at] of [NOW, NOW + 1_800_000, NOW - 1_800_000, NOW - DAY_MS].entries())
    library.messages.save(message(String(n), { createdAt: at }));
  expect(library.messages.page(threadId('a'), { limit: 10 }).map(({ id }) => id)).toEqual(
    ['0', '1', '2', '3'].map((n) => `msg_${n}`),
  );
});

it('charts are listed by when they were drawn, page by page, also those of one moment', () => {
  const library = open();
  library.threads.add({ id: threadId('a'), title: 'Sales', at: NOW });
  library.runs.save(run('1'));
  for (const [n, at] of [NOW, NOW, NOW, NOW - DAY_MS, NOW + DAY_MS].entries())
    library.charts.add(chart(String(n), { createdAt: at }), []);
  const ids: string[] = [];
  for (let page = library.charts.page({ limit: 2 }); page.length > 0; ) {
    ids.push(...page.map(({ id }) => id));
    page = library.charts.page({ limit: 2, before: ChartId.parse(ids.at(-1)) });
  }
  expect(ids).toEqual(['4', '3', '2', '1', '0'].map((n) => `chart_${n}`));
});
