import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { ensureBuilt, root } from '../../../scripts/built.mjs';
import { readCommand } from '../../../src/main/shells/headless/ask-command';
import { german } from '../../../src/preload/words';
import { atLeastOne } from '../../support/at-least-one';
import { needs, POSIX, WHOLE } from '../../support/needs';
import { firstLine } from '../../support/running-app';
import { sweep } from '../../support/sweep';
import { tempFolder } from '../../support/temp-folder';

beforeAll(() => ensureBuilt(), 120_000);

const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
/** What npm starts for a command. */
const argvOf = (name: string) => (scripts[name] ?? '').split(' ').slice(1);
const COMMANDS = Object.keys(scripts).filter((name) => scripts[name]?.includes('scripts/command.mjs'));

/** What a command says and how it ends, as a program sees it that runs `npm run NAME` in `typedIn`. */
async function command(name: string, args: string[], typedIn?: string) {
  const npm = typedIn ? { npm_lifecycle_event: name, INIT_CWD: typedIn } : {};
  const child = spawn(process.execPath, [...argvOf(name), ...args], { cwd: root, env: { ...process.env, ...npm } });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [out, err, [code]] = await Promise.all([textOf(child, 'stdout'), textOf(child, 'stderr'), once(child, 'exit')]);
  return { out, err, code };
}

async function textOf(child: ChildProcess, name: 'stdout' | 'stderr'): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of child[name] ?? []) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

describe('ask', () => {
  it(
    'takes paths as they are seen where it was typed, and prints one object and nothing else',
    needs(WHOLE),
    async () => {
      const folder = tempFolder();
      mkdirSync(join(folder, 'my files'));
      writeFileSync(join(folder, 'my files', 'fruit.csv'), 'fruit,boxes\nApple,3\nPear,4\n');
      writeFileSync(join(folder, 'more.csv'), 'city,heads\nOslo,7\n');
      const files = ['--file', 'my files/fruit.csv', '--file', 'more.csv'];
      const { out, err, code } = await command(
        'ask',
        ['--json', '--data', 'da ta', ...files, 'total boxes by fruit'],
        folder,
      );
      expect(code).toBe(0);
      expect(out.trimEnd().split('\n')).toHaveLength(1);
      expect(err).toContain('fruit.csv: 2 rows');
      const answer = JSON.parse(out);
      expect(answer).toMatchObject({
        thread_id: expect.stringMatching(/^thread_/),
        run_id: expect.stringMatching(/^run_/),
        status: 'completed',
        reading: expect.stringMatching(/^boxes by fruit/i),
        answer: expect.stringContaining('Pear'),
        table: {
          columns: [{ name: 'fruit' }, { name: 'total_boxes' }],
          rows: [
            ['Pear', 4],
            ['Apple', 3],
          ],
        },
        charts: [
          { title: expect.any(String), spec: { kind: 'bar' }, png: expect.any(String), svg: expect.any(String) },
        ],
        usage: {
          prompt_tokens: expect.any(Number),
          completion_tokens: expect.any(Number),
          total_tokens: expect.any(Number),
        },
      });
      for (const key of ['png', 'svg']) expect(answer.charts[0][key].startsWith(join(folder, 'da ta'))).toBe(true);
      for (const step of atLeastOne<object>(answer.steps))
        expect(Object.keys(step).toSorted()).toEqual(['input', 'ms', 'name', 'output', 'type']);
    },
  );

  it('answers in the language that is asked for, and in no other than there are words in', needs(WHOLE), async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'fruit.csv'), 'fruit,boxes\nApple,3\nPear,1204\n');
    const asked = (language: string) =>
      command('ask', ['--data', 'own', '--file', 'fruit.csv', '--language', language, 'total boxes'], folder);
    expect(await asked('de')).toMatchObject({ code: 0, out: expect.stringMatching(/^Verstanden als .*1\.207/s) });
    const [, sentence] = (await asked('de')).out.split('\n\n');
    expect(sentence).toBe('Boxes: 1.207.');
    expect((await asked('de')).err).toContain('fruit.csv angesehen');
    expect(await asked('fr')).toMatchObject({ code: 1, err: expect.stringContaining('Give --language en or de') });
  });

  it('ends otherwise when the question was declined, and tells why as data', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'fruit.csv'), 'fruit,boxes\nApple,3\nPear,4\n');
    const asked = ['--data', join(folder, 'data'), '--file', join(folder, 'fruit.csv')];
    const { out, code } = await command('ask', ['--json', ...asked, 'frumious slithy toves']);
    expect(code).toBe(3);
    expect(JSON.parse(out)).toMatchObject({
      status: 'completed',
      answered: false,
      declined: 'unknown_words',
      error: null,
      ending: null,
      caveats: [],
      offers: [expect.any(String), expect.any(String), expect.any(String)],
    });
  });

  it('tells what the figures leave out as data and in words', needs(WHOLE), async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'fruit.csv'), 'fruit,boxes\nApple,3\nPear,4\nToo,many,fields\n');
    const asked = ['--data', join(folder, 'data'), '--file', join(folder, 'fruit.csv')];
    const { out, code } = await command('ask', ['--json', ...asked, 'total boxes by fruit']);
    expect(code).toBe(0);
    const answer = JSON.parse(out);
    expect(answer).toMatchObject({
      answered: true,
      declined: null,
      caveats: [{ code: 'lines_rejected', file: 'fruit.csv', count: 1, of: 3, lines: [4], text: expect.any(String) }],
    });
    expect(answer.answer).toContain(answer.caveats[0].text);
    expect(answer.answer).not.toContain(answer.reading);
  });

  it('refuses what it cannot take in one line on stderr', async () => {
    const { out, err, code } = await command('ask', ['--bogus', 'a']);
    expect({ out, code }).toEqual({ out: '', code: 1 });
    expect(err).toMatch(/^Unknown option '--bogus'\. Usage: npm run -s ask[^\n]*\n$/);
  });

  it.each<[string, string[], RegExp]>([
    ['no question', [], /Give one question in quotes\. Usage: npm run -s ask/],
    ['two questions', ['a', 'b'], /Give one question in quotes/],
    ['an option it does not know', ['--bogus', 'a'], /^Unknown option '--bogus'\. Usage: npm run -s ask/],
    ['an option without its value', ['a', '--file'], /'--file <value>' argument missing\. Usage/],
    ['an empty folder', ['--data', '', 'a'], /Name a folder after --data/],
    ['a file that is not there', ['--file', 'nowhere.csv', 'a'], /There is no file .*nowhere\.csv/],
  ])('refuses %s, saying in one line what to do', (_, args, message) => {
    expect(() => readCommand(args)).toThrow(expect.objectContaining({ message: expect.stringMatching(message) }));
    expect(() => readCommand(args)).not.toThrow('\n');
  });
});

