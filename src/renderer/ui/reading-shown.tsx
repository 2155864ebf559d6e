import { createContext, useContext } from 'react';
import type { ReadingNames } from '#contract';

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
