import { describe, expect, it } from 'vitest';
import type { ModelItem, Tool } from '../../../src/main/engine/ports';
import { respond } from '../../support/analyst/respond';
import { asks } from '../../support/models/turns';

describe('Python in a message', () => {
  const tools: Tool[] = [{ type: 'code_interpreter' }];
  const question = 'Run this:\n```python\nx = 1\nprint(x)\n```\nand\n```py\nx + 1\n```';
  const result = (changes: object): ModelItem =>
    ({
      type: 'code_result',
      callId: 'c',
      code: '',
      outputs: [{ type: 'logs', logs: '1\n' }],
      files: [],
      ended: 'done',
      fresh: false,
      error: null,
      missing: null,
      worded: false,
      ...changes,
    }) as ModelItem;

  it('runs block by block, and is answered with what came of it', async () => {
    const code = (await respond(question, tools)).events
      .flatMap((event) => (event.type === 'code' ? [event.delta] : []))
      .join('');
    expect(code).toBe('x = 1\nprint(x)');
    const next = await respond([asks(question), result({})], tools);
    expect(next.events.flatMap((event) => (event.type === 'code' ? [event.delta] : [])).join('')).toBe('x + 1');
    const end = await respond(
      [
        asks(question),
        result({}),
        result({ outputs: [{ type: 'image', fileId: 'file-i' }], files: [{ name: 'a.csv', fileId: 'file-a' }] }),
      ],
      tools,
    );
    expect(end.text).toContain('```text\n1\n```');
    expect(end.text).toContain('[a.csv](sandbox:/mnt/data/a.csv)');
    expect(end.events).toContainEqual({ type: 'image', fileId: 'file-i' });
  });

  it('is answered in the order of what came of it', async () => {
    const drawn = [
      { type: 'logs', logs: 'one' },
      { type: 'image', fileId: 'file-i' },
      { type: 'logs', logs: 'two' },
    ];
    const only = '```python\ndraw()\n```';
    const { events } = await respond([asks(only), result({ outputs: drawn })], tools);
    const pieces = events.flatMap((one) =>
      one.type === 'text' ? [one.delta] : one.type === 'image' ? ['image '] : [],
    );
    expect(
      pieces
        .join('')
        .replaceAll(/[`\s]+/g, ' ')
        .trim(),
    ).toBe('text one image text two');
  });

  it('says what to do about a package that is not here, and leaves the traceback to the step', async () => {
    const logs =
      'Traceback (most recent call last):\n  File "<cell 1>", line 1, in <module>\nModuleNotFoundError: No module named \'pandas\'\npandas is not installed. Install it.\nIt needs more.\n';
    const { text: answer, events } = await respond(
      [
        asks('```python\nimport pandas\n```'),
        result({
          ended: 'error',
          error: { type: 'ModuleNotFoundError', message: "No module named 'pandas'" },
          missing: { module: 'pandas', package: 'pandas', standard: false },
          outputs: [
            { type: 'logs', logs: 'before\n' },
            { type: 'logs', logs },
          ],
        }),
      ],
      tools,
    );
    const last = events.findLast((event) => event.type === 'text');
    expect(last).toMatchObject({ fact: { code: 'package_missing', module: 'pandas', package: 'pandas' } });
    expect(answer.trim()).toBe(`\`\`\`text\nbefore\n\`\`\`\n\n${last?.delta}`);
  });

  it('stops at the first error', async () => {
    const { text: answer, events } = await respond(
      [asks(question), result({ ended: 'error', outputs: [{ type: 'logs', logs: 'NameError: y\n```' }] })],
      tools,
    );
    expect(events.some((event) => event.type === 'code')).toBe(false);
    expect(answer).toContain('````text\nNameError: y');
    expect(answer).toContain('not run');
  });

  it('says that variables of earlier messages are gone, also where it is the only block', async () => {
    const only = asks('```python\nx\n```');
    const anew = /Python was started anew/g;
    expect((await respond([only, result({ fresh: true })], tools)).text).toMatch(anew);
    expect((await respond([only, result({})], tools)).text).not.toMatch(anew);
    const { text: both } = await respond([asks(question), result({ fresh: true }), result({})], tools);
    expect(both.match(anew)).toHaveLength(1);
  });

  it('may be left open at its end', async () => {
    const { events } = await respond('```python\nprint(1)\nprint(2)', tools);
    expect(events.flatMap((event) => (event.type === 'code' ? [event.delta] : [])).join('')).toBe('print(1)\nprint(2)');
  });

  it('is asked for where Python is there and nothing else', async () => {
    expect((await respond('what is 2 + 2?', tools)).text).toContain('```python');
  });
});
