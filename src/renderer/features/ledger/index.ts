export { SentPanel } from './SentPanel';
export { SentTotal } from './SentTotal';
export { useSentTotals } from './use-ledger';
