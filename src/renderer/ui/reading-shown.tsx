import { createContext, useContext } from 'react';

/** Whether a line above the answer says already how its question was read. */
const Context = createContext(false);

export const ReadingShown = Context.Provider;
export const useReadingShown = (): boolean => useContext(Context);
