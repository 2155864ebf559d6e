import { ApiError } from '../errors';

/** What servers of the same protocol family answer and this one does not, by the first part of its path. */
const ELSEWHERE: ReadonlyMap<string, string> = new Map([
  ['audio', 'audio'],
  ['batches', 'batches'],
  ['chat', 'chat completions'],
  ['completions', 'completions'],
  ['containers', 'containers'],
  ['conversations', 'conversations'],
  ['edits', 'edits'],
  ['embeddings', 'embeddings'],
  ['engines', 'engines'],
  ['evals', 'evals'],
  ['fine-tunes', 'fine-tuning'],
  ['fine_tuning', 'fine-tuning'],
  ['images', 'images'],
  ['moderations', 'moderations'],
  ['organization', 'administration'],
  ['realtime', 'realtime sessions'],
  ['responses', 'responses'],
  ['videos', 'videos'],
]);

/** Azure's clients name a deployment in front of what they call. */
const CALLED = /^\/v1\/(?:deployments\/[^/]+\/)?([^/]+)/;

/** For a path that nothing here answers to. */
export function unknownUrl(method: string, path: string): ApiError {
  const what = ELSEWHERE.get(CALLED.exec(path)?.[1] ?? '');
  return what === undefined ? new ApiError(404, `Invalid URL (${method} ${path})`) : notServed(what, method, path);
}

/** For a call that only a server of another kind can answer; `what` fits behind "does not serve". */
export function notServed(what: string, method: string, path: string): ApiError {
  return new ApiError(
    404,
    `Assay does not serve ${what} (${method} ${path}). It serves assistants, threads, messages, runs, files, uploads, vector ` +
      `stores and the list of models. Give calls for ${what} a client of their own, with the base URL and the key of a server ` +
      'that answers them; the rest of the script can stay with this one.',
    null,
    'not_served',
  );
}
