import { openEngine } from './engine';

interface Refusal {
  status: number;
  body: { error: { message: string; type: string; param: string | null; code: string | null } };
  headers: Headers;
}

/** An engine asked without an SDK in between, which would not let wrong requests through. */
export async function asker(options: Parameters<typeof openEngine>[0] = {}) {
  const opened = await openEngine(options);
  const ask = async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Refusal> => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const response = await opened.engine.fetch(`http://engine/v1${path}`, {
      method,
      headers: body === undefined ? headers : { 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: text }),
    });
    return { status: response.status, body: JSON.parse(await response.text()), headers: response.headers };
  };
  return { ...opened, ask };
}
