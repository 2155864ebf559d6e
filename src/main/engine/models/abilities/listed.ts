import { z } from 'zod';
import type { Abilities } from '../../ports';

/** Efforts are told by none. */
export type ToldAbilities = Partial<Omit<Abilities, 'efforts'>>;

/** A model as a server lists it, with what the server says that it can. */
export interface ListedModel {
  name: string;
  told: ToldAbilities;
}

const NAMES_AT_MOST = 5_000;
const NAME_LENGTH = 200;
/** Names that hold one of these answer no questions; of others that do not, asking them tells. */
const NOT_FOR_CHAT =
  /(?:^|[/_-])(?:embed|embedding|embeddings|tts|whisper|transcribe|moderation|dall-e|image|rerank|reranker|realtime|audio|sora|davinci-002|babbage-002)(?=$|[/_-])/i;

const amount = z.coerce.number().nonnegative().finite();
const tokens = z.coerce.number().int().positive();

/** All that any server is known to say; whatever has another shape counts as not said. */
const Entry = z.object({
  id: z.string().optional().catch(undefined),
  name: z.string().optional().catch(undefined),
  shutdown_date: z.iso.date().optional().catch(undefined),
  /** OpenRouter, Together. */
  context_length: tokens.optional().catch(undefined),
  /** Groq. */
  context_window: tokens.optional().catch(undefined),
  /** Mistral. */
  max_context_length: tokens.optional().catch(undefined),
  /** vLLM. */
  max_model_len: tokens.optional().catch(undefined),
  /** llama.cpp: as it was started, which may be less than the model was made for. */
  meta: z
    .object({ n_ctx: tokens.optional().catch(undefined) })
    .optional()
    .catch(undefined),
  max_completion_tokens: tokens.optional().catch(undefined),
  top_provider: z.object({ max_completion_tokens: tokens }).partial().optional().catch(undefined),
  capabilities: z
    .object({ completion_chat: z.boolean(), function_calling: z.boolean(), vision: z.boolean() })
    .partial()
    .optional()
    .catch(undefined),
  supported_parameters: z.array(z.string()).optional().catch(undefined),
  architecture: z
    .object({ input_modalities: z.array(z.string()) })
    .optional()
    .catch(undefined),
  /** OpenRouter: dollars for a token. */
  pricing: z
    .object({ prompt: amount, completion: amount, input_cache_read: amount.optional().catch(undefined) })
    .optional()
    .catch(undefined),
});
type Entry = z.infer<typeof Entry>;

/** The models of an answer to `GET /models`: a list under `data` or `models`, or by itself. Null where it holds none. */
export function listedModels(answer: unknown): ListedModel[] | null {
  const list = listIn(answer);
  if (!list) return null;
  const models = list.slice(0, NAMES_AT_MOST).flatMap((item) => {
    const entry = Entry.safeParse(item).data;
    const name = entry && nameOf(entry);
    return name && isAsked(name, entry) ? [{ name, told: toldBy(entry) }] : [];
  });
  return [...new Map(models.map((model) => [model.name, model])).values()];
}

function listIn(answer: unknown): unknown[] | null {
  if (Array.isArray(answer)) return answer;
  const { data, models } = Object(answer) as { data?: unknown; models?: unknown };
  if (Array.isArray(data)) return data;
  return Array.isArray(models) ? models : null;
}

/** Gemini's names begin with `models/`, and are asked for without. */
function nameOf({ id, name }: Entry): string | null {
  const given = (id ?? name ?? '').replace(/^models\//, '');
  return /^\S+$/.test(given) && given.length <= NAME_LENGTH ? given : null;
}

const isAsked = (name: string, { capabilities }: Entry): boolean =>
  capabilities?.completion_chat ?? !NOT_FOR_CHAT.test(name);

function toldBy(entry: Entry): ToldAbilities {
  const { capabilities, supported_parameters: parameters, architecture, pricing } = entry;
  const abilities: Partial<Record<keyof ToldAbilities, unknown>> = {
    contextTokens:
      entry.context_length ??
      entry.context_window ??
      entry.max_context_length ??
      entry.max_model_len ??
      entry.meta?.n_ctx,
    outputTokens: entry.max_completion_tokens ?? entry.top_provider?.max_completion_tokens,
    tools: capabilities?.function_calling ?? parameters?.includes('tools'),
    structuredOutput: parameters?.includes('structured_outputs'),
    vision: capabilities?.vision ?? architecture?.input_modalities.includes('image'),
    price: pricing && perMillion(pricing),
    shutdownDate: entry.shutdown_date,
  };
  return Object.fromEntries(Object.entries(abilities).filter(([, value]) => value !== undefined));
}

function perMillion({ prompt, completion, input_cache_read: cached }: NonNullable<Entry['pricing']>) {
  const million = (dollars: number) => Number((dollars * 1_000_000).toPrecision(12));
  return { input: million(prompt), cached: cached === undefined ? null : million(cached), output: million(completion) };
}
