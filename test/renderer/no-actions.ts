import type { ThreadActions } from '../../src/renderer/ui';

const nothing = () => undefined;

/** For parts of a thread that are drawn alone. */
export const noActions: ThreadActions = {
  threadId: null,
  showResult: nothing,
  showData: nothing,
  openSource: nothing,
  openPackages: nothing,
  openConnections: nothing,
  openSent: nothing,
  openComparison: nothing,
  openUsage: nothing,
  explore: nothing,
  ask: null,
  attach: null,
  Chart: () => null,
  File: () => null,
  ResultTable: () => null,
  AnswerAction: () => null,
  Pin: () => null,
  Reading: ({ children }) => children,
  WhichReading: () => null,
  FactAction: () => null,
};
