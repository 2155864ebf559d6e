import { expect, test } from 'vitest';
import { asker } from '../../support/asker';

const many = (count: number, value: unknown = 'x') =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${i}`, value]));
const user = (content: unknown) => ({ role: 'user', content });

/** Path, body, and the refusal: message, param, code. All answer 400 invalid_request_error. */
type Refused = [string, string, unknown, string, string | null, string | null];

const refused: Refused[] = [
  ['no model', '/assistants', {}, "Missing required parameter: 'model'.", 'model', 'missing_required_parameter'],
  [
    'an empty model',
    '/assistants',
    { model: '' },
    "Invalid 'model': empty string. Expected a string with minimum length 1, but got an empty string instead.",
    'model',
    'empty_string',
  ],
  [
    'an unknown parameter',
    '/assistants',
    { model: 'm', colour: 1 },
    "Unknown parameter: 'colour'.",
    'colour',
    'unknown_parameter',
  ],
  [
    'a nested unknown parameter',
    '/threads',
    { messages: [{ ...user('x'), files: [] }] },
    "Unknown parameter: 'messages[0].files'.",
    'messages[0].files',
    'unknown_parameter',
  ],
  [
    'a wrong type',
    '/assistants',
    { model: 'm', temperature: 'hot' },
    "Invalid type for 'temperature': expected a decimal, but got a string instead.",
    'temperature',
    'invalid_type',
  ],
  [
    'a number too large',
    '/assistants',
    { model: 'm', temperature: 2.5 },
    "Invalid 'temperature': decimal above maximum value. Expected a value <= 2, but got 2.5 instead.",
    'temperature',
    'decimal_above_max_value',
  ],
  [
    'a number too small',
    '/assistants',
    { model: 'm', top_p: -1 },
    "Invalid 'top_p': decimal below minimum value. Expected a value >= 0, but got -1 instead.",
    'top_p',
    'decimal_below_min_value',
  ],
  [
    'a name too long',
    '/assistants',
    { model: 'm', name: 'n'.repeat(257) },
    "Invalid 'name': string too long. Expected a string with maximum length 256, but got a string with length 257 instead.",
    'name',
    'string_above_max_length',
  ],
  [
    'too many tools',
    '/assistants',
    { model: 'm', tools: Array(129).fill({ type: 'code_interpreter' }) },
    "Invalid 'tools': array too long. Expected an array with maximum length 128, but got an array with length 129 instead.",
    'tools',
    'array_above_max_length',
  ],
  [
    'an unknown tool',
    '/assistants',
    { model: 'm', tools: [{ type: 'browser' }] },
    "Invalid value: 'browser'. Supported values are: 'code_interpreter', 'file_search', and 'function'.",
    'tools[0].type',
    'invalid_value',
  ],
  [
    'a function name with a space',
    '/assistants',
    { model: 'm', tools: [{ type: 'function', function: { name: 'a b' } }] },
    "Invalid 'tools[0].function.name': string does not match pattern. Expected a string that matches the pattern '^[a-zA-Z0-9_-]+$'.",
    'tools[0].function.name',
    'invalid_value',
  ],
  [
    'an unknown response format',
    '/assistants',
    { model: 'm', response_format: 'yaml' },
    "Invalid value: 'yaml'. Supported values are: 'auto'.",
    'response_format',
    'invalid_value',
  ],
  [
    'too much metadata',
    '/threads',
    { metadata: many(17) },
    "Invalid 'metadata': too many properties. Expected an object with at most 16 properties, but got an object with 17 properties instead.",
    'metadata',
    'object_above_max_properties',
  ],
  [
    'metadata with a long value',
    '/threads',
    { metadata: { a: 'v'.repeat(513) } },
    "Invalid 'metadata.a': string too long. Expected a string with maximum length 512, but got a string with length 513 instead.",
    'metadata.a',
    'string_above_max_length',
  ],
  [
    'metadata with a number',
    '/threads',
    { metadata: { a: 1 } },
    "Invalid type for 'metadata.a': expected a string, but got an integer instead.",
    'metadata.a',
    'invalid_type',
  ],
  [
    'an unknown role',
    '/threads',
    { messages: [{ role: 'system', content: 'x' }] },
    "Invalid value: 'system'. Supported values are: 'user' and 'assistant'.",
    'messages[0].role',
    'invalid_value',
  ],
  [
    'content of a wrong type',
    '/threads',
    { messages: [user(3)] },
    "Invalid type for 'messages[0].content': expected one of a string or array of objects, but got an integer instead.",
    'messages[0].content',
    'invalid_type',
  ],
  [
    'empty content',
    '/threads',
    { messages: [user([])] },
    "Invalid 'messages[0].content': empty array. Expected an array with minimum length 1, but got an empty array instead.",
    'messages[0].content',
    'empty_array',
  ],
  [
    'an unknown content part',
    '/threads',
    { messages: [user([{ type: 'video' }])] },
    "Invalid value: 'video'. Supported values are: 'text', 'image_file', and 'image_url'.",
    'messages[0].content[0].type',
    'invalid_value',
  ],
  [
    'a run without an assistant',
    '/threads/T/runs',
    {},
    "Missing required parameter: 'assistant_id'.",
    'assistant_id',
    'missing_required_parameter',
  ],
  [
    'a budget too small',
    '/threads/T/runs',
    { assistant_id: 'A', max_prompt_tokens: 255 },
    "Invalid 'max_prompt_tokens': integer below minimum value. Expected a value >= 256, but got 255 instead.",
    'max_prompt_tokens',
    'integer_below_min_value',
  ],
  [
    'an unknown truncation',
    '/threads/T/runs',
    { assistant_id: 'A', truncation_strategy: { type: 'middle' } },
    "Invalid value: 'middle'. Supported values are: 'auto' and 'last_messages'.",
    'truncation_strategy.type',
    'invalid_value',
  ],
  [
    'last_messages without a number',
    '/threads/T/runs',
    { assistant_id: 'A', truncation_strategy: { type: 'last_messages' } },
    "Missing required parameter: 'truncation_strategy.last_messages'.",
    'truncation_strategy.last_messages',
    'missing_required_parameter',
  ],
  [
    'a tool choice of a wrong type',
    '/threads/T/runs',
    { assistant_id: 'A', tool_choice: 3 },
    "Invalid type for 'tool_choice': expected one of a string or an object, but got an integer instead.",
    'tool_choice',
    'invalid_type',
  ],
  ...[
    'file:///etc/passwd',
    'ftp://example.org/a.png',
    'javascript:alert(1)',
    'data:text/html;base64,PGI+',
    'a.png',
    '',
  ].map(
    (url): Refused => [
      `a picture at "${url}"`,
      '/threads',
      { messages: [user([{ type: 'image_url', image_url: { url } }])] },
      "Invalid 'messages[0].content[0].image_url.url'. Expected a valid URL, but got a value with an invalid format.",
      'messages[0].content[0].image_url.url',
      'invalid_value',
    ],
  ),
  [
    'a run of an undefined assistant',
    '/threads/T/runs',
    { assistant_id: 'undefined' },
    "Invalid 'assistant_id': 'undefined'. Expected an ID that begins with 'asst'.",
    'assistant_id',
    'invalid_value',
  ],
];

test.each(refused)('%s is refused in upstream words', async (_, path, body, message, param, code) => {
  const { ask, client } = await asker();
  const thread = await client.beta.threads.create();
  const answer = await ask('POST', path.replace('T', thread.id), body);
  expect(answer).toMatchObject({
    status: 400,
    body: { error: { message, type: 'invalid_request_error', param, code } },
  });
});
