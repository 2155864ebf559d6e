import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { ensureBuilt, root } from '../../../scripts/built.mjs';
import { type Judged, type Judgement, judge } from '../../../src/main/shells/headless/eval/judge';
import type { ExpectedAnswer } from '../../../src/main/shells/headless/eval/questions';
import { rowText } from '../../../src/main/shells/headless/eval/report';
import { needs, WHOLE } from '../../support/needs';
import { tempFolder } from '../../support/temp-folder';
import { listeningUpstream } from '../../support/upstream';

const said = (answer: string, over: Partial<Judged> = {}): Judged => ({
  status: 'completed',
  declined: null,
  table: null,
  answer,
  ...over,
});
const table = (rows: Record<string, number>): ExpectedAnswer => ({ table: { keys: ['k'], rows } });

describe('an answer is judged', () => {
  it.each<[string, ExpectedAnswer, Judgement]>([
    ['There are 7 boxes.', { value: 7 }, 'right'],
    ['There are 8 boxes.', { value: 7 }, 'wrong'],
    ['Revenue was $1,234,567.89.', { value: 1_234_567.89 }, 'right'],
    ['Der Umsatz beträgt 1.234.567,89 €.', { value: 1_234_567.89 }, 'right'],
    ['About 1.23 million.', { value: 1_234_567.89 }, 'right'],
    ['The share is 19.6 %.', { value: 19.565_217, unit: 'percent' }, 'right'],
    ['The share is 0.196.', { value: 19.565_217, unit: 'percent' }, 'right'],
    ['The share is 20.6 %.', { value: 19.565_217, unit: 'percent' }, 'wrong'],
    ['It was 3.', { value: 2.6 }, 'wrong'],
    ['Most on a Friday: 66.', { value: 'Friday' }, 'right'],
    ['It peaked in March 2024.', { value: '2024-03' }, 'right'],
    ['| West | 3.00 |\n| East | 4.50 |', table({ West: 3, East: 4.5 }), 'right'],
    ['| West | 4.50 |\n| East | 3.00 |', table({ West: 3, East: 4.5 }), 'wrong'],
    ['| Region | 2023 | 2024 |\n| West | 3 | 4 |', table({ 'West|2023': 3, 'West|2024': 4 }), 'right'],
    ['First 1737, then 1312.', { rows: ['1737', '1312'], ordered: true }, 'right'],
    ['First 1312, then 1737.', { rows: ['1737', '1312'], ordered: true }, 'wrong'],
    ['First 1312, then 1737.', { rows: ['1737', '1312'], ordered: false }, 'right'],
    ['The file does not say how many passengers there were.', { decline: true }, 'right'],
    ['There were 412 passengers.', { decline: true }, 'wrong'],
    ['I cannot tell.', { value: 7 }, 'declined'],
  ])('%j where %j is expected is %s', (answer, expected, verdict) => {
    expect(judge(said(answer), [expected], 'How many are there?')).toBe(verdict);
  });

  it('by the table that is shown with it too, and by any of what may be right', () => {
    const shown = {
      columns: [],
      rows: [
        ['West', '3'],
        ['East', '4.5'],
      ],
    };
    expect(judge(said('Here it is.', { table: shown }), [table({ West: 3, East: 4.5 })], '')).toBe('right');
    expect(judge(said('19.6 %'), [{ value: 1 }, { value: 19.6 }], '')).toBe('right');
    expect(judge(said('', { status: 'failed' }), [{ value: 1 }], '')).toBe('failed');
  });
});

it('a question that could not be answered is listed with the reason', () => {
  const row = { id: 'q-1', question: 'How much?', verdict: 'failed' as const, answer: '', invented: [], seconds: 2 };
  const cost = { prompt_tokens: 0, completion_tokens: 0, money: null };
  expect(rowText({ ...row, ...cost, error: 'The server is overloaded.' })).toMatch(
    /q-1 {2}How much\? {2}The server is overloaded\.$/,
  );
  expect(rowText({ ...row, ...cost, error: null })).toMatch(/How much\?$/);
});

describe('eval', () => {
  beforeAll(() => ensureBuilt(), 240_000);

  it(
    'asks the questions of a file through a model, without the sealed ones, and counts what came of them',
    needs(WHOLE),
    async () => {
      const { upstream, baseUrl } = await listeningUpstream();
      const folder = tempFolder();
      writeFileSync(join(folder, 'fruit.csv'), 'fruit,boxes\nApple,3\nPear,4\n');
      const question = (id: string, expect: object, set = 'open') => ({
        id,
        files: ['fruit.csv'],
        question: `How many, ${id}?`,
        expect,
        set,
      });
      const questions = [
        question('a', { value: 7 }),
        question('b', { value: 9 }),
        question('c', { value: 1 }, 'sealed'),
      ];
      writeFileSync(join(folder, 'questions.json'), JSON.stringify(questions));
      const call = { name: 'query_data', arguments: { sql: 'SELECT sum(boxes) AS boxes FROM fruit' } };
      const probed = { calls: [{ name: 'count_rows', arguments: { table: 'orders' } }] };
      upstream.script(probed, { calls: [call] }, { text: 'There are 7 boxes.' });
      upstream.always = { text: 'There are 12345 boxes.' };
      const args = ['--base-url', baseUrl, '--api', 'chat', '--model', 'scripted'];
      const files = ['--questions', join(folder, 'questions.json'), '--json'];
      const child = spawn(process.execPath, [join(root, 'scripts', 'command.mjs'), 'eval', ...args, ...files], {
        cwd: root,
      });
      onTestFinished(() => void child.kill('SIGKILL'));
      const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
      expect(out, err).not.toBe('');
      expect(JSON.parse(out)).toMatchObject({
        model: 'scripted',
        ...{ asked: 2, right: 1, wrong: 1, failed: 0, invented: 1, answers_with_invented: 1, money: null },
        questions: [
          { id: 'a', verdict: 'right', invented: [] },
          { id: 'b', verdict: 'wrong', invented: ['12345'] },
        ],
      });
    },
  );
});
