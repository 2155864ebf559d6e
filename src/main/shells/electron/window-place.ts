import { type BrowserWindow, type Rectangle, screen } from 'electron';
import Store from 'electron-store';
import { z } from 'zod';

const Place = z.object({
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
  maximized: z.boolean(),
});
type Place = z.infer<typeof Place>;

const FIRST_SIZE = { width: 1440, height: 900 };

/** Where the window stood last, kept beside the settings. */
export class WindowPlace {
  readonly #store: Store<{ window: unknown }>;

  constructor(folder: string) {
    this.#store = new Store({ cwd: folder, name: 'window', clearInvalidConfig: true, configFileMode: 0o600 });
  }

  /** What to open the window with; the first size when its place is unknown or on a screen that is gone. */
  bounds(): Partial<Rectangle> {
    const place = this.#read();
    if (!place || !isOnScreen(place)) return FIRST_SIZE;
    const { x, y, width, height } = place;
    return { x, y, width, height };
  }

  /** Brings the window to how it was, and remembers how it is when it is closed. */
  follow(window: BrowserWindow): void {
    if (this.#read()?.maximized) window.maximize();
    window.on('close', () => {
      const place: Place = { ...window.getNormalBounds(), maximized: window.isMaximized() };
      try {
        this.#store.set('window', place);
      } catch {
        // On a full disk a window must close all the same; it opens where it was before.
      }
    });
  }

  #read(): Place | undefined {
    return Place.safeParse(this.#store.get('window')).data;
  }
}

/** Enough of it to be taken hold of by its upper edge. */
function isOnScreen({ x, y, width }: Place): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const right = Math.min(x + width, workArea.x + workArea.width);
    const seen = right - Math.max(x, workArea.x);
    return seen >= 100 && y >= workArea.y && y < workArea.y + workArea.height - 50;
  });
}
