import type { BudgetState, ThreadId } from '#contract';
import { formatCount, formatMoney, LeadButton, Note, useThreadActions, useWords } from '../../ui';
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
      {textOf(state)} <LeadButton onClick={openUsage}>{ui.usage.openUsage}</LeadButton>
    </Note>
  );
}

function textOf({ scope, unit, spent, refuseAt, level }: BudgetState): string {
  const amount = (value: number) => (unit === 'money' ? formatMoney(value) : `${formatCount(value)} tokens`);
  const budget = scope === 'day' ? 'The budget of today' : 'The budget of this thread';
  const used = refuseAt === null ? amount(spent) : `${amount(spent)} of ${amount(refuseAt)}`;
  return level === 'spent'
    ? `${budget} is used up (${used}): calls that cost are refused.`
    : `${budget} is past its warning: ${used}.`;
}
