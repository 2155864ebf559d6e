import { createContext, type ReactNode, useContext } from 'react';

/** The result that an answer writes the first rows of: it stands where the answer has its table. */
const Context = createContext<ReactNode>(null);

export const AnswerTable = Context.Provider;
export const useAnswerTable = (): ReactNode => useContext(Context);