describe('every command', () => {
  it.each(sweep([...COMMANDS, 'start'], 3))('%s explains itself', async (name) => {
    const { out, code } = await command(name, [...(name === 'start' ? ['--browser'] : []), '--help']);
    expect(code).toBe(0);
    expect(out).toMatch(/^Usage: npm (?:run -s |start)/);
    if (name === 'ask') expect(out).toMatch(/ 3 when it was declined/);
  });

  it('takes paths as they are seen where it was typed', needs(WHOLE), async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'nothing.json'), '{"a":[1,2]}');
    // Each is found there, and then refused for what is in it.
    for (const [name, args] of [
      ['import', ['--json', '--data', 'own', 'nothing.json']],
      ['verify', ['--json', 'nothing.json']],
    ] as const)
      expect((await command(name, [...args], folder)).err).not.toMatch(/ENOENT|no file|not there|does not exist/i);
  });

  it.each(
    sweep(
      [
        ['verify', ['--json', 'nothing.json'], 'unreadable_file'],
        ['import', ['--json', '--data', 'own', 'nowhere.json'], 'not_found'],
        ['report', ['--id', 'report_none', '--out', 'a.pdf', '--data', 'own'], 'not_found'],
        ['rerun', ['--bogus', '--json'], 'invalid_input'],
        ['eval', ['--json', '--bogus'], 'invalid_input'],
      ] as const,
      2,
    ),
  )('%s prints one JSON object also when it cannot begin', async (name, args, code) => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'nothing.json'), '{"a":[1,2]}');
    const ended = await command(name, [...args], folder);
    expect(ended.code).toBe(1);
    expect(ended.err).not.toBe('');
    expect(JSON.parse(ended.out)).toEqual({ error: { code, message: expect.any(String) } });
  });

  it('tells what came of an import in the language that is asked for', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'nothing.json'), '{"a":[1,2]}');
    const { out, code } = await command('import', ['--language', 'de', '--data', 'own', 'nothing.json'], folder);
    expect(out).toContain(german.ui.imports.problems.not_recognised);
    expect(code).toBe(1);
  });

  it('says what is the matter with its data folder', async () => {
    const file = join(tempFolder(), 'a file');
    writeFileSync(file, '');
    const { err, code } = await command('serve', ['--data', file]);
    expect(code).toBe(1);
    expect(err).toMatch(/^A file stands where the data folder[^\n]*\n$/);
  });

  it('ends with the shell that npm started it in', needs(POSIX, WHOLE), async () => {
    // The shell has a second command, so it does not become the first one, and passes no signal on.
    const line = `"${process.execPath}" ${argvOf('serve').join(' ')} --port 0 --data "${tempFolder()}"; exit 3`;
    const shell = spawn('/bin/sh', ['-c', line], {
      cwd: root,
      env: { ...process.env, npm_lifecycle_event: 'serve', INIT_CWD: root },
    });
    const { base_url } = JSON.parse(await firstLine(shell));
    shell.kill('SIGTERM');
    const closed = async () =>
      fetch(`${base_url}/models`).then(
        () => false,
        () => true,
      );
    await expect.poll(closed).toBe(true);
  });
});
