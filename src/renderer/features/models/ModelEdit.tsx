import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Abilities, ConnectedModel } from '#contract';
import { numberRead, numberTyped } from '#words';
import { keys, useClient } from '../../bridge';
import { Button, Failure, TextField, useWords } from '../../ui';
import { type AbilityChoices, AbilityFields } from './AbilityFields';
import styles from './Models.module.css';

/** Text of a field to a number; null for an empty one, undefined for what is none. */
function numberIn(text: string): number | null | undefined {
  if (text.trim() === '') return null;
  const value = Number(numberRead(text) ?? Number.NaN);
  return Number.isFinite(value) && value >= 0 ? value : undefined;
}

const textOf = (value: number | null | undefined): string => (typeof value === 'number' ? numberTyped(value) : '');

const isCount = (value: number | null | undefined): boolean =>
  value === null || (typeof value === 'number' && Number.isInteger(value) && value > 0);

/** What was not touched goes on following its server and the table. */
function changedIn(all: Partial<Abilities>, before: Abilities): Partial<Abilities> {
  const known = new Map<string, unknown>(Object.entries(before));
  const isChanged = (name: string, value: unknown) => JSON.stringify(value) !== JSON.stringify(known.get(name));
  return Object.fromEntries(Object.entries(all).filter(([name, value]) => isChanged(name, value)));
}

/** What is known of a model, set by the analyst: its price, how much it reads and writes, what it can do, its last day. */
export function ModelEdit({ model, onDone }: { model: ConnectedModel; onDone(): void }) {
  const { ui } = useWords();
  const { answerer, abilities } = model;
  const client = useClient();
  const cache = useQueryClient();
  const [fields, setFields] = useState({
    input: textOf(abilities.price?.input),
    cached: textOf(abilities.price?.cached),
    output: textOf(abilities.price?.output),
    context: textOf(abilities.contextTokens),
    answer: textOf(abilities.outputTokens),
    shutdown: abilities.shutdownDate ?? '',
  });
  const [choices, setChoices] = useState<AbilityChoices>(() => {
    const { vision, tools, parallelCalls, structuredOutput, efforts } = abilities;
    return { vision, tools, parallelCalls, structuredOutput, efforts };
  });
  const save = useMutation({
    mutationFn: (to: Partial<Abilities>) => client.models.edit({ answerer, abilities: to }),
    onSuccess: () => {
      void cache.invalidateQueries({ queryKey: keys.models });
      onDone();
    },
  });
  const [input, cached, output, context, answer] = [
    fields.input,
    fields.cached,
    fields.output,
    fields.context,
    fields.answer,
  ].map(numberIn);
  const priced = typeof input === 'number' && typeof output === 'number' && cached !== undefined;
  const unpriced = input === null && output === null && cached === null;
  const [contextValid, answerValid] = [isCount(context), isCount(answer)];
  const dateValid = fields.shutdown === '' || /^\d{4}-\d{2}-\d{2}$/.test(fields.shutdown);
  const set = (name: keyof typeof fields) => (event: { target: { value: string } }) =>
    setFields({ ...fields, [name]: event.target.value });
  return (
    <form
      className={styles.edit}
      aria-label={ui.models.knownOf(model.name)}
      onSubmit={(event) => {
        event.preventDefault();
        const all = {
          price: priced ? { input, cached, output } : null,
          contextTokens: context ?? null,
          outputTokens: answer ?? null,
          ...choices,
          shutdownDate: fields.shutdown === '' ? null : fields.shutdown,
        };
        save.mutate(changedIn(all, abilities));
      }}
    >
      <div className={styles.editFields}>
        <TextField label={ui.models.priceIn} inputMode="decimal" value={fields.input} onChange={set('input')} />
        <TextField label={ui.models.priceCached} inputMode="decimal" value={fields.cached} onChange={set('cached')} />
        <TextField
          label={ui.models.priceOut}
          inputMode="decimal"
          value={fields.output}
          problem={priced || unpriced ? null : ui.models.pricesTogether}
          onChange={set('output')}
        />
        <TextField
          label={ui.models.contextTokens}
          inputMode="numeric"
          value={fields.context}
          problem={contextValid ? null : ui.models.wholeNumber}
          onChange={set('context')}
        />
        <TextField
          label={ui.models.answerAtMost}
          inputMode="numeric"
          value={fields.answer}
          problem={answerValid ? null : ui.models.wholeNumber}
          onChange={set('answer')}
        />
        <TextField
          label={ui.models.lastDay}
          placeholder="2027-01-31"
          value={fields.shutdown}
          problem={dateValid ? null : ui.models.dayForm}
          onChange={set('shutdown')}
        />
      </div>
      <AbilityFields value={choices} onChange={setChoices} />
      {save.error && <Failure error={save.error} />}
      <div className={styles.editActions}>
        <Button
          type="submit"
          size="small"
          look="primary"
          disabled={save.isPending || !(priced || unpriced) || !contextValid || !answerValid || !dateValid}
        >
          {ui.common.save}
        </Button>
        <Button size="small" look="quiet" onClick={onDone}>
          {ui.common.cancel}
        </Button>
        {model.edited.length > 0 && (
          <Button
            size="small"
            look="quiet"
            disabled={save.isPending}
            onClick={() => save.mutate(Object.fromEntries(model.edited.map((name) => [name, null])))}
          >
            {ui.models.backToKnown}
          </Button>
        )}
      </div>
    </form>
  );
}
