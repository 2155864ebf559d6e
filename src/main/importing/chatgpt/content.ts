import { fenced } from '#contract/fenced';
import type { LossCounts } from '../types';
import { cleanText } from './references';
import type { ConversationMessage } from './shapes';

/** What a message shows, in its order: texts, and pictures by the ids of their files. */
export type ShownPart = { type: 'text'; text: string } | { type: 'image'; fileId: string };

const ASSET = /^(?:file-service|sediment):\/\/([A-Za-z0-9_-]{1,80})$/;

/** The file that a pointer names; null for one of another kind. */
export const assetOf = (pointer: unknown): string | null =>
  typeof pointer === 'string' ? (ASSET.exec(pointer)?.[1] ?? null) : null;

/** Content may have any keys, of which those alone count that are its own. */
const field = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(key) : undefined;

export const textField = (value: unknown, key: string): string => {
  const text = field(value, key);
  return typeof text === 'string' ? text : '';
};

/** @see ShownPart; what cannot be shown is told to `losses`. */
export function shownParts({ content, metadata }: ConversationMessage, losses: LossCounts): ShownPart[] {
  const parts = field(content, 'parts');
  switch (content.content_type) {
    case 'text':
    case 'multimodal_text':
      return (Array.isArray(parts) ? parts : []).flatMap((part: unknown) =>
        typeof part === 'string' ? shownText(cleanText(part, metadata)) : shownObject(part, losses),
      );
    case 'code':
      return shownText(fenced(textField(content, 'text'), languageOf(textField(content, 'language'))));
    case 'execution_output':
      return shownText(textField(content, 'text'));
    case 'tether_quote':
      return shownText(quoteOf(content));
    case 'tether_browsing_display':
      return shownText(textField(content, 'result') || textField(content, 'summary'));
    case 'system_error':
      return shownText([textField(content, 'name'), textField(content, 'text')].filter(Boolean).join(': '));
    case 'user_editable_context':
    case 'model_editable_context':
      losses.add('instructions');
      return [];
    // What was thought is told by the step; a recap says only how long it took.
    case 'thoughts':
    case 'reasoning_recap':
      return [];
    default:
      return otherContent(content, losses);
  }
}

/** What models thought, summaries above. */
export function thoughtsIn({ content }: ConversationMessage): string {
  const thoughts = content.content_type === 'thoughts' ? field(content, 'thoughts') : null;
  if (!Array.isArray(thoughts)) return '';
  return thoughts
    .map((thought) => [textField(thought, 'summary'), textField(thought, 'content')].filter(Boolean).join('\n'))
    .join('\n\n');
}

/** Of content of kinds that are not known, at least the text that it may have. */
function otherContent(content: ConversationMessage['content'], losses: LossCounts): ShownPart[] {
  losses.add('unknown_content', content.content_type);
  return shownText(textField(content, 'text') || textField(content, 'result'));
}

function shownObject(part: unknown, losses: LossCounts): ShownPart[] {
  const type = textField(part, 'content_type');
  switch (type) {
    case 'image_asset_pointer': {
      const fileId = assetOf(field(part, 'asset_pointer'));
      if (fileId !== null) return [{ type: 'image', fileId }];
      losses.add('file_missing');
      return [];
    }
    case 'audio_transcription':
      return shownText(textField(part, 'text'));
    case 'audio_asset_pointer':
    case 'real_time_user_audio_video_asset_pointer':
      losses.add('audio');
      return [];
    default:
      if (part !== null) losses.add('unknown_content', type || typeof part);
      return shownText(textField(part, 'text'));
  }
}

const shownText = (text: string): ShownPart[] => (text.trim() === '' ? [] : [{ type: 'text', text }]);

const languageOf = (language: string): string =>
  /^[a-z0-9+#-]{1,20}$/.test(language) && language !== 'unknown' ? language : '';

function quoteOf(content: unknown): string {
  const title = textField(content, 'title') || textField(content, 'domain');
  const quoted = textField(content, 'text')
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
  return [title, quoted].filter(Boolean).join('\n\n');
}
