import { z } from 'zod';
import { lengthOf } from '../characters';

/**
 * Building blocks of request bodies. The message of each schema is the phrase for what it expects; `validate.ts` puts
 * it into upstream's sentences. Optional means absent or null, as upstream treats both alike.
 */

export const text = (max?: number) => (max === undefined ? z.string('a string') : z.string('a string').max(max));
/** What `integer` expects; the only number that `validate.ts` calls otherwise than the rest. */
export const AN_INTEGER = 'an integer';
export const integer = z.int(AN_INTEGER);
export const decimal = z.number('a decimal');
export const flag = z.boolean('a boolean');
export const object = <S extends z.core.$ZodLooseShape>(shape: S) => z.strictObject(shape, 'an object');

/** The limits that metadata and attributes share: looked at first, so that a million pairs are not read one by one. */
export const sixteenPairs = (name: string) => (value: unknown, context: z.RefinementCtx) => {
  if (typeof value !== 'object' || value === null) return;
  const keys = Object.keys(value);
  if (keys.length > 16) {
    context.addIssue({
      code: 'custom',
      message: `Invalid '${name}': too many properties. Expected an object with at most 16 properties, but got an object with ${keys.length} properties instead.`,
      params: { code: 'object_above_max_properties' },
      continue: false,
    });
    return;
  }
  const long = keys.find((key) => lengthOf(key) > 64);
  if (long !== undefined) {
    context.addIssue({
      code: 'custom',
      path: [long],
      message: `Invalid property name in '${name}': string too long. Expected a string with maximum length 64, but got a string with length ${lengthOf(long)} instead.`,
      params: { code: 'string_above_max_length' },
    });
  }
};

export const Metadata = z
  .unknown()
  .superRefine(sixteenPairs('metadata'))
  .pipe(z.record(z.string(), text(512), 'an object'));

export const ReasoningEffort = z.enum(['none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max']);
export const Temperature = decimal.min(0).max(2);
export const TopP = decimal.min(0).max(1);
const JsonSchema = z.record(z.string(), z.unknown(), 'an object');
const FunctionName = text(64).regex(/^[a-zA-Z0-9_-]+$/);

const RankingOptions = object({
  ranker: z.enum(['auto', 'default_2024_08_21']).nullish(),
  score_threshold: decimal.min(0).max(1),
  /** Upstream shows it, empty, on every assistant that searches, and so do assistants that were kept from there. */
  hybrid_search: z.null('null').optional(),
});

/** What version 1 called retrieval. */
const renamed = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && Reflect.get(value, 'type') === 'retrieval'
    ? { ...value, type: 'file_search' }
    : value;

const Tool = z.discriminatedUnion(
  'type',
  [
    object({ type: z.literal('code_interpreter') }),
    object({
      type: z.literal('file_search'),
      file_search: object({
        max_num_results: integer.min(1).max(50).nullish(),
        ranking_options: RankingOptions.nullish(),
      }).nullish(),
    }),
    object({
      type: z.literal('function'),
      function: object({
        name: FunctionName,
        description: text().nullish(),
        parameters: JsonSchema.nullish(),
        strict: flag.nullish(),
      }),
    }),
  ],
  'an object',
);

export const AssistantTool = z.preprocess(renamed, Tool);
export const tools = (max: number) => z.array(AssistantTool, 'an array of objects').max(max);

export const FileIds = z.array(text(), 'an array of strings').max(20);
export const VectorStoreIds = z.array(text(), 'an array of strings').max(1);

export const ToolResources = object({
  code_interpreter: object({ file_ids: FileIds.nullish() }).nullish(),
  file_search: object({ vector_store_ids: VectorStoreIds.nullish() }).nullish(),
});

export const ResponseFormat = z.union(
  [
    z.literal('auto'),
    z.discriminatedUnion(
      'type',
      [
        object({ type: z.literal('text') }),
        object({ type: z.literal('json_object') }),
        object({
          type: z.literal('json_schema'),
          json_schema: object({
            name: FunctionName,
            description: text().nullish(),
            schema: JsonSchema.nullish(),
            strict: flag.nullish(),
          }),
        }),
      ],
      'an object',
    ),
  ],
  "one of 'auto' or an object",
);

export const ToolChoice = z.union(
  [
    z.enum(['none', 'auto', 'required']),
    z.preprocess(
      renamed,
      z.discriminatedUnion(
        'type',
        [
          object({ type: z.literal('function'), function: object({ name: FunctionName }) }),
          object({ type: z.literal('code_interpreter') }),
          object({ type: z.literal('file_search') }),
        ],
        'an object',
      ),
    ),
  ],
  'one of a string or an object',
);

export const TruncationStrategy = z.discriminatedUnion(
  'type',
  [
    object({ type: z.literal('auto'), last_messages: integer.min(1).nullish() }),
    object({ type: z.literal('last_messages'), last_messages: integer.min(1) }),
  ],
  'an object',
);

const Detail = z.enum(['auto', 'low', 'high']);

/** Where a picture may be: on the web or, unlike upstream, in the address itself. */
const ImageUrl = text().superRefine((url, context) => {
  if (/^https?:$/.test(URL.parse(url)?.protocol ?? '') || /^data:image\/(png|jpe?g|gif|webp);base64,/i.test(url))
    return;
  context.addIssue({ code: 'invalid_format', format: 'url', input: url });
});

const MessagePart = z.discriminatedUnion(
  'type',
  [
    object({ type: z.literal('text'), text: text(256_000) }),
    object({ type: z.literal('image_file'), image_file: object({ file_id: text(), detail: Detail.nullish() }) }),
    object({ type: z.literal('image_url'), image_url: object({ url: ImageUrl, detail: Detail.nullish() }) }),
  ],
  'an object',
);

const AttachmentTool = z.discriminatedUnion(
  'type',
  [object({ type: z.literal('code_interpreter') }), object({ type: z.literal('file_search') })],
  'an object',
);

export const Attachment = object({
  file_id: text(),
  tools: z.array(AttachmentTool, 'an array of objects').nullish(),
});

/** More than a thread of upstream's is said to hold, and than is to be read at once. */
const MESSAGES_AT_MOST = 100_000;
const PARTS_AT_MOST = 10_000;

export const NewMessage = object({
  role: z.enum(['user', 'assistant']),
  content: z.union(
    [text(256_000).min(1), z.array(MessagePart, 'an array of objects').min(1).max(PARTS_AT_MOST)],
    'one of a string or array of objects',
  ),
  attachments: z.array(Attachment, 'an array of objects').max(PARTS_AT_MOST).nullish(),
  /** As version 1 attached files: for every tool. */
  file_ids: FileIds.nullish(),
  metadata: Metadata.nullish(),
});
export type NewMessage = z.infer<typeof NewMessage>;
export const NewMessages = z.array(NewMessage, 'an array of objects').max(MESSAGES_AT_MOST);
