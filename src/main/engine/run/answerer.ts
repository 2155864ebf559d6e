import { resolveModel } from '../aliases';
import { ModelFailure, type ModelProvider, type Models } from '../ports';
import type { Store } from '../store';
import type { RunRecord } from '../store/records';

/**
 * Who answers the run, in all of its turns and after a restart alike. Where its creation found nobody, or it is a run of
 * an earlier version, it is settled now.
 * @throws ModelFailure when nobody does
 */
export function answererOf(
  { store, models }: { store: Store; models: Models },
  run: RunRecord,
): { run: RunRecord; provider: ModelProvider } {
  const { answerer, asked_model, model } = run.settings;
  if (answerer) {
    const provider = models.answerer(answerer);
    if (provider) return { run: withInstructions(store, run, provider), provider };
    throw new ModelFailure('model_not_found', `The model ${model}, which answers this run, is not there any more.`);
  }
  const provider = resolveModel(models, asked_model);
  const settings = { ...run.settings, model: provider.id, answerer: provider.answerer };
  const updated = store.runs.update(run.id, { settings }) ?? { ...run, settings };
  return { run: withInstructions(store, updated, provider), provider };
}

const INSTRUCTIONS = 'assay_instructions';
const MOST_ENTRIES = 16;

/** The run says by which instructions it was answered, so that it can be made again as it was. */
function withInstructions(store: Store, run: RunRecord, provider: ModelProvider): RunRecord {
  const version = provider.instructionsVersion?.(run.metadata) ?? null;
  const isFull = Object.keys(run.metadata).length >= MOST_ENTRIES;
  if (version === null || run.metadata[INSTRUCTIONS] !== undefined || isFull) return run;
  const metadata = { ...run.metadata, [INSTRUCTIONS]: version };
  return store.relaxedTransaction(() => store.runs.update(run.id, { metadata })) ?? { ...run, metadata };
}
