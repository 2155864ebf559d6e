import { createContext, useContext } from 'react';
import type { Message } from '#contract';
import type { Branch } from './use-branch';

/** What questions and answers of a thread need for the ways to others. */
export interface BranchActions {
  branch: Branch;
  /** Why nothing can be asked now; null when it can. */
  waitingFor: string | null;
  /** Asks a question in other words; the earlier wording and its answers stay. Rejects when it was not asked. */
  onRevise(question: Message, prompt: string): Promise<unknown>;
  /** Shows the thread up to the question of an answer, for the next one to follow it. */
  onGoOn(answer: Message): void;
}

const Context = createContext<BranchActions | null>(null);

export const BranchProvider = Context.Provider;

export const useBranchActions = (): BranchActions | null => useContext(Context);
