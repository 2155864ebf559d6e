import { z } from 'zod';
import { invalid } from '../errors';
import type { ChunkingStrategy } from '../store/vector-stores';
import * as shapes from './shapes';

const Static = shapes.object({
  max_chunk_size_tokens: shapes.integer.min(100).max(4096),
  chunk_overlap_tokens: shapes.integer.min(0).max(2048),
});
export const Chunking = z.discriminatedUnion(
  'type',
  [shapes.object({ type: z.literal('auto') }), shapes.object({ type: z.literal('static'), static: Static })],
  'an object',
);
export const Attributes = z
  .unknown()
  .superRefine(shapes.sixteenPairs('attributes'))
  .pipe(
    z.record(
      z.string(),
      z.union([shapes.text(512), z.number(), z.boolean()], 'one of a string, a number or a boolean'),
      'an object',
    ),
  );
const ExpiresAfter = shapes.object({ anchor: z.enum(['last_active_at']), days: shapes.integer.min(1).max(365) });
const FileIds = (most: number) => z.array(shapes.text(), 'an array of strings').max(most);

export const NewStore = shapes.object({
  name: shapes.text(256).nullish(),
  description: shapes.text(512).nullish(),
  file_ids: FileIds(500).nullish(),
  expires_after: ExpiresAfter.nullish(),
  chunking_strategy: Chunking.nullish(),
  metadata: shapes.Metadata.nullish(),
});
export const StorePatch = shapes.object({
  name: shapes.text(256).nullish(),
  expires_after: ExpiresAfter.nullish(),
  metadata: shapes.Metadata.nullish(),
});

const fileFields = { chunking_strategy: Chunking.nullish(), attributes: Attributes.nullish() };
export const NewFile = shapes.object({ file_id: shapes.text(), ...fileFields });
export const FilePatch = shapes.object({ attributes: Attributes.nullable() });
export const NewBatch = shapes.object({
  file_ids: FileIds(2000).min(1).nullish(),
  files: z.array(NewFile, 'an array of objects').min(1).max(2000).nullish(),
  ...fileFields,
});

const Comparison = shapes.object({
  type: z.enum(['eq', 'ne', 'gt', 'gte', 'lt', 'lte']),
  key: shapes.text(),
  value: z.union([z.string(), z.number(), z.boolean()], 'a string, number or boolean'),
});
const Choice = shapes.object({
  type: z.enum(['in', 'nin']),
  key: shapes.text(),
  value: z.array(z.union([z.string(), z.number()], 'a string or number'), 'an array of strings or numbers'),
});
export type Filters = z.infer<typeof Comparison> | z.infer<typeof Choice> | { type: 'and' | 'or'; filters: Filters[] };
export const Filter: z.ZodType<Filters> = z.discriminatedUnion(
  'type',
  [
    Comparison,
    Choice,
    shapes.object({
      type: z.enum(['and', 'or']),
      filters: z
        .array(
          z.lazy(() => Filter),
          'an array of objects',
        )
        .max(64),
    }),
  ],
  'an object',
);

/** Longer than any question, and as much as is looked at in no time. */
const Query = shapes.text(32_000);
export const Search = shapes.object({
  query: z.union([Query, z.array(Query).min(1).max(16)], 'one of a string or array of strings'),
  rewrite_query: shapes.flag.nullish(),
  max_num_results: shapes.integer.min(1).max(50).nullish(),
  filters: Filter.nullish(),
  ranking_options: shapes
    .object({
      ranker: z.enum(['none', 'auto', 'default-2024-11-15']).nullish(),
      score_threshold: shapes.decimal.min(0).max(1).nullish(),
    })
    .nullish(),
});

const AUTO = { max_chunk_size_tokens: 800, chunk_overlap_tokens: 400 };

/** The strategy as it is kept and shown. @throws ApiError for an overlap of more than half a passage */
export function strategyOf(given: z.infer<typeof Chunking> | null | undefined): ChunkingStrategy {
  if (given?.type !== 'static') return { type: 'static', static: AUTO };
  const { max_chunk_size_tokens: most, chunk_overlap_tokens: overlap } = given.static;
  if (overlap * 2 > most)
    throw invalid(
      `Invalid 'chunking_strategy.static.chunk_overlap_tokens': must not exceed half of 'max_chunk_size_tokens'.`,
      'chunking_strategy.static.chunk_overlap_tokens',
      'invalid_value',
    );
  return given;
}
