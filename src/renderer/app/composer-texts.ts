import { ATTACHED_AT_MOST } from '#contract/conventions';
import type { Words } from '#words';

type AppWords = Words['ui']['app'];

/** Longer names would break the line that invites to ask. */
const NAMED_UP_TO = 40;

/** The line that invites to ask; `data` where some of what is named is data. */
export function invitation(names: readonly string[], data: boolean, words: AppWords): string {
  if (names.length === 0) return words.askNothing;
  return words.askAbout(aboutOf(names, data, words));
}

function aboutOf(names: readonly string[], data: boolean, words: AppWords): string {
  const [only = ''] = names;
  if (names.length === 1 && only.length <= NAMED_UP_TO) return only;
  return data ? words.yourData : names.length === 1 ? words.yourDocument : words.yourDocuments;
}

interface Sending {
  off: boolean;
  reading: boolean;
  /** Files of the kind there are most of. */
  most: number;
  sending: boolean;
}

/** Why a question cannot go out now; null when it can. */
export function whyNotSendable({ off, reading, most, sending }: Sending, words: AppWords): string | null {
  if (off) return words.engineOff;
  if (reading) return words.waitingForAttached;
  if (most > ATTACHED_AT_MOST) return words.tooManyAttached(ATTACHED_AT_MOST, most - ATTACHED_AT_MOST);
  return sending ? words.sending : null;
}
