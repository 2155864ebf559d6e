import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { ensureBuilt, root } from '../../../scripts/built.mjs';
import { needs, WHOLE } from '../../support/needs';
import { tempFolder } from '../../support/temp-folder';
import { listeningUpstream } from '../../support/upstream';

beforeAll(() => ensureBuilt(), 240_000);

const KEY = 'sk-cmd-Zq81LmNcVb72RtYpWsXe';

async function ask(args: string[], environment: Record<string, string> = {}) {
  const folder = tempFolder();
  writeFileSync(join(folder, 'fruit.csv'), 'fruit,boxes\nApple,3\nPear,4\n');
  const given = [
    '--json',
    '--data',
    join(folder, 'data'),
    '--file',
    join(folder, 'fruit.csv'),
    ...args,
    'How many boxes?',
  ];
  const child = spawn(process.execPath, [join(root, 'scripts', 'command.mjs'), 'ask', ...given], {
    cwd: root,
    env: { ...process.env, ...environment },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { code, err, said: out + err, answer: out ? JSON.parse(out) : null };
}

it(
  'a model that the command line names answers; its name, cost and what was sent are part of what is printed',
  needs(WHOLE),
  async () => {
    const { upstream, baseUrl } = await listeningUpstream({ key: KEY });
    const call = { name: 'query_data', arguments: { sql: 'SELECT sum(boxes) AS boxes FROM fruit' } };
    upstream.script(
      // What it can is looked at first, with nothing of the analyst's.
      { calls: [{ name: 'count_rows', arguments: { table: 'orders' } }] },
      { calls: [call], usage: { input: 100, output: 10 } },
      { text: 'There are 7 boxes.', usage: { input: 150, output: 6 } },
    );
    const server = ['--base-url', baseUrl, '--api', 'chat', '--model', 'scripted', '--key-env', 'MODEL_KEY'];
    const { code, said, answer } = await ask(server, { MODEL_KEY: KEY });
    expect(answer).toMatchObject({
      model: 'scripted',
      answered: true,
      answer: 'There are 7 boxes.',
      usage: { prompt_tokens: 250, completion_tokens: 16, total_tokens: 266, money: null },
      unverified: [],
    });
    const bytes = upstream.turns.slice(1).reduce((sum, { text: body }) => sum + Buffer.byteLength(body), 0);
    expect(Object.values<number>(answer.sent).reduce((sum, kind) => sum + kind, 0)).toBe(bytes);
    expect(said).not.toContain(KEY);
    expect(code).toBe(0);
  },
);

it(
  'a refused key and an unreachable server are told as such, and the command ends otherwise',
  needs(WHOLE),
  async () => {
    const { baseUrl } = await listeningUpstream({ key: 'sk-some-other-key-altogether' });
    const server = (url: string) => [
      '--base-url',
      url,
      '--api',
      'responses',
      '--model',
      'scripted',
      '--key-env',
      'MODEL_KEY',
    ];
    const refused = await ask(server(baseUrl), { MODEL_KEY: KEY });
    expect(refused).toMatchObject({ code: 1, answer: { answered: false, ending: { code: 'authentication' } } });
    expect(refused.answer.error).toMatch(/key/);
    expect(refused.said).not.toContain(KEY);
    const nobody = await ask(server('http://127.0.0.1:9/v1'), { MODEL_KEY: KEY });
    expect(nobody).toMatchObject({ code: 1, answer: { answered: false, ending: { code: 'unreachable' } } });
    expect(nobody.answer.error).toMatch(/reached/);
  },
);
