/** What both sides agree on. Plain values and functions: the window may import them. */

/** How many files of a kind, data or documents, go with one question. */
export const ATTACHED_AT_MOST = 20;

/** What a sheet of a workbook is called: the file's name, then its own. */
export const sheetName = (file: string, sheet: string): string => `${file}${OF_SHEET}${sheet}`;

/** The two names of a sheet of a workbook; of any other file its name and null. */
export function sheetParts(name: string): { file: string; sheet: string | null } {
  const at = name.lastIndexOf(OF_SHEET);
  return at === -1 ? { file: name, sheet: null } : { file: name.slice(0, at), sheet: name.slice(at + OF_SHEET.length) };
}

/** Whether a call computed an answer anew, in the place of the one it stands for; code that was run again stands with its step. */
export const isAnswerVersion = (call: {
  localOf: string | null;
  status: string;
  query?: object | undefined;
}): boolean => call.localOf !== null && call.status === 'completed' && call.query !== undefined;

/** What the file of data is called, where it is a sheet as well. */
export const nameWithoutSheet = ({ name, sheet }: { name: string; sheet: string | null }): string =>
  sheet !== null && name.endsWith(sheetName('', sheet)) ? name.slice(0, -sheetName('', sheet).length) : name;

const OF_SHEET = ' › ';

/** How many requests of outside programs are remembered. */
export const REQUESTS_KEPT = 500;

/** How an answer's text marks that a sentence rests on a passage of a document. */
export const CITATION_MARK = /【\d{1,6}:\d{1,6}†[^【】]{0,200}】/g;

const SANDBOX = 'sandbox:/mnt/data/';

/** The path under /mnt/data that a link in an answer names; null for any other address. */
export function sandboxPath(url: string): string | null {
  if (!url.startsWith(SANDBOX)) return null;
  const path = url.slice(SANDBOX.length);
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

const IDENTIFIER =
  /(?:^|[_\s.-])(?:id|ids|code|zip|zipcode|plz|postcode|postal|year|phone|ean|isbn|sku|iban)$|[_\s.-](?:no|nr|num|number|key)$/i;
const IDENTIFIER_IN_CAMEL_CASE = /[a-z](?:Id|ID|Code|Zip|Year|No|Nr|Number|Key)$/;

/** Whether whole numbers of a column of that name tell things apart, and are no amounts: an id, a code, a year. */
export const isIdentifier = (name: string): boolean => IDENTIFIER.test(name) || IDENTIFIER_IN_CAMEL_CASE.test(name);
