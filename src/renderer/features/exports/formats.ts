import type { ThreadFormat } from '#contract';

/** As they are offered: those for people first. */
export const FORMATS: readonly ThreadFormat[] = ['html', 'pdf', 'markdown', 'notebook', 'json', 'evidence'];

/** Those whose answers may have their code below them. */
export const WITH_CODE: ReadonlySet<ThreadFormat> = new Set(['html', 'pdf', 'markdown']);
/** Those that are for paper. */
export const ON_PAPER: ReadonlySet<ThreadFormat> = new Set(['html', 'pdf']);
