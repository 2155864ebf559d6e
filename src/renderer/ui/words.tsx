import { createContext, type ReactNode, useContext, useEffect } from 'react';
import { ENGLISH, english, type Locale, setLocale, type Words, wordsIn } from '#words';

const WordsContext = createContext<Words>(english);

interface WordsProviderProps {
  /** How words and figures are written; as in English if none is given. */
  locale?: Locale;
  /** Other words than those of the language. */
  value?: Words | undefined;
  children: ReactNode;
}

/**
 * Puts what the contract knows as data into the sentences of one language, and its numbers into figures, for all below.
 * Whatever keeps a figure that it has written takes `useWords` among what it was made of.
 */
export function WordsProvider({ locale = ENGLISH, value, children }: WordsProviderProps) {
  // Before anything below is drawn: figures are written by plain functions.
  setLocale(locale);
  useEffect(() => {
    document.documentElement.lang = locale.language;
  }, [locale.language]);
  return <WordsContext.Provider value={value ?? wordsIn(locale)}>{children}</WordsContext.Provider>;
}

export const useWords = (): Words => useContext(WordsContext);
