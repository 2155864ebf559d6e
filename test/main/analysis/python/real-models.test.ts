import type OpenAI from 'openai';
import { toFile } from 'openai';
import { describe, expect, it } from 'vitest';
import type { CodeRunner } from '../../../../src/main/code-runner';
import { asked, openEngine } from '../../../support/engine';
import { type Need, needs } from '../../../support/needs';
import { BUBBLEWRAP, ownModule, PANDAS, SYSTEM_PYTHON, testOwnPython } from '../../../support/own-python';
import { DENO } from '../../../support/python';
import { REAL_CELLS, type RealCell, SALES } from '../../../support/real-cells';
import { REAL_PACKAGES, testRealPackages } from '../../../support/real-packages';
import { SCIENCE_CELLS, SCIENCE_PACKAGES } from '../../../support/science-cells';
import { codes, says } from '../../../support/scripted-model';

const MINUTES = 10 * 60_000;
/** Some hundred cells, which no ordinary run of the tests waits for. */
const WHOLE: Need = {
  name: 'the whole of it',
  missing: process.env.E2E_REQUIRED || process.env.ASSAY_REAL_PACKAGES ? null : 'ASSAY_REAL_PACKAGES=1 runs it',
};

type Output = OpenAI.Beta.Threads.Runs.Steps.CodeInterpreterToolCall['code_interpreter']['outputs'][number];

/** What a cell came to otherwise than it should; null where it is as it should be. */
function differenceOf(cell: RealCell, outputs: readonly Output[]): object | null {
  const printed = outputs.map((output) => (output.type === 'logs' ? output.logs : '')).join('');
  const pictures = outputs.filter(({ type }) => type === 'image').length;
  const { name, shows = /(?:)/, error, pictures: drawn = 0 } = cell;
  const asExpected = typeof shows === 'string' ? printed === shows : shows.test(printed);
  const failed = error === undefined || printed.includes(error);
  return asExpected && failed && pictures === drawn ? null : { name, printed, pictures };
}

/** Each cell as a model writes it, in a thread of its own run after run, through the official SDK. */
async function throughSdk(codeRunner: CodeRunner, cells: readonly RealCell[]) {
  const scripts = cells.flatMap(({ code }) => [codes(code.slice(0, 5), code.slice(5)), says('Done.')]);
  const { client } = await openEngine({ codeRunner, scripts });
  const file = await client.files.create({
    file: await toFile(Buffer.from(SALES), 'sales.csv'),
    purpose: 'assistants',
  });
  const { assistant_id, threadId } = await asked(client, {
    tools: [{ type: 'code_interpreter' }],
    tool_resources: { code_interpreter: { file_ids: [file.id] } },
  });
  const differences: object[] = [];
  for (const cell of cells) {
    const events = await client.beta.threads.runs.create(threadId, { assistant_id, stream: true });
    const outputs: Output[] = [];
    for await (const { event, data } of events) {
      if (event !== 'thread.run.step.completed' || data.step_details.type !== 'tool_calls') continue;
      for (const call of data.step_details.tool_calls)
        if (call.type === 'code_interpreter') outputs.push(...call.code_interpreter.outputs);
    }
    const difference = differenceOf(cell, outputs);
    if (difference) differences.push(difference);
  }
  const made = await client.files.list({ purpose: 'assistants_output' });
  return { differences, made: new Set(made.data.map(({ filename }) => filename)) };
}

const filesOf = (cells: readonly RealCell[]): string[] =>
  cells.flatMap(({ files = [] }) => files.map((path) => path.split('/').at(-1) ?? path));

describe('a model that writes pandas, matplotlib, scipy, scikit-learn and pyarrow', () => {
  describe('in Assay’s Python', needs(DENO, REAL_PACKAGES), () => {
    const packages = [...SCIENCE_PACKAGES, 'openpyxl', 'sqlite3'];
    const python = testRealPackages(packages, { callMs: 200_000 });
    it.each([
      ['pandas and matplotlib', REAL_CELLS],
      ['science', SCIENCE_CELLS],
    ])('is shown what all of it comes to: %s', { timeout: MINUTES }, async (_, cells) => {
      const { differences, made } = await throughSdk(python.runner(), cells);
      expect(differences).toEqual([]);
      expect([...made]).toEqual(expect.arrayContaining(filesOf(cells)));
    });
  });

  describe('in one’s own Python', needs(BUBBLEWRAP, SYSTEM_PYTHON, PANDAS, WHOLE), () => {
    const python = testOwnPython({ callMs: 200_000, heapBytes: 1024 ** 3 });
    const science = SCIENCE_CELLS.filter(({ module }) => ownModule(module).missing === null);
    it.each([
      ['pandas and matplotlib', REAL_CELLS],
      ['science', science],
    ])('is shown what all of it comes to: %s', { timeout: MINUTES }, async (_, cells) => {
      const { differences, made } = await throughSdk(python.runner(), cells);
      expect(differences).toEqual([]);
      expect([...made]).toEqual(expect.arrayContaining(filesOf(cells)));
    });
  });
});
