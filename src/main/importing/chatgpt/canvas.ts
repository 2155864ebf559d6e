import { z } from 'zod';
import { fenced } from '#contract/fenced';
import { textField } from './content';
import type { ConversationMessage } from './shapes';

const Canvas = z.object({ name: z.string().catch(''), type: z.string().catch('document'), content: z.string().min(1) });

/** A page that a model wrote beside the conversation, as text in it; null for another message, and for changes to one. */
export function canvasText({ recipient, content }: ConversationMessage): string | null {
  if (!recipient.startsWith('canmore.create')) return null;
  const parts: unknown = Reflect.get(content, 'parts');
  const text = textField(content, 'text') || (Array.isArray(parts) && typeof parts[0] === 'string' ? parts[0] : '');
  const canvas = Canvas.safeParse(parsed(text)).data;
  if (!canvas) return null;
  const language = /^code\/([a-z0-9+#-]{1,20})$/.exec(canvas.type)?.[1];
  return [
    `**${canvas.name.replaceAll(/[*_`\n]/g, ' ')}**`,
    language ? fenced(canvas.content, language) : canvas.content,
  ]
    .filter((part) => part !== '****')
    .join('\n\n');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
