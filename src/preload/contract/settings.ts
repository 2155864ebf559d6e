import { z } from 'zod';
import { EndpointSettings } from './endpoint';
import { LANGUAGES, NUMBER_LOCALES } from './languages';
import { defaultModelSettings, ModelSettings } from './models';

/** Threads that have not been used for so many days are deleted by themselves, as the analyst would; pinned ones never are. */
export const ThreadRetentionRule = z.object({
  days: z.int().min(7).max(3_650).nullable(),
  /** Threads with a tag stay. */
  keepTagged: z.boolean(),
});
export type ThreadRetentionRule = z.infer<typeof ThreadRetentionRule>;

export const Language = z.enum(LANGUAGES);
export type Language = z.infer<typeof Language>;

export const NumberLocale = z.enum(NUMBER_LOCALES);
export type NumberLocale = z.infer<typeof NumberLocale>;

/** The language of sentences, and how numbers and days are written in them. */
export const Locale = z.object({ language: Language, numbers: NumberLocale });
export type Locale = z.infer<typeof Locale>;

export const Settings = z.object({
  /** Absent: the system's, where there are words in it, else English. */
  language: z.enum(['system', ...Language.options]).optional(),
  /** Absent: as the language has them. */
  numbers: z.enum(['language', ...NumberLocale.options]).optional(),
  appearance: z.enum(['system', 'light', 'dark']),
  /** Widths of the side panes, in pixels, as the analyst left them. */
  panes: z.object({
    left: z.int().min(160).max(480),
    right: z.int().min(240).max(800),
    inspector: z.boolean(),
    /** Absent: shown. */
    navigation: z.boolean().optional(),
  }),
  endpoint: EndpointSettings,
  models: ModelSettings,
  /** Absent: no thread is ever deleted by itself. */
  retention: ThreadRetentionRule.optional(),
});
export type Settings = z.infer<typeof Settings>;

export const defaultSettings: Settings = {
  appearance: 'system',
  panes: { left: 248, right: 372, inspector: true },
  endpoint: { on: false, port: 7717, requestsPerMinute: 60_000 },
  models: defaultModelSettings,
};

export const AppInfo = z.object({
  version: z.string(),
  shell: z.enum(['electron', 'browser', 'headless']),
  platform: z.string(),
  dataFolder: z.string(),
  /** The bytes the data folder takes. */
  dataBytes: z.int().nonnegative(),
  /** Component name → version. */
  components: z.record(z.string(), z.string()),
});
export type AppInfo = z.infer<typeof AppInfo>;

export const settingsRequests = {
  get: { input: z.object({}), output: Settings },
  /** Tells which languages the system of the window prefers, the best first: pictures and saved files follow where nothing was chosen. */
  speak: { input: z.object({ languages: z.array(z.string().min(1).max(40)).min(1).max(20) }), output: Settings },
  change: { input: Settings.omit({ endpoint: true }).partial(), output: Settings },
  about: { input: z.object({}), output: AppInfo },
  /** Shows the data folder in the system's file browser; `shown` is false where the shell has none. */
  openDataFolder: { input: z.object({}), output: z.object({ shown: z.boolean() }) },
};

export const settingsEvents = { 'settings.changed': Settings };
