import type { ModelItem } from '../../../ports';
import type { DescribedDataset } from '../described';
import { describedFiles } from './described';
import { type SurveyedFile, surveyedFiles } from './survey';

export { computedBy } from './computed';
export { pythonOf } from './python';
export { surveyCode } from './survey';

/** Files of values that code finds, and questions about them, computed by Python that is shown. */

export type CodeItem = Extract<ModelItem, { type: 'code_result' }>;

const FILES_AT_MOST = 5;
const DATA_FILE = /\.(?:csv|tsv)$/i;

/** The last of the files that hold rows. */
export const dataFiles = (files: readonly { name: string }[]): string[] =>
  [...new Set(files.map(({ name }) => name).filter((name) => DATA_FILE.test(name)))].slice(-FILES_AT_MOST);

export interface CodeData {
  files: SurveyedFile[];
  datasets: DescribedDataset[];
}

/** What the first code of the run has found in the files; or why there is nothing. */
export function surveyed(result: CodeItem): CodeData | { failed: string } {
  const files = result.ended === 'done' ? surveyedFiles(printedBy(result)) : null;
  return files ? { files, datasets: describedFiles(files) } : { failed: failureOf(result) };
}

export const printedBy = ({ outputs }: CodeItem): string =>
  outputs.flatMap((output) => (output.type === 'logs' ? [output.logs] : [])).join('');

export const failureOf = ({ error, ended }: CodeItem): string =>
  error ? `${error.type}: ${error.message}`.slice(0, 300) : `The code ended otherwise than it should: ${ended}.`;

/** Of the file that a query is about. */
export const fileOf = ({ files }: CodeData, table: string): SurveyedFile | null =>
  files.find(({ file }) => file === table) ?? null;
