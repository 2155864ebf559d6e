import { z } from 'zod';

/** What nbformat 4.5 demands of a notebook, written from its JSON schema. Unknown fields fail, as they do there. */
const text = z.union([z.string(), z.array(z.string())]);
const bundle = z.record(z.string(), text);
const metadata = z.record(z.string(), z.unknown());
const id = z.string().regex(/^[a-zA-Z0-9-_]{1,64}$/);
const attachments = z.record(z.string(), bundle).optional();

const output = z.discriminatedUnion('output_type', [
  z.strictObject({ output_type: z.literal('stream'), name: z.string(), text }),
  z.strictObject({ output_type: z.literal('display_data'), data: bundle, metadata }),
  z.strictObject({
    output_type: z.literal('execute_result'),
    execution_count: z.int().min(0).nullable(),
    data: bundle,
    metadata,
  }),
  z.strictObject({
    output_type: z.literal('error'),
    ename: z.string(),
    evalue: z.string(),
    traceback: z.array(z.string()),
  }),
]);
const cell = z.discriminatedUnion('cell_type', [
  z.strictObject({ cell_type: z.literal('raw'), id, metadata, source: text, attachments }),
  z.strictObject({ cell_type: z.literal('markdown'), id, metadata, source: text, attachments }),
  z.strictObject({
    cell_type: z.literal('code'),
    id,
    metadata,
    source: text,
    execution_count: z.int().min(0).nullable(),
    outputs: z.array(output),
  }),
]);

export const NotebookShape = z
  .strictObject({
    nbformat: z.literal(4),
    nbformat_minor: z.literal(5),
    metadata: z.looseObject({
      kernelspec: z.looseObject({ name: z.string(), display_name: z.string() }).optional(),
      language_info: z.looseObject({ name: z.string() }).optional(),
      title: z.string().optional(),
    }),
    cells: z.array(cell),
  })
  .refine(({ cells }) => new Set(cells.map((one) => one.id)).size === cells.length, 'ids of cells are unique');
