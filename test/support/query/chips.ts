import type { Locator, Page } from 'playwright-core';

/** The line of chips above the last answer, and Explore, as one uses them. */

export const answer = (page: Page): Locator => page.getByRole('article', { name: 'Answer' }).last();
export const chips = (page: Page): Locator => answer(page).getByRole('toolbar', { name: /^How this was read/ });
export const explore = (page: Page): Locator => page.getByRole('region', { name: 'Explore' });
export const adding = (of: Locator): Locator => of.getByRole('button', { name: 'Add to the question' });

/** Entries one after the other, each leading to the next. What is written to find one stands before a `|`. */
export async function pick(page: Page, ...names: (string | RegExp)[]): Promise<void> {
  for (const entry of names) {
    const [search, name] = typeof entry === 'string' && entry.includes('|') ? entry.split('|') : [null, entry];
    if (search) await page.locator('[aria-label^="Search:"]:focus').fill(search);
    await page
      .getByRole('option', typeof name === 'string' ? { name, exact: true } : { name: name ?? /./ })
      .first()
      .click();
  }
}

/** Opens Explore, and adds to the question what each path leads to; then shows its answer. */
export async function build(page: Page, ...paths: (string | RegExp)[][]): Promise<void> {
  const before = await page.getByRole('article', { name: 'Answer' }).count();
  await page.getByRole('button', { name: 'Explore', exact: true }).first().click();
  await explore(page).getByRole('toolbar').waitFor();
  for (const [index, path] of paths.entries()) {
    if (index > 0) await adding(explore(page)).click();
    await pick(page, ...path);
  }
  await explore(page).getByRole('button', { name: 'Show' }).click();
  await page.getByRole('article', { name: 'Answer' }).nth(before).waitFor();
  await chips(page).waitFor();
}

/** The cells of the answer's table, row by row. */
export async function cells(page: Page): Promise<string[][]> {
  const table = answer(page).getByRole('region', { name: 'Result' });
  await table.waitFor();
  const rows = await table.locator('tbody tr:not([aria-hidden])').all();
  return Promise.all(rows.map((row) => row.locator('td').allInnerTexts()));
}
