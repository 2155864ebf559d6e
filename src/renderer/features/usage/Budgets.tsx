import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { BudgetState, ModelSettings, SpendingLimit } from '#contract';
import { numberRead, numberTyped } from '#words';
import { keys, useClient } from '../../bridge';
import { Button, formatMoney, Progress, Skeleton, TextField, tellFailure, useWords } from '../../ui';
import styles from './Usage.module.css';
import { useBudgets } from './use-usage';

type Limits = ModelSettings['budgets'];

const FIELDS = [
  'warnMoney',
  'refuseMoney',
  'warnTokens',
  'refuseTokens',
] as const satisfies readonly (keyof SpendingLimit)[];

/** How much may be spent a day and in a thread, and how far that is used up. */
export function Budgets() {
  const { ui } = useWords();
  const client = useClient();
  const { data: settings } = useQuery({ queryKey: keys.settings, queryFn: () => client.settings.get({}) });
  const { data: states = [] } = useBudgets(null);
  if (!settings) return <Skeleton label={ui.usage.loadingBudgets} widths={[60]} />;
  const save = (budgets: Limits) =>
    client.settings.change({ models: { ...settings.models, budgets } }).then(
      () => undefined,
      (error: unknown) => tellFailure(ui.common.notSaved, error),
    );
  return (
    <>
      <p>{ui.usage.budgetsMeaning}</p>
      {states.map((state) => (
        <BudgetBar key={`${state.scope} ${state.unit}`} state={state} />
      ))}
      <LimitForm key={JSON.stringify(settings.models.budgets)} limits={settings.models.budgets} onSave={save} />
    </>
  );
}

function BudgetBar({ state }: { state: BudgetState }) {
  const { ui } = useWords();
  const { scope, unit, spent, warnAt, refuseAt, level, uncounted } = state;
  const limit = refuseAt ?? warnAt;
  const amount = (value: number) => (unit === 'money' ? formatMoney(value) : ui.count.tokens(value));
  const name = scope === 'day' ? ui.usage.today : ui.usage.thisThread;
  return (
    <div className={styles.budget} data-level={level}>
      <p>
        {name}: {limit === null ? amount(spent) : ui.common.partOf(amount(spent), amount(limit))}
        {level === 'warned' && ui.usage.warned}
        {level === 'spent' && ui.usage.spent}
      </p>
      {limit !== null && <Progress share={Math.min(1, spent / limit)} label={ui.usage.budgetOf[unit](name)} />}
      {uncounted > 0 && <p>{ui.usage.uncounted(uncounted)}</p>}
    </div>
  );
}

type Fields = Record<'day' | 'thread', Record<keyof SpendingLimit, string>>;

const fieldText = (value: number | null): string => (value === null ? '' : numberTyped(value));

const textsOf = (limit: SpendingLimit): Fields['day'] => ({
  warnMoney: fieldText(limit.warnMoney),
  refuseMoney: fieldText(limit.refuseMoney),
  warnTokens: fieldText(limit.warnTokens),
  refuseTokens: fieldText(limit.refuseTokens),
});

/** Null for an empty field, undefined for what is no amount. */
function amountIn(text: string, whole: boolean): number | null | undefined {
  if (text.trim() === '') return null;
  const value = Number(numberRead(text) ?? Number.NaN);
  return value > 0 && value < Number.MAX_SAFE_INTEGER && (!whole || Number.isInteger(value)) ? value : undefined;
}

function LimitForm({ limits, onSave }: { limits: Limits; onSave(limits: Limits): Promise<void> }) {
  const { ui } = useWords();
  const [fields, setFields] = useState<Fields>({ day: textsOf(limits.day), thread: textsOf(limits.thread) });
  const [saving, setSaving] = useState(false);
  const valueOfField = (scope: keyof Fields, name: keyof SpendingLimit) =>
    amountIn(fields[scope][name], name.endsWith('Tokens'));
  const limitOf = (scope: keyof Fields): SpendingLimit => ({
    warnMoney: valueOfField(scope, 'warnMoney') ?? null,
    refuseMoney: valueOfField(scope, 'refuseMoney') ?? null,
    warnTokens: valueOfField(scope, 'warnTokens') ?? null,
    refuseTokens: valueOfField(scope, 'refuseTokens') ?? null,
  });
  const isWrong = (scope: keyof Fields) => FIELDS.some((name) => valueOfField(scope, name) === undefined);
  return (
    <form
      className={styles.limits}
      aria-label={ui.usage.budgets}
      onSubmit={(event) => {
        event.preventDefault();
        setSaving(true);
        void onSave({ day: limitOf('day'), thread: limitOf('thread') }).finally(() => setSaving(false));
      }}
    >
      {(['day', 'thread'] as const).map((scope) => (
        <fieldset key={scope} className={styles.limit}>
          <legend>{scope === 'day' ? ui.usage.aDay : ui.usage.aThread}</legend>
          {FIELDS.map((name) => (
            <TextField
              key={name}
              label={ui.usage.limits[name]}
              inputMode="decimal"
              value={fields[scope][name]}
              problem={valueOfField(scope, name) === undefined ? ui.usage.amountOverZero : null}
              onChange={(event) => setFields({ ...fields, [scope]: { ...fields[scope], [name]: event.target.value } })}
            />
          ))}
        </fieldset>
      ))}
      <Button type="submit" disabled={saving || isWrong('day') || isWrong('thread')}>
        {ui.usage.saveBudgets}
      </Button>
    </form>
  );
}
