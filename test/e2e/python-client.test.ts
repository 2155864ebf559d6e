import { expect, it } from 'vitest';
import { locatePython } from '../../src/main/analysis/python';
import { needs } from '../support/needs';
import { pythonWith, runPython } from '../support/python-openai';
import { startServe } from '../support/serve';
import { tempFolder } from '../support/temp-folder';

/** Which client, which script, and which packages that takes. */
const clients: [string, string, string[]][] = [
  ['of today', 'classic.py', ['openai']],
  ['1.99', 'classic.py', ['openai==1.99.7']],
  ['1.3, from the first version', 'first-version.py', ['openai==1.3.7', 'httpx<0.28']],
];
const ready = await Promise.all(
  clients.map(async ([name, script, packages]) => ({
    name,
    script,
    client: await pythonWith(packages.join('-').replaceAll(/[^a-z0-9.]+/g, '-'), packages),
  })),
);
const code: Record<string, string> = 'missing' in locatePython(process.cwd()) ? {} : { CODE: '1' };

for (const { name, script, client } of ready) {
  it(
    `Python's openai ${name} runs a whole script`,
    needs({ name: `Python's openai`, missing: 'missing' in client ? client.missing : null }),
    async () => {
      if ('missing' in client) throw new Error(client.missing);
      const { base_url: BASE_URL, api_key: API_KEY } = await startServe(tempFolder());
      expect(await runPython(client.python, script, { BASE_URL, API_KEY, ...code })).toBe('all done');
    },
  );
}
