import { existsSync } from 'node:fs';
import { entryOf } from '#contract/entries';
import { AppError } from '#contract/result';
import { CACHE_NAME, COPY_NAME, type Recipe } from '../recipe';
import { isIntact } from '../seals';
import { cacheOf, fileOf, quoteName, quoteText, rawTable } from '../sql';
import { typedSelect } from '../typed-value';

export interface QuerySource {
  table: string;
  path: string;
  folder: string;
  recipe: Recipe;
  /** Under which names its columns are queried, by their own. */
  columns?: Readonly<Record<string, string>> | undefined;
}

interface View {
  path: string;
  sql: string;
  /** There should be a columnar copy. */
  withoutCopy: boolean;
}

/** @throws AppError `unreadable_file` where neither copy is as it was written */
export async function viewOf(source: QuerySource): Promise<View> {
  const view = await keptView(source);
  const { columns, recipe } = source;
  return columns
    ? { ...view, sql: `SELECT ${recipe.columns.map(renamed(columns)).join(', ')} FROM (${view.sql})` }
    : view;
}

const renamed =
  (names: Readonly<Record<string, string>>) =>
  ({ name }: { name: string }): string =>
    `${quoteName(name)} AS ${quoteName(entryOf(names, name) ?? name)}`;

async function keptView(source: QuerySource): Promise<View> {
  const { recipe, folder } = source;
  if (recipe.csv && (await isIntact(folder, CACHE_NAME))) {
    const path = cacheOf(source);
    const fields = recipe.columns.map((column) => quoteName(column.name)).join(', ');
    return { path, sql: `SELECT ${fields} FROM read_parquet(${quoteText(path)})`, withoutCopy: false };
  }
  if (!(await canBeRead(source)))
    throw new AppError(
      'unreadable_file',
      `What was kept of the file of ${source.table} is damaged or gone. Drop the file again.`,
      { reason: { code: 'file_gone' } },
    );
  const path = fileOf(source, recipe);
  const sql = typedSelect(rawTable(path, recipe), recipe.columns);
  return { path, sql, withoutCopy: recipe.csv !== null };
}

type Kept = Pick<QuerySource, 'recipe' | 'path' | 'folder'>;

/** Whether the file that the recipe is for is as it was. */
export const canBeRead = async ({ recipe, path, folder }: Kept): Promise<boolean> =>
  recipe.file === 'source' ? existsSync(path) : isIntact(folder, COPY_NAME);

export const canBeQueried = async (kept: Kept): Promise<boolean> =>
  (await canBeRead(kept)) || isIntact(kept.folder, CACHE_NAME);
