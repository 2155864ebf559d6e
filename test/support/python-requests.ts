import { randomUUID } from 'node:crypto';
import { send } from './raw-http';
import { until } from './until';

/** What Python's openai 1.99 says of itself with every request. */
const HEADERS = {
  'Accept-Encoding': 'gzip, deflate',
  Connection: 'keep-alive',
  Accept: 'application/json',
  'User-Agent': 'OpenAI/Python 1.99.7',
  'X-Stainless-Lang': 'python',
  'X-Stainless-Package-Version': '1.99.7',
  'X-Stainless-OS': 'Linux',
  'X-Stainless-Arch': 'x64',
  'X-Stainless-Runtime': 'CPython',
  'X-Stainless-Runtime-Version': '3.11.7',
  'X-Stainless-Async': 'false',
  'x-stainless-retry-count': '0',
  'x-stainless-read-timeout': '600',
};
const POLLING = { 'X-Stainless-Poll-Helper': 'true', 'X-Stainless-Raw-Response': 'true' };
const WORKING = ['queued', 'in_progress', 'cancelling'];

// biome-ignore lint/suspicious/noExplicitAny: as Python has it
type Json = any;

/** Requests byte for byte as Python's client makes them, without Python. */
export function pythonClient(
  { port, api_key }: { port: number; api_key: string },
  version: 'assistants=v1' | 'assistants=v2',
) {
  const ask = async (method: string, path: string, body?: object, more: Record<string, string> = {}): Promise<Json> => {
    const text = body === undefined ? '' : JSON.stringify(body);
    const answer = await send(port, {
      method,
      path: `/v1${path}`,
      headers: {
        Host: `127.0.0.1:${port}`,
        ...HEADERS,
        Authorization: `Bearer ${api_key}`,
        'OpenAI-Beta': version,
        ...(method === 'GET' ? {} : { 'Content-Type': 'application/json' }),
        ...(method === 'POST' ? { 'Content-Length': `${Buffer.byteLength(text)}` } : {}),
        ...more,
      },
      body: text,
    });
    const streamed = `${answer.headers['content-type']}`.startsWith('text/event-stream');
    return streamed ? answer.body : JSON.parse(answer.body);
  };
  const upload = async (name: string, type: string, content: string): Promise<Json> => {
    const boundary = randomUUID().replaceAll('-', '');
    const form = [
      `--${boundary}\r\nContent-Disposition: form-data; name="purpose"\r\n\r\nassistants\r\n`,
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`,
      `${content}\r\n--${boundary}--\r\n`,
    ].join('');
    const answer = await send(port, {
      method: 'POST',
      path: '/v1/files',
      headers: {
        Host: `127.0.0.1:${port}`,
        ...HEADERS,
        Authorization: `Bearer ${api_key}`,
        'Content-Length': `${Buffer.byteLength(form)}`,
        'Content-Type': `multipart/form-data; boundary=${boundary}`,
      },
      body: Buffer.from(form),
    });
    return JSON.parse(answer.body);
  };
  const poll = async (path: string): Promise<Json> => {
    return until(`an end of ${path}`, async () => {
      const seen = await ask('GET', path, undefined, POLLING);
      return WORKING.includes(seen.status) ? null : seen;
    });
  };
  return { ask, upload, poll };
}
