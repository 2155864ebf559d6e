import type { ModelEnding } from '#contract/run-endings';
import type { RunWords } from '../words';

/** Who failed, as far as it is known: runs of earlier versions and of other servers do not say. */
const server = ({ connection }: ModelEnding): string => (connection ? `“${connection}”` : 'The server');
const model = ({ model }: ModelEnding): string => (model ? `The model ${model}` : 'The model');

const withoutFullStop = (text: string): string => text.replace(/[.\s]*$/, '');
/** What the server itself said, for what no code tells. */
const quoted = ({ message }: ModelEnding): string => (message ? ` It said: ${withoutFullStop(message)}.` : '');

export const run: RunWords = {
  cancelled: () => 'Stopped.',
  expired: () => 'The run took too long and expired. Run it again to get an answer.',
  prompt_limit: () => 'The conversation is longer than this run may read. The answer is incomplete.',
  length_limit: () => 'The answer reached the length limit and is incomplete.',
  authentication: (ending) => `${server(ending)} did not accept the key. Check it in Settings → Connections.`,
  permission: (ending) =>
    `The key for ${ending.connection ? `“${ending.connection}”` : 'the server'} may not use this model. Choose another model, or have it allowed.`,
  quota: (ending) =>
    `What was paid for at ${ending.connection ? `“${ending.connection}”` : 'the server'} is used up. Add credit there, or choose another model.`,
  rate_limit: (ending) => `${server(ending)} takes no more requests for now. Run it again in a while.`,
  context_length: (ending) =>
    `The conversation is longer than ${ending.model ?? 'the model'} can read. Start a new thread, or choose a model that reads more.`,
  content_filter: (ending) =>
    `The answer was cut off by the content filter of ${ending.connection ? `“${ending.connection}”` : 'the server'}. Ask in other words.`,
  overloaded: (ending) => `${server(ending)} has too much to do just now. Run it again in a while.`,
  cut_off: (ending) => {
    const from = server(ending).replace('The', 'the');
    if (ending.gone === 'deleted') return `The answer went on at ${from}, where it is not kept any more. Run it again.`;
    if (ending.gone === 'cancelled') return `The answer went on at ${from}, where it was cancelled. Run it again.`;
    return `The answer of ${from} broke off in the middle. Run it again.`;
  },
  timeout: (ending) => `${server(ending)} said nothing for too long. Run it again, or see whether it is still running.`,
  bad_endpoint: (ending) =>
    `What answers for ${server(ending).replace('The', 'the')} does not speak this API. Check the address in Settings → Connections.`,
  model_not_found: (ending) => `${model(ending)} is not there any more. Choose another one.`,
  unreachable: (ending) =>
    `${server(ending)} could not be reached. Check that it is running and that this computer is online, then run it again.`,
  budget: () => 'Your budget does not allow this request. Raise it under Usage, or wait until it starts anew.',
  unsupported: (ending) => `${model(ending)} cannot do what this run needs.${quoted(ending)} Choose another model.`,
  invalid_request: (ending) => `${server(ending)} did not accept the request.${quoted(ending)} Choose another model.`,
  server_error: (ending) => `${server(ending)} could not answer.${quoted(ending)} Run it again.`,
  interrupted: () => 'Assay was closed while this run was in progress. Run it again to get an answer.',
  lost: () => 'The run was lost: the server no longer answers for it. Run it again.',
  unfollowed: ({ message }) => message ?? 'Something went wrong in Assay. Run it again.',
  failed: ({ message }) => message ?? 'The run failed without saying why.',
};
