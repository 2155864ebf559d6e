/** Languages that there are all words in. */
export const LANGUAGES = ['en', 'de'] as const;

/** How numbers and days are written, by where they are written so. */
export const NUMBER_LOCALES = ['en-US', 'en-GB', 'de-DE', 'de-AT', 'de-CH'] as const;
