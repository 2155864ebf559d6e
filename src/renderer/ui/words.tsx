import { createContext, useContext } from 'react';
import { english, type Words } from '#words';

const WordsContext = createContext<Words>(english);

/** Puts what the contract knows as data into the sentences of one language, for all below. */
export const WordsProvider = WordsContext.Provider;

export const useWords = (): Words => useContext(WordsContext);
