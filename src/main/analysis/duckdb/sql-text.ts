import { quoteText } from './sql';

/** A text as a regular expression that matches nothing else. */
export const literal = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/#-]/g, '\\$&');

/**
 * A value only where its text is written as `pattern` says, blanks around it aside. Casts take much besides, such as 0x1F for
 * 31, and make 13 of 12.7. Most text is what the value itself is written as, which is quick to see.
 */
export const written = (value: string, raw: string, pattern: string): string =>
  `CASE WHEN CAST(${value} AS VARCHAR) = ${raw} THEN ${value} WHEN regexp_full_match(${raw}, ${quoteText(`\\s*${pattern}\\s*`)}) THEN ${value} END`;

/** Words such as NaN and numbers beyond a float's range are no amounts, though a float could hold them: they make every sum one. */
export const finite = (value: string): string => `CASE WHEN isfinite(${value}) THEN ${value} END`;
