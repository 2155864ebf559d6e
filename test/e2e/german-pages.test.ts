import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { german } from '../../src/preload/words';
import { browserForFile, CHROMIUM, drop } from '../support/chromium';
import { lines, placedPdf } from '../support/documents/placed-pdf';
import { germanAnswer } from '../support/german';
import { askGerman, attachSales, germanWindow, named, UMSATZ } from '../support/german-window';
import { needs } from '../support/needs';
import { DENO } from '../support/python';
import { fenced } from '../support/python-cells';

const { ui } = german;
const open = browserForFile();
const LONGEST_MS = 400_000;

const FANG = placedPdf([
  {
    placed: [
      ...lines(['Der Fang des Jahres in Tonnen, wie ihn die Leuchtturmwärter notiert haben.'], { x: 60, y: 740 }),
      ...lines(['Fisch', 'Dorsch', 'Hering', 'Scholle'], { x: 60, y: 700 }),
      ...lines(['Sommer', '41', '7', '112'], { x: 200, y: 700 }),
      ...lines(['Herbst', '3', '4', '5'], { x: 320, y: 700 }),
    ],
  },
  { placed: lines(['Die Leuchtturmwärter zählen alle Fische zweimal.'], { x: 60, y: 700 }) },
]);
const PYTHON = `import csv
print([1, 2])
1 / 0`;

const command = async (page: Page, name: string) => {
  await page.keyboard.press('Control+k');
  await page.getByLabel(ui.search.invitation).fill(name);
  await page.keyboard.press('Enter');
};

