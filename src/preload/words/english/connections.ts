import type { AbilityWords, ConnectionWords } from '../words';

export const connection: ConnectionWords = {
  problem: {
    authentication: ({ place }) => `${place} does not accept the key. Make a new one there and paste it here.`,
    permission: ({ place }) =>
      `The key of ${place} may not be used for this. Allow it there, or paste a key of another project.`,
    quota: ({ place }) => `Nothing is left of what was paid for at ${place}. Add credit there, or use another model.`,
    rate_limit: ({ place }) => `${place} takes no more requests for the moment. Try again in a minute.`,
    context_length: () =>
      'The conversation is longer than the model can read. Begin a new thread, or use a model with a larger context.',
    content_filter: ({ place }) =>
      `The content filter of ${place} held the answer back. Word the question differently.`,
    overloaded: ({ place }) => `${place} is overloaded. Try again in a minute, or use another model.`,
    cut_off: ({ place }) => `${place} broke off in the middle of the answer. Run it again.`,
    timeout: ({ place, local }) =>
      local
        ? `${place} did not answer in time. See whether it is still loading the model, then try again.`
        : `${place} did not answer in time. Try again, or use another model.`,
    bad_endpoint: ({ place }) =>
      `What answers at ${place} does not speak this API. Check the address: it often ends in /v1.`,
    model_not_found: ({ place }) => `${place} has no such model any more. Test the connection and choose another one.`,
    unreachable: ({ place, local }) =>
      local
        ? `Nothing answers at ${place}. Start the program that serves models there, then test again.`
        : `${place} cannot be reached. Check the network and the address, then test again.`,
    budget: () => 'The call would go over your budget, so it was not made. Raise the budget under Usage, or wait.',
    unsupported: () => 'The model cannot do what this needs, such as calling tools. Choose another model.',
    invalid_request: ({ place }) => `${place} refused the request as invalid. Try again, or use another model.`,
    server_error: ({ place }) => `${place} had an error of its own. Try again in a minute.`,
  },
  keyState: {
    keychain: () => 'Key in the keychain of this computer',
    session: () => 'Key kept in memory until Assay is closed, as the keychain could not take it',
    missing: () => 'The key is gone from the keychain: paste it again',
    locked: () => 'The keychain is locked, so it is not known whether there is a key',
    none: () => 'No key',
  },
  boundary: {
    schema: () => 'Schema only',
    results: () => 'Schema and results',
    everything: () => 'Everything',
  },
  boundaryMeaning: {
    schema: () =>
      'Names, types and ranges. Results are shown to you; of them the model sees the shape and the number of rows.',
    results: () => 'Names, types and ranges, and the first rows of the results of queries that the model asked for.',
    everything: () => 'Schema and results, and sample rows of the data as well.',
  },
  boundaryGiven: {
    schema: ({ place, local }) => (local ? STAYS : `The schema goes to ${place}, no rows`),
    results: ({ place, local }) => (local ? STAYS : `Schema and results go to ${place}`),
    everything: ({ place, local }) => (local ? STAYS : `Schema, results and samples go to ${place}`),
  },
  agreesToSearch: ({ place }) =>
    `Let assistants search documents at ${place}: the documents of their threads are copied there`,
  sentKind: {
    instructions: () => 'Instructions',
    question: () => 'Questions',
    answer: () => 'Earlier answers',
    schema: () => 'Schema',
    results: () => 'Results',
    file: () => 'Files',
    picture: () => 'Pictures',
    other: () => 'Other',
  },
  answerWorded: ({ model }) => `Let the built-in analyst compute, and ${model} word the answer`,
  quirk: (code, detail) => {
    const known = QUIRKS.get(code);
    return known ? known(detail) : detail === null ? code : `${code}: ${detail}`;
  },
};

const STAYS = 'Nothing leaves this computer';

/** What a server or a model was learned to refuse or to need; others may come from newer versions. */
const QUIRKS = new Map<string, (detail: string | null) => string>([
  ['refuses', (detail) => `Refuses the parameter ${detail ?? ''}, which is left out`],
  ['text_content', () => 'Takes plain text only, no parts'],
  ['wants_reasoning_back', () => 'Wants its reasoning back between tool calls'],
  ['no_usage', () => 'Does not count tokens; they are counted here'],
  ['calls_as_text', () => 'Writes tool calls as text, which is read here'],
  ['no_tools', () => 'Cannot call tools: the built-in analyst computes, and the model words question and answer'],
  ['ignores_tools', () => 'Is not told of its tools by its server; Assay tells it how to call them'],
  ['thinks_unopened', () => 'Does not mark where its thoughts begin'],
  ['no_compaction', () => 'Does not put long conversations together; they are cut here'],
  ['cuts_context', (detail) => `Cuts long conversations silently${detail === null ? '' : ` at ${detail} tokens`}`],
]);

export const ability: AbilityWords = {
  vision: () => 'Sees pictures',
  tools: () => 'Calls tools',
  parallelCalls: () => 'Several calls at once',
  structuredOutput: () => 'Keeps to a JSON schema',
  efforts: () => 'Reasoning efforts',
  effortsMeaning: () => 'None ticked: as far as Assay knows.',
  unknown: () => 'Not known',
  yes: () => 'Yes',
  no: () => 'No',
};
