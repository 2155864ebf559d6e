import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { AppError } from '#contract/result';
import { dataFolderOf, languageOf, parseCommand } from '../common/arguments';
import { MODEL_OPTIONS, MODEL_USAGE, modelOptionsOf } from '../common/model-options';

const USAGE = `Usage: npm run -s ask -- [--json] [--data DIR] [--file PATH]... [--language en|de] ${MODEL_USAGE} "question"`;
const HELP = `${USAGE}

Ends with 0 when the question was answered, with 3 when it was declined, and with 1 when anything went wrong.`;

/**
 * What is asked for on the command line; `--help` prints it and ends the process.
 * @throws AppError `invalid_input`, `not_found`: in one line what is wrong, and how to give it
 */
export function readCommand(argv: string[]) {
  const { values, positionals } = parseCommand(
    {
      args: argv,
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        data: { type: 'string' },
        file: { type: 'string', multiple: true },
        language: { type: 'string' },
        ...MODEL_OPTIONS,
      },
    },
    USAGE,
    HELP,
  );
  const [question, ...more] = positionals;
  if (!question?.trim() || more.length > 0)
    throw new AppError('invalid_input', `Give one question in quotes. ${USAGE}`);
  const files = (values.file ?? []).map((path) => resolve(path));
  const missing = files.find((path) => !existsSync(path) || !statSync(path).isFile());
  if (missing) throw new AppError('not_found', `There is no file ${missing}. Check the path.`);
  return {
    question,
    files,
    json: values.json === true,
    dataFolder: dataFolderOf(values.data),
    ...languageOf(values.language),
    model: modelOptionsOf(values),
  };
}
