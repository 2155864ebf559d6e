import type { Quirk } from '../quirks';

/** A kind of server as people know it by name: what to fill in for them. */
export interface Preset {
  id: string;
  name: string;
  /** With a place in angle brackets where the analyst has to put something. */
  baseUrl: string;
  /** How the key is sent. */
  header: 'authorization' | 'api-key';
  key: 'needed' | 'optional';
  /** Looked at on this machine when the analyst asks for servers that run there; empty for servers elsewhere. */
  ports: readonly number[];
  /** The server has an API of its own that says how much a model reads. */
  native: 'ollama' | null;
  /** What is known of it before anything was asked. */
  quirks: readonly Quirk[];
  /** Where keys are made; null where there are none. */
  keysAt: string | null;
}

const local = (id: string, name: string, port: number, ports = [port]): Preset => ({
  id,
  name,
  baseUrl: `http://127.0.0.1:${port}/v1`,
  header: 'authorization',
  key: 'optional',
  ports,
  native: null,
  quirks: [],
  keysAt: null,
});

const hosted = (id: string, name: string, baseUrl: string, keysAt: string, quirks: readonly Quirk[] = []): Preset => ({
  id,
  name,
  baseUrl,
  header: 'authorization',
  key: 'needed',
  ports: [],
  native: null,
  quirks,
  keysAt,
});

/** Addresses as their makers documented them in November 2026. */
export const PRESETS: readonly Preset[] = [
  { ...local('ollama', 'Ollama', 11_434), native: 'ollama' },
  local('lm-studio', 'LM Studio', 1_234),
  local('llama-cpp', 'llama.cpp', 8_080, [8_080, 8_081]),
  local('vllm', 'vLLM', 8_000),
  hosted('openrouter', 'OpenRouter', 'https://openrouter.ai/api/v1', 'https://openrouter.ai/settings/keys'),
  hosted('groq', 'Groq', 'https://api.groq.com/openai/v1', 'https://console.groq.com/keys'),
  hosted('mistral', 'Mistral', 'https://api.mistral.ai/v1', 'https://console.mistral.ai/api-keys', [
    { code: 'refuses', parameter: 'stream_options' },
  ]),
  hosted('deepseek', 'DeepSeek', 'https://api.deepseek.com/v1', 'https://platform.deepseek.com/api_keys', [
    { code: 'wants_reasoning_back' },
  ]),
  hosted('xai', 'xAI', 'https://api.x.ai/v1', 'https://console.x.ai'),
  hosted('together', 'Together', 'https://api.together.xyz/v1', 'https://api.together.ai/settings/api-keys'),
  hosted(
    'gemini',
    'Google Gemini',
    'https://generativelanguage.googleapis.com/v1beta/openai',
    'https://aistudio.google.com/apikey',
  ),
  hosted('anthropic', 'Anthropic', 'https://api.anthropic.com/v1', 'https://console.anthropic.com/settings/keys'),
  {
    ...hosted(
      'azure-openai',
      'Azure OpenAI',
      'https://<resource>.openai.azure.com/openai/v1',
      'https://portal.azure.com',
    ),
    header: 'api-key',
  },
];

/** The headers that sign a request; none without a key. */
export function signIn(header: Preset['header'], key: string | null): Record<string, string> {
  if (key === null || key === '') return {};
  return header === 'api-key' ? { 'api-key': key } : { authorization: `Bearer ${key}` };
}
