/** How answers are written, so that whoever shows them can tell their parts. Plain values: the window may import them. */

/** The first paragraph of an answer may say how the question was read: this, the reading, and two asterisks. */
export const READING_OPENING = 'Read as **';

/** The last lines of an answer may offer questions: this line, then a list of them. The window makes them clickable. */
export const OFFERS_LEAD = 'You can ask:';

/** How many requests of outside programs are remembered. */
export const REQUESTS_KEPT = 500;

/** How an answer's text marks that a sentence rests on a passage of a document. */
export const CITATION_MARK = /【\d{1,6}:\d{1,6}†[^【】]{0,200}】/g;
