import type { BudgetState, SpendingLimit, ThreadId } from '#contract';
import type { Library } from '../../library';
import type { AppSettings } from '../settings';

/** What a call may come to. Money is null where no price is known: then tokens alone are counted. */
export interface ExpectedCost {
  tokens: number;
  money: number | null;
}

export interface BudgetsOptions {
  library: Library;
  settings: AppSettings;
  now: () => number;
}

/** How far the analyst's budgets are used up, of a day and of a thread. */
export class Budgets {
  readonly #options: BudgetsOptions;

  constructor(options: BudgetsOptions) {
    this.#options = options;
  }

  /** Those that are set, of today and of the thread. */
  states(threadId: ThreadId | null): BudgetState[] {
    const { library, settings, now } = this.#options;
    const { day, thread } = settings.get().models.budgets;
    const today = () => library.transmissions.spent({ since: startOfDay(now()) });
    const states = statesOf({ scope: 'day', threadId: null }, day, today);
    if (threadId === null) return states;
    const here = () => library.transmissions.spent({ threadId });
    return [...states, ...statesOf({ scope: 'thread', threadId }, thread, here)];
  }

  /** The budget that a call would exceed; null where it may be made. */
  exceededBy(cost: ExpectedCost, threadId: ThreadId): BudgetState | null {
    const exceeds = ({ unit, spent, refuseAt }: BudgetState) => {
      const more = unit === 'money' ? cost.money : cost.tokens;
      return refuseAt !== null && more !== null && spent + more > refuseAt;
    };
    return this.states(threadId).find(exceeds) ?? null;
  }
}

function statesOf(
  of: Pick<BudgetState, 'scope' | 'threadId'>,
  limit: SpendingLimit,
  added: () => { money: number; tokens: number; uncounted: number },
): BudgetState[] {
  const { warnMoney, refuseMoney, warnTokens, refuseTokens } = limit;
  // Adding up takes longer the more there is of it, and mostly nobody has set a limit.
  if ([warnMoney, refuseMoney, warnTokens, refuseTokens].every((value) => value === null)) return [];
  const spent = added();
  const states = [
    {
      unit: 'money' as const,
      spent: spent.money,
      warnAt: warnMoney,
      refuseAt: refuseMoney,
      uncounted: spent.uncounted,
    },
    { unit: 'tokens' as const, spent: spent.tokens, warnAt: warnTokens, refuseAt: refuseTokens, uncounted: 0 },
  ];
  return states
    .filter(({ warnAt, refuseAt }) => warnAt !== null || refuseAt !== null)
    .map((state) => ({ ...of, ...state, level: levelOf(state) }));
}

function levelOf({
  spent,
  warnAt,
  refuseAt,
}: Pick<BudgetState, 'spent' | 'warnAt' | 'refuseAt'>): BudgetState['level'] {
  if (refuseAt !== null && spent >= refuseAt) return 'spent';
  return warnAt !== null && spent >= warnAt ? 'warned' : 'ok';
}

/** The day of this computer's time zone. */
const startOfDay = (now: number): number => new Date(now).setHours(0, 0, 0, 0);
