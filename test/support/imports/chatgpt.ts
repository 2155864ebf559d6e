import { zipSync } from 'fflate';

type Json = Record<string, unknown>;

/** A message of a conversation, as ChatGPT's export has it; what differs from year to year is given in `more`. */
export function chatNode(
  id: string,
  parent: string | null,
  role: string,
  content: Json | string,
  { metadata = {}, at = 1_700_000_000, ...more }: Json & { metadata?: Json; at?: number | null } = {},
): Json {
  return {
    id,
    parent,
    children: [],
    message: {
      id,
      author: { role, name: null, metadata: {} },
      create_time: at,
      update_time: null,
      content: typeof content === 'string' ? { content_type: 'text', parts: [content] } : content,
      status: 'finished_successfully',
      end_turn: true,
      weight: 1,
      metadata,
      recipient: 'all',
      ...more,
    },
  };
}

/** A conversation of these nodes, the last of them shown. */
export function chatConversation(id: string, nodes: Json[], more: Json = {}): Json {
  const root = { id: 'root', message: null, parent: null, children: [] };
  const mapping = Object.fromEntries([root, ...nodes].map((node) => [String(node.id), node]));
  return {
    id,
    conversation_id: id,
    title: `About ${id}`,
    create_time: 1_700_000_000.5,
    update_time: 1_700_000_100,
    mapping,
    moderation_results: [],
    current_node: nodes.at(-1)?.id ?? 'root',
    default_model_slug: 'gpt-4o',
    ...more,
  };
}

/** As a question and its answer. */
export const plainConversation = (id: string, question = 'What is a median?', answer = 'The middle value.'): Json =>
  chatConversation(id, [
    chatNode(`${id}-q`, 'root', 'user', question),
    chatNode(`${id}-a`, `${id}-q`, 'assistant', answer, { metadata: { model_slug: 'gpt-4' }, at: 1_700_000_010 }),
  ]);

/** With Python, thoughts, a picture it drew, an attached table, and a mark of a source. */
export const codeConversation = (id: string): Json =>
  chatConversation(id, [
    chatNode(`${id}-s`, 'root', 'system', '', { metadata: { is_visually_hidden_from_conversation: true }, at: null }),
    chatNode(`${id}-q`, `${id}-s`, 'user', 'Sum the amounts', {
      metadata: { attachments: [{ id: 'file-TableAbc123', name: 'sales.csv', size: 30, mimeType: 'text/csv' }] },
    }),
    chatNode(`${id}-t`, `${id}-q`, 'assistant', {
      content_type: 'thoughts',
      thoughts: [{ summary: 'Planning', content: 'Sum with pandas.' }],
    }),
    chatNode(
      `${id}-c`,
      `${id}-t`,
      'assistant',
      { content_type: 'code', language: 'unknown', text: 'df.amount.sum()' },
      { recipient: 'python' },
    ),
    chatNode(
      `${id}-o`,
      `${id}-c`,
      'tool',
      { content_type: 'execution_output', text: '42' },
      {
        author: { role: 'tool', name: 'python', metadata: {} },
        metadata: {
          aggregate_result: {
            messages: [{ message_type: 'image', image_url: 'file-service://file-PlotAbc123' }],
          },
        },
      },
    ),
    chatNode(`${id}-a`, `${id}-o`, 'assistant', 'The sum is 42 【1†source】.', {
      metadata: {
        model_slug: 'o3',
        citations: [
          { start_ix: 0, end_ix: 5, metadata: { type: 'webpage', title: 'Sums', url: 'https://example.com/s' } },
        ],
      },
    }),
  ]);

/** Asked again with other words, and answered twice. */
export const branchedConversation = (id: string): Json =>
  chatConversation(id, [
    chatNode(`${id}-q1`, 'root', 'user', 'First words', { at: 1 }),
    chatNode(`${id}-a1`, `${id}-q1`, 'assistant', 'First answer', { at: 2 }),
    chatNode(`${id}-q2`, 'root', 'user', 'Second words', { at: 3 }),
    chatNode(`${id}-a2`, `${id}-q2`, 'assistant', 'Second answer', { at: 4 }),
    chatNode(`${id}-b2`, `${id}-q2`, 'assistant', 'Second answer, again', { at: 5 }),
    chatNode(`${id}-q3`, `${id}-b2`, 'user', 'Going on', { at: 6 }),
    chatNode(`${id}-a3`, `${id}-q3`, 'assistant', 'Gone on', { at: 7 }),
  ]);

/** A PNG of one pixel. */
export const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** The export as it comes by mail: conversations in one file or in several, with attachments beside. */
export function chatExport(
  conversations: readonly unknown[],
  { split = 0, files = {} as Record<string, Uint8Array> } = {},
) {
  const parts =
    split === 0
      ? { 'conversations.json': conversations }
      : Object.fromEntries(
          Array.from({ length: Math.ceil(conversations.length / split) }, (_, at) => [
            `conversations-${String(at).padStart(3, '0')}.json`,
            conversations.slice(at * split, (at + 1) * split),
          ]),
        );
  const texts = Object.entries(parts).map(([name, part]) => [name, Buffer.from(JSON.stringify(part))]);
  const others = { 'user.json': Buffer.from('{"id":"user-1"}'), 'chat.html': Buffer.from('<html></html>') };
  return Buffer.from(zipSync({ ...Object.fromEntries(texts), ...others, ...files }));
}
