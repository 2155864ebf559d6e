import { z } from 'zod';
import * as shapes from './shapes';
import { Chunking } from './vector-shapes';

const DescribedStore = shapes.object({
  file_ids: z.array(shapes.text(), 'an array of strings').max(10_000).nullish(),
  chunking_strategy: Chunking.nullish(),
  metadata: shapes.Metadata.nullish(),
});

/** As {@link shapes.ToolResources}; on creation a vector store may also be described instead of named. */
export const NewToolResources = shapes.object({
  code_interpreter: shapes.object({ file_ids: shapes.FileIds.nullish() }).nullish(),
  file_search: shapes
    .object({
      vector_store_ids: shapes.VectorStoreIds.nullish(),
      vector_stores: z.array(DescribedStore, 'an array of objects').max(1).nullish(),
    })
    .nullish(),
});
