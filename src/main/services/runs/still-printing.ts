import type { CallOutput } from '#contract';
import { plainPrint } from '#contract/printed';

/** While code runs, only the end of a long text is shown and saved: it changes many times a second. */
const SHOWN_AT_MOST = 16_000;

/** What a call shows while its code still prints. */
export function stillPrinting(printed: string): CallOutput[] {
  if (printed === '') return [];
  const from = printed.length - SHOWN_AT_MOST;
  if (from <= 0) return [{ type: 'logs', text: plainPrint(printed) }];
  const line = printed.indexOf('\n', from) + 1;
  return [{ type: 'logs', text: `[…]\n${plainPrint(printed.slice(line || from))}` }];
}