describe('the window in German has no English', needs(CHROMIUM), () => {
  it('on every page, in menus, dialogs and notices', { timeout: LONGEST_MS }, async () => {
    const { page, look, expectGerman } = await germanWindow(open);
    await attachSales(page);
    await askGerman(page, 'Umsatz nach Gebiet');
    const thread = page.url();
    await page.keyboard.press('Control+k');
    await page.getByLabel(ui.search.invitation).waitFor();
    await look('palette');
    await page.keyboard.press('Escape');
    await command(page, german.window.shortcuts());
    await page.getByText(german.window.shortcut.palette()).waitFor();
    await look('shortcuts');
    await page.keyboard.press('Escape');
    const actions = page.getByRole('button', { name: /^Aktionen für/ }).first();
    await actions.click();
    await look('menu of a thread');
    await page.getByRole('menuitem', { name: german.threads.editTags() }).click();
    await look('tags');
    await page.getByRole('dialog').getByRole('button', { name: german.threads.cancel() }).click();

    const go = async (path: string) => {
      await page.goto(`${thread.split('#')[0]}#/${path}`);
      await page.getByRole('heading').first().waitFor();
      await expect.poll(() => page.locator('[aria-busy=true]').count()).toBe(0);
      await look(path);
    };
    for (const path of ['settings', 'settings/models', 'settings/python-packages', 'settings/api-access', 'usage'])
      await go(path);
    for (const path of ['archive', 'cleanup', 'charts', 'deleted']) await go(path);

    await go('settings/connections');
    await page
      .getByRole('combobox', { name: ui.connections.server, exact: true })
      .selectOption({ label: ui.connections.anotherServer });
    await look('another server');
    await page.getByLabel(ui.connections.address, { exact: true }).fill('http://127.0.0.1:9/v1');
    await named(page, ui.connections.connect).last().click();
    await page.getByText(ui.connections.notUsable).waitFor();
    await look('a connection that is not reached');
    await named(page, ui.connections.lookForLocal).click();
    await look('local servers');

    await go('assistants');
    await named(page, ui.assistants.newAssistant).click();
    await look('new assistant');
    await go('files');
    await named(page, 'umsatz.csv').click();
    await page.getByText(german.library.usedIn()).first().waitFor();
    await look('a file');
    await page.keyboard.press('Escape');
    await named(page, 'umsatz.csv').press('Delete');
    await page.getByRole('dialog').waitFor();
    await look('deleting a file');
    await page.keyboard.press('Escape');
    await page.goto(thread);
    await actions.click();
    await page.getByRole('menuitem', { name: ui.threads.delete }).click();
    await page.getByText(ui.common.undo).waitFor();
    await look('a thread that was deleted');
    await go('deleted');
    expectGerman();
  });

  it('where work is pinned, run again on another file, and compared', { timeout: LONGEST_MS }, async () => {
    const { page, api, look, expectGerman } = await germanWindow(open);
    await attachSales(page);
    for (const question of ['Umsatz nach Gebiet', 'Umsatz nach Monat']) await askGerman(page, question);
    const [thread] = (await api.threads.list({})).threads;
    if (!thread) throw new Error('there is no thread');
    const { messages } = await api.threads.messages({ threadId: thread.id });
    const { id: reportId } = await api.reports.create({ title: 'Für den Vorstand' });
    for (const { id, role } of messages)
      if (role === 'assistant') await api.reports.pin({ reportId, target: { kind: 'answer', messageId: id } });
    const go = async (path: string) => {
      await page.goto(`${page.url().split('#')[0]}#/${path}`);
      await page.getByRole('heading').first().waitFor();
      await expect.poll(() => page.locator('[aria-busy=true]').count()).toBe(0);
      await look(path.replace(/[a-z]+_\w+/, ''));
    };
    for (const path of ['reports', `reports/${reportId}`, `compare/${thread.id}`, 'settings/data']) await go(path);
    for (const path of [`reports/${reportId}/rerun`, `rerun/${thread.id}`]) {
      await go(path);
      await page.getByLabel(ui.reruns.chooseFileFor('umsatz.csv')).setInputFiles({
        name: 'umsatz-mai.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(UMSATZ.replace('umsatz_eur', 'netto_eur').replace('Nord', 'Nordost')),
      });
      await page.getByText(ui.reruns.weights.asks).waitFor();
      await look(`gate of ${path}`);
      await page.getByLabel(ui.reruns.accept).check();
      await named(page, ui.reruns.start).click();
      await page.getByText(german.rerun.status.completed()).waitFor();
      await look(`differences of ${path}`);
    }
    expectGerman();
  });

  it('where files cannot be read, documents are quoted, and code fails', {
    ...needs(DENO),
    timeout: LONGEST_MS,
  }, async () => {
    const { page, look, expectGerman } = await germanWindow(open);
    const broken: [string, string | Buffer][] = [
      ['leer.csv', ''],
      ['kaputt.xlsx', Buffer.from('PK\u0003\u0004kaputt')],
      ['programm.exe', Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0])],
      ['kaputt.parquet', Buffer.from('PAR1nothing here')],
      ['kaputt.pdf', Buffer.from('%PDF-1.7 broken')],
      ['kaputt.json', '{"a": [1, 2'],
      ['bild.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])],
    ];
    for (const [name, content] of broken) {
      await drop(page, name, content);
      await page.getByText(name).first().waitFor();
    }
    await expect.poll(() => page.getByText(/^(?:Nicht lesbar|Nicht hinzugefügt)/).count()).toBeGreaterThan(3);
    await look('files that cannot be read');
    await page.keyboard.press('Alt+n');
    await drop(page, 'fang.pdf', FANG);
    await page
      .getByRole('article', { name: ui.documents.documentNamed('fang.pdf') })
      .getByText(ui.documents.ready)
      .waitFor();
    await askGerman(page, 'Wer zählt alle Fische zweimal?');
    await look('answer from a document');
    await germanAnswer(page)
      .getByRole('button', { name: /^Quelle 1/ })
      .click();
    await page.locator('aside [data-page="2"] mark').first().waitFor();
    await look('document');
    await askGerman(page, 'Wie viele Elefanten leben im Regenwald?');
    await look('nothing found');
    await askGerman(page, fenced(PYTHON));
    await look('code that fails');
    await askGerman(page, fenced('import scipy.nichts'));
    await look('a package that is not there');
    expectGerman();
  });
});
