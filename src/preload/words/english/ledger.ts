import type { LedgerWords } from '../words';
import { counted, number } from './grammar';

const requests = (count: number): string => counted(count, 'request');

export const ledger: LedgerWords = {
  kept: (count, size) => `What ${requests(count)} said takes ${size} on this computer.`,
  keep: () => 'Keep what requests said',
  keepFor: (days) => (days === null ? 'For good' : days === 365 ? 'For a year' : `For ${number(days)} days`),
  forget: (count) => `Forget what ${requests(count)} said?`,
  forgetMeaning: (days, size) =>
    `What requests older than ${days === 365 ? 'a year' : `${number(days)} days`} said is deleted now, ${size}, and that of others as they reach that age. When they were sent, where to, how much and what it cost stays. Export them first if you may need them.`,
};
