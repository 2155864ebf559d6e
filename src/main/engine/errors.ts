/** The body of every refusal, in the protocol's own shape. */
export interface ErrorBody {
  message: string;
  type: 'invalid_request_error' | 'server_error';
  param: string | null;
  code: string | null;
}

/** A refusal on its way to the client. Thrown anywhere below a route. */
export class ApiError extends Error {
  readonly status: 400 | 404 | 405 | 413 | 500 | 503;
  readonly body: ErrorBody;

  constructor(status: ApiError['status'], message: string, param: string | null = null, code: string | null = null) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.body = { message, type: status >= 500 ? 'server_error' : 'invalid_request_error', param, code };
  }
}

export function invalid(message: string, param: string | null = null, code: string | null = null): ApiError {
  return new ApiError(400, message, param, code);
}

/** A list of words in the way upstream prints it, which is Python's. */
export function pythonList(words: readonly string[]): string {
  return `[${words.map((word) => `'${word}'`).join(', ')}]`;
}

/** The kinds of things that have ids, with the words and prefixes the protocol uses for them. */
const KINDS = {
  assistant: { prefix: 'asst', param: 'assistant_id' },
  thread: { prefix: 'thread', param: 'thread_id' },
  message: { prefix: 'msg', param: 'message_id' },
  run: { prefix: 'run', param: 'run_id' },
  'run step': { prefix: 'step', param: 'step_id' },
  file: { prefix: 'file', param: 'file_id' },
  'vector store': { prefix: 'vs_', param: 'vector_store_id' },
  upload: { prefix: 'upload_', param: 'upload_id' },
  part: { prefix: 'part_', param: 'part_id' },
  'file batch': { prefix: 'vsfb_', param: 'batch_id' },
} as const;
export type ObjectKind = keyof typeof KINDS;

/** @throws ApiError when `id` cannot be an id of that kind */
export function requireForm(kind: ObjectKind, id: string, param: string = KINDS[kind].param): void {
  const { prefix } = KINDS[kind];
  if (!id.startsWith(prefix))
    throw invalid(`Invalid '${param}': '${id}'. Expected an ID that begins with '${prefix}'.`, param, 'invalid_value');
}

/** For an id that leads nowhere. @throws ApiError as {@link requireForm} does */
export function notFound(kind: ObjectKind, id: string, param?: string): ApiError {
  requireForm(kind, id, param);
  return new ApiError(404, `No ${kind} found with id '${id}'.`);
}
