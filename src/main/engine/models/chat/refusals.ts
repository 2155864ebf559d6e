import type { ModelFailure } from '../../ports';
import { knows, parameterPath, type Quirk, type Quirks, refuses } from '../quirks';
import { endingOf } from '../upstream';

/** What servers without a code for it say of a request with tools, in their words; nothing else reads them. */
const NO_TOOLS =
  /does not support (?:tools|function|tool)|support tool use|tools? (?:are|is) not supported|tool choice requires|requires? --jinja|function calling is not (?:supported|enabled)|tool (?:use|calling|calls) (?:is|are) not supported/i;
const WANTS_REASONING = /reasoning_content/i;
const PICTURES =
  /image input|image_url|does not support (?:images?|vision)|vision is not|multimodal|content[^.]{0,40}(?:must|should) be (?:a )?str/i;
const USAGE_OPTION = /stream_options|include_usage/i;
const LIMIT = /max_completion_tokens|max_tokens/i;

/** What a refused request teaches about its server; null where nothing can be left out of it. */
export function learnedFrom(failure: ModelFailure, body: Record<string, unknown>, quirks: Quirks): Quirk | null {
  const ending = endingOf(failure);
  const { status, parameter } = ending ?? { status: null, parameter: null };
  if (status === null || status === 401 || status === 402 || status === 403 || status === 429) return null;
  const quirk = ofWords(failure.message, body, status) ?? ofParameter(parameter, body);
  if (!quirk || status >= (quirk.code === 'no_tools' ? 600 : 500)) return null;
  return isKnown(quirk, quirks) ? null : quirk;
}

function ofWords(message: string, body: Record<string, unknown>, status: number): Quirk | null {
  if (body.tools !== undefined && NO_TOOLS.test(message)) return { code: 'no_tools' };
  if (status === 404) return null;
  if (WANTS_REASONING.test(message)) return { code: 'wants_reasoning_back' };
  if (hasPictures(body) && PICTURES.test(message)) return { code: 'text_content' };
  if (body.stream_options !== undefined && USAGE_OPTION.test(message))
    return { code: 'refuses', parameter: 'stream_options' };
  const limit = LIMIT.exec(message)?.[0];
  return limit !== undefined && body.max_tokens !== undefined ? { code: 'refuses', parameter: 'max_tokens' } : null;
}

function ofParameter(parameter: string | null, body: Record<string, unknown>): Quirk | null {
  if (parameter === null) return null;
  const path = parameterPath(parameter).replace(/^body\./, '');
  const [root = ''] = path.split('.');
  if (root === 'messages') return hasPictures(body) ? { code: 'text_content' } : null;
  if (path === 'tools') return { code: 'no_tools' };
  if (!Object.hasOwn(body, root) || NEEDED.includes(root)) return null;
  // Whole, or what is left of it would say something else; of tools a server can do without their strictness only.
  if (root === 'tools') return path === 'tools.function.strict' ? { code: 'refuses', parameter: path } : null;
  return { code: 'refuses', parameter: root };
}

const NEEDED = ['model', 'stream'];

const isKnown = (quirk: Quirk, quirks: Quirks): boolean =>
  quirk.code === 'refuses' ? refuses(quirks, quirk.parameter) : knows(quirks, quirk.code);

const hasPictures = ({ messages }: Record<string, unknown>): boolean =>
  Array.isArray(messages) && messages.some((message: { content?: unknown }) => Array.isArray(message.content));
