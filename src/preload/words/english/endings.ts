import type { RunWords } from '../words';

export const run: RunWords = {
  cancelled: () => 'Stopped.',
  expired: () => 'The run took too long and expired. Run it again to get an answer.',
  prompt_limit: () => 'The conversation is longer than this run may read. The answer is incomplete.',
  length_limit: () => 'The answer reached the length limit and is incomplete.',
  content_filter: () => 'The answer was cut off by the content filter of the server.',
  rate_limit: ({ message }) => message ?? 'The server takes no more requests for now. Run it again in a while.',
  interrupted: () => 'Assay was closed while this run was in progress. Run it again to get an answer.',
  lost: () => 'The run was lost: the server no longer answers for it. Run it again.',
  unfollowed: ({ message }) => message ?? 'Something went wrong in Assay. Run it again.',
  failed: ({ message }) => message ?? 'The run failed without saying why.',
};
