import { expect, it } from 'vitest';
import { definitionsOf } from '../../src/main/engine/models/built-in/described';
import { understand } from '../../src/main/engine/models/built-in/reader/understand';
import { DescribeDataOutput } from '../../src/preload/contract/data-tools';
import type { Definitions } from '../../src/preload/contract/definitions';
import { analystApp, ask } from '../support/app';

const { app } = analystApp();
const LANGUAGES = ['en', 'de'] as const;

/** What the analyst is told of a sample. */
async function definitionsOfSample(name: string): Promise<readonly Definitions[]> {
  const { datasets } = app().services;
  const datasetIds = (await datasets.addSample({ name })).map(({ id }) => id);
  await Promise.all(datasetIds.map((id) => datasets.settled(id)));
  const { steps } = await ask(app(), 'which columns are there', { datasetIds });
  const described = steps.find((step) => step.name === 'describe_data')?.output;
  return definitionsOf(DescribeDataOutput.parse(JSON.parse(described ?? '')).datasets);
}

it('questions about the samples are read alike in every language', async () => {
  const samples = app().services.datasets.samples();
  expect(samples.length).toBeGreaterThan(0);
  for (const { name, texts } of samples) {
    const definitions = await definitionsOfSample(name);
    expect(texts.de.questions).toHaveLength(texts.en.questions.length);
    for (const at of texts.en.questions.keys()) {
      const asked = LANGUAGES.map((language) => texts[language].questions[at] ?? '');
      const [english, ...others] = asked.map((text) => understand(definitions, [text]));
      expect(english, asked[0]).toMatchObject({ kind: 'query' });
      const query = english?.kind === 'query' && english.query;
      for (const other of others) expect(other, asked.join(' | ')).toMatchObject({ kind: 'query', query });
    }
  }
});
