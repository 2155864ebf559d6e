/** Control characters but line ends and tabs, and marks that turn the text after them around. */
const ACTING = /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu;

/** Text of data, files and programs as a terminal may be given it: all is shown, and nothing moves, colours or answers. */
export const forTerminal = (text: string): string => text.replaceAll(/\r\n/g, '\n').replaceAll(ACTING, '\ufffd');
