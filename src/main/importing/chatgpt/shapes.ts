import { z } from 'zod';

/** What ChatGPT has written over the years is told by no document; whatever is not as expected is read as not there. */

const time = z.number().nonnegative().max(1e11).nullable().catch(null);
const text = z.string().nullable().catch(null);

export const ChatMetadata = z
  .looseObject({
    attachments: z
      .array(
        z
          .looseObject({ id: z.string(), name: text, size: z.number().nullable().catch(null) })
          .catch({ id: '', name: null, size: null }),
      )
      .catch([]),
    citations: z.array(z.unknown()).catch([]),
    content_references: z.array(z.unknown()).catch([]),
    aggregate_result: z.unknown().optional(),
    model_slug: text,
    is_visually_hidden_from_conversation: z.boolean().catch(false),
  })
  .catch({
    attachments: [],
    citations: [],
    content_references: [],
    aggregate_result: null,
    model_slug: null,
    is_visually_hidden_from_conversation: false,
  });
export type ChatMetadata = z.infer<typeof ChatMetadata>;

export const ConversationMessage = z.object({
  author: z.object({ role: z.string(), name: text }).catch({ role: 'unknown', name: null }),
  create_time: time,
  content: z.looseObject({ content_type: z.string() }).catch({ content_type: 'unknown' }),
  status: text,
  recipient: z.string().catch('all'),
  metadata: ChatMetadata,
});
export type ConversationMessage = z.infer<typeof ConversationMessage>;

export const ChatNode = z.object({
  message: ConversationMessage.nullable().catch(null),
  parent: text,
});
export type ChatNode = z.infer<typeof ChatNode>;

export const ChatConversation = z.object({
  id: text,
  conversation_id: text,
  title: text,
  create_time: time,
  update_time: time,
  current_node: text,
  default_model_slug: text,
  is_archived: z.boolean().catch(false),
  is_starred: z.boolean().nullable().catch(false),
});
export type ChatConversation = z.infer<typeof ChatConversation>;

/** The nodes of a conversation by their ids, names from outside being no keys of objects. */
export function nodesOf(mapping: unknown): Map<string, ChatNode> {
  if (typeof mapping !== 'object' || mapping === null) return new Map();
  return new Map(
    Object.entries(mapping).flatMap(([id, node]): [string, ChatNode][] => {
      const read = ChatNode.safeParse(node);
      return read.success ? [[id, read.data]] : [];
    }),
  );
}
