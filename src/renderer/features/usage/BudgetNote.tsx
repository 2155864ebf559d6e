import type { BudgetState, ThreadId } from '#contract';
import type { Words } from '#words';
import { formatMoney, LeadButton, Note, useThreadActions, useWords } from '../../ui';
import { useBudgets } from './use-usage';

/** Above the composer, once a budget is past its warning: how far it is used up. */
export function BudgetNote({ threadId }: { threadId: ThreadId | null }) {
  const { ui } = useWords();
  const { openUsage } = useThreadActions();
  const { data: states = [] } = useBudgets(threadId);
  const state = states.find(({ level }) => level === 'spent') ?? states.find(({ level }) => level === 'warned');
  if (!state) return null;
  return (
    <Note tone="warn">
      {textOf(state, ui)} <LeadButton onClick={openUsage}>{ui.usage.openUsage}</LeadButton>
    </Note>
  );
}

function textOf({ scope, unit, spent, refuseAt, level }: BudgetState, { usage, count, common }: Words['ui']): string {
  const amount = (value: number) => (unit === 'money' ? formatMoney(value) : count.tokens(value));
  const used = refuseAt === null ? amount(spent) : common.partOf(amount(spent), amount(refuseAt));
  return level === 'spent' ? usage.usedUp(scope, used) : usage.pastWarning(scope, used);
}
