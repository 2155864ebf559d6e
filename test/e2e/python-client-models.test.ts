import { describe, expect, it } from 'vitest';
import { locatePython } from '../../src/main/analysis/python';
import { needs } from '../support/needs';
import { pythonWith, runPython } from '../support/python-openai';
import { startServe } from '../support/serve';
import { tempFolder } from '../support/temp-folder';
import { type Asked, listeningUpstream, type Speech } from '../support/upstream';

const KEY = 'sk-test-Zq81LmNcVb72RtYpWsXe';
const clients: [string, string][] = [
  ['1.99', 'openai==1.99.7'],
  ['2', 'openai>=2,<3'],
];
const ready = await Promise.all(
  clients.map(async ([name, version]) => ({
    name,
    client: await pythonWith(version.replaceAll(/[^a-z0-9.]+/g, '-'), [version]),
  })),
);
const code: Record<string, string> = 'missing' in locatePython(process.cwd()) ? {} : { CODE: '1' };

/** Reads the file, prints, draws a picture without a package, and writes a file. */
const CODE = `import base64, csv
total = sum(float(row["amount"]) for row in csv.DictReader(open("/mnt/data/sales.csv")))
print(total)
class Dot:
    def _repr_png_(self): return base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
display(Dot())
with open("/mnt/data/total.txt", "w") as file: _ = file.write(str(total))`;

interface WireTool {
  name?: string;
  function?: { name: string };
}
interface WireItem {
  type?: string;
  role?: string;
  output?: string;
  content?: string;
}

/** What tools gave since the last question, as either API sends it back. */
function outputsOf({ json }: Asked): string[] {
  const items: WireItem[] = json.input ?? json.messages;
  const asked = items.findLastIndex(({ role }) => role === 'user');
  return items
    .slice(asked + 1)
    .flatMap((item) =>
      item.type === 'function_call_output' ? [item.output ?? ''] : item.role === 'tool' ? [item.content ?? ''] : [],
    );
}

/** A model that calls the one tool it has been given, and then says what came of it. */
function model(asked: Asked): Speech {
  const [tool] = ((asked.json.tools ?? []) as WireTool[]).map(({ name, function: given }) => name ?? given?.name);
  const outputs = outputsOf(asked);
  const joined = outputs.join('\n');
  const called = outputs.length > 0;
  switch (tool) {
    case 'python':
      if (!called) return { text: 'I compute.', calls: [{ name: tool, arguments: { code: CODE } }] };
      return { text: `The total is ${joined.split('\n')[0]}: [total](sandbox:/mnt/data/total.txt).` };
    // Asked of a model on this computer when it is named: how it calls tools.
    case 'count_rows':
      return { calls: [{ name: tool, arguments: { table: 'orders' } }] };
    case 'file_search':
      if (!called) return { calls: [{ name: tool, arguments: { queries: ['parental leave'] } }] };
      return { text: `Parental leave is 14 weeks ${/【[^】]+】/.exec(joined)?.[0] ?? ''}.` };
    default:
      if (!called) return { calls: ['Paris', 'Rome'].map((city) => ({ name: 'get_weather', arguments: { city } })) };
      return { text: `It is ${outputs.join(' and ')}.` };
  }
}

for (const { name, client } of ready) {
  const need = { name: `Python's openai ${name}`, missing: 'missing' in client ? client.missing : null };
  describe(`Python's openai ${name}, served with a model of one's own`, needs(need), () => {
    it.each(['responses', 'chat'])('runs code, searches and calls functions over %s', async (api) => {
      if ('missing' in client) throw new Error(client.missing);
      const { upstream, baseUrl } = await listeningUpstream({ key: KEY, models: ['scripted'] });
      upstream.always = model;
      const named = ['--base-url', baseUrl, '--api', api, '--model', 'scripted', '--key-env', 'MODEL_KEY'];
      const served = await startServe(tempFolder(), { MODEL_KEY: KEY }, named);
      const environment = { BASE_URL: served.base_url, API_KEY: served.api_key, MODEL: 'scripted', ...code };
      expect(await runPython(client.python, 'with-a-model.py', environment)).toBe('all done');
      const path = api === 'chat' ? '/chat/completions' : '/responses';
      expect(new Set(upstream.turns.map((turn) => turn.path))).toEqual(new Set([path]));
    });
  });
}
