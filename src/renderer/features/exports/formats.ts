import type { ThreadFormat } from '#contract';

/** As they are offered: those for people first. */
export const FORMATS: readonly ThreadFormat[] = ['notebook', 'json', 'evidence'];
