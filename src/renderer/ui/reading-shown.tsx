import { createContext, useContext } from 'react';
import type { ReadingNames } from '#contract';
import { currentLocale, type Words } from '#words';

/** Whether a line above the answer says already how its question was read. */
const Context = createContext(false);

export const ReadingShown = Context.Provider;
export const useReadingShown = (): boolean => useContext(Context);

/** What the query behind an answer calls its columns, and the answer's charts; null where that is not known. */
const Names = createContext<ReadingNames | null>(null);
const Title = createContext<string | null>(null);

export const AnswerNames = Names.Provider;
export const useAnswerNames = (): ReadingNames | null => useContext(Names);

export const AnswerTitle = Title.Provider;
export const useAnswerTitle = (): string | null => useContext(Title);

/** The analyst names the outputs of its queries in English; in other languages they are called as its reading has them. */
export const outputName = (name: string, names: ReadingNames | null, words: Words): string =>
  names === null || currentLocale().language === 'en'
    ? name.replaceAll('_', ' ')
    : words.chips.column({ name, role: 'measure' }, names);
