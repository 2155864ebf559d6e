import { ATTACHED_AT_MOST } from '#contract/conventions';

/** Longer names would break the line that invites to ask. */
const NAMED_UP_TO = 40;

/** The line that invites to ask; `data` where some of what is named is data. */
export function invitation(names: readonly string[], data: boolean): string {
  if (names.length === 0) return 'Drop a CSV or a PDF, then ask about it';
  return `Ask about ${aboutOf(names, data)}, or drop another file`;
}

function aboutOf(names: readonly string[], data: boolean): string {
  const [only = ''] = names;
  if (names.length === 1 && only.length <= NAMED_UP_TO) return only;
  return data ? 'your data' : names.length === 1 ? 'your document' : 'your documents';
}

interface Sending {
  off: boolean;
  reading: boolean;
  /** Files of the kind there are most of. */
  most: number;
  sending: boolean;
}

/** Why a question cannot go out now; null when it can. */
export function whyNotSendable({ off, reading, most, sending }: Sending): string | null {
  if (off) return 'The engine is off: all can be read, nothing asked';
  if (reading) return 'Waiting until everything attached is read';
  if (most > ATTACHED_AT_MOST)
    return `At most ${ATTACHED_AT_MOST} files go with a question: remove ${most - ATTACHED_AT_MOST}`;
  return sending ? 'Sending' : null;
}
