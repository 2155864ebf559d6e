import type { MissingFile } from '#contract';

/** What is said in the place of something that could not be fetched yet. */
export function missingText({ path, why }: Pick<MissingFile, 'path' | 'why'>): string {
  const what = path === null ? 'A picture' : `The file ${path}`;
  return `${what} could not be fetched yet: ${why.replace(/ Try again[^.]*\.$/, '')} Assay tries again each time this thread is opened.`;
}
