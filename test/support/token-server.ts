import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * A model server in a process of its own that does as little as can be: it streams as many tokens as the question says
 * (`tokens=4000`), so many of them (`each=20`) every ten milliseconds, or all at once. It prints its address.
 */
const TICK_MS = 10;

interface Frames {
  head: string;
  piece(index: number): string;
  tail: string;
}

const responsesEvent = (type: string, fields: object): string =>
  `event: ${type}\ndata: ${JSON.stringify({ type, ...fields })}\n\n`;

function responsesFrames(tokens: number): Frames {
  const base = { id: 'resp_1', object: 'response', created_at: 1, model: 'tokens', error: null };
  const item = { id: 'msg_1', type: 'message', role: 'assistant', content: [] };
  const place = { item_id: 'msg_1', output_index: 0, content_index: 0 };
  const part = { type: 'output_text', text: ' word'.repeat(tokens), annotations: [] };
  const done = { ...item, status: 'completed', content: [part] };
  const usage = { input_tokens: 10, output_tokens: tokens, total_tokens: tokens + 10 };
  return {
    head:
      responsesEvent('response.created', { response: { ...base, status: 'in_progress', output: [] } }) +
      responsesEvent('response.output_item.added', { output_index: 0, item }) +
      responsesEvent('response.content_part.added', { ...place, part: { ...part, text: '' } }),
    piece: (index) =>
      responsesEvent('response.output_text.delta', { ...place, delta: ' word', logprobs: [], sequence_number: index }),
    tail:
      responsesEvent('response.output_text.done', { ...place, text: part.text }) +
      responsesEvent('response.content_part.done', { ...place, part }) +
      responsesEvent('response.output_item.done', { output_index: 0, item: done }) +
      responsesEvent('response.completed', { response: { ...base, status: 'completed', output: [done], usage } }),
  };
}

function chatFrames(tokens: number): Frames {
  const base = { id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1, model: 'tokens' };
  const chunk = (delta: object, finish: string | null = null) =>
    `data: ${JSON.stringify({ ...base, choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;
  const word = chunk({ content: ' word' });
  const usage = { prompt_tokens: 10, completion_tokens: tokens, total_tokens: tokens + 10 };
  return {
    head: chunk({ role: 'assistant', content: '' }),
    piece: () => word,
    tail: `${chunk({}, 'stop')}data: ${JSON.stringify({ ...base, choices: [], usage })}\n\ndata: [DONE]\n\n`,
  };
}

const numberIn = (body: string, name: string): number =>
  Number([...body.matchAll(new RegExp(`${name}=(\\d+)`, 'g'))].at(-1)?.[1] ?? 0);

async function stream(response: ServerResponse, path: string, body: string): Promise<void> {
  const tokens = numberIn(body, 'tokens');
  const each = numberIn(body, 'each') || tokens;
  const { head, piece, tail } = path.endsWith('/responses') ? responsesFrames(tokens) : chatFrames(tokens);
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write(head);
  const begun = performance.now();
  for (let sent = 0, tick = 1; sent < tokens; sent += each, tick += 1) {
    const count = Math.min(each, tokens - sent);
    response.write(Array.from({ length: count }, (_, index) => piece(sent + index)).join(''));
    // By the clock, so that late timers do not add up.
    const rest = begun + tick * TICK_MS - performance.now();
    if (each < tokens && rest > 0) await pause(rest);
  }
  response.end(tail);
}

const server = createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8');
  request.on('data', (text: string) => {
    body += text;
  });
  request.on('end', () => void stream(response, request.url ?? '', body));
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}/v1\n`);
});
