import { ModelFailure } from '../../ports';
import type { Upstream } from '../upstream';

const SENTENCES = {
  deleted: 'The server does not keep this answer any more. Run it again.',
  cancelled: 'The answer was cancelled at the server. Run it again.',
};

/** An answer that went on at the server will never be whole: it is not kept there any more, or was cancelled there. */
export function answerGone(
  { connection, model }: Upstream,
  gone: keyof typeof SENTENCES,
  cause: unknown = null,
): ModelFailure {
  const ending = { connection, model, message: null, gone };
  return new ModelFailure('cut_off', SENTENCES[gone], { cause, ending });
}
