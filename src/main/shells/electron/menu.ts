import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { Settings } from '#contract';
import { localeFrom, type Words, wordsIn } from '#words';
import type { App } from '../../compose';

type MenuWords = Words['ui']['menu'];
const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' };

/** The system's own menu: editing, zoom, window. Assay's actions live in the window and its palette. Its language is that of the settings, which are there without a library. */
export function installMenu(assay: Pick<App, 'subscribe'>, settings: { read(): Settings }): void {
  let shown: Words | null = null;
  const show = () => {
    const words = wordsIn(localeFrom(settings.read(), app.getPreferredSystemLanguages()));
    if (words === shown) return;
    shown = words;
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuIn(words.ui.menu)));
  };
  show();
  assay.subscribe((event) => event.name === 'settings.changed' && show());
}

function menuIn(words: MenuWords): MenuItemConstructorOptions[] {
  const isMac = process.platform === 'darwin';
  const mac: MenuItemConstructorOptions[] = isMac ? [{ role: 'appMenu' }] : [];
  return [
    ...mac,
    {
      label: words.file,
      submenu: [isMac ? { role: 'close', label: words.close } : { role: 'quit', label: words.quit }],
    },
    { label: words.edit, submenu: editing(words) },
    { label: words.view, submenu: viewing(words) },
    {
      label: words.window,
      submenu: [
        { role: 'minimize', label: words.minimize },
        ...(isMac ? [] : [{ role: 'close' as const, label: words.close }]),
      ],
    },
  ];
}

const editing = (words: MenuWords): MenuItemConstructorOptions[] => [
  { role: 'undo', label: words.undo },
  { role: 'redo', label: words.redo },
  SEPARATOR,
  { role: 'cut', label: words.cut },
  { role: 'copy', label: words.copy },
  { role: 'paste', label: words.paste },
  { role: 'selectAll', label: words.selectAll },
];

const viewing = (words: MenuWords): MenuItemConstructorOptions[] => [
  { role: 'resetZoom', label: words.actualSize },
  { role: 'zoomIn', label: words.zoomIn },
  { role: 'zoomOut', label: words.zoomOut },
  SEPARATOR,
  { role: 'togglefullscreen', label: words.fullScreen },
  { role: 'toggleDevTools', label: words.developerTools },
];
