import type { AppEvent, Doorway, Locale, Shell, StoredFile } from '#contract';
import type { Result } from '#contract/result';

/** A picture of a chart, or a file's bytes. */
export type PictureUrls =
  | { kind: 'chart'; id: string; format: 'png' | 'svg'; theme: 'light' | 'dark'; locale: Locale }
  | { kind: 'file'; id: string };

/** What follows the name of a chart's picture: each way of drawing it has an address of its own. */
export const drawnAs = ({ theme, locale }: Extract<PictureUrls, { kind: 'chart' }>): string =>
  new URLSearchParams({ theme, ...locale }).toString();

export interface UploadOptions {
  signal?: AbortSignal;
  onProgress?(sentBytes: number): void;
}

/** How the contract reaches this window: by Electron's doorway, by loopback HTTP, or by a fake in tests. */
export interface Bridge {
  shell: Shell;
  request: Doorway['request'];
  /** After a lost connection events are not replayed: `onGap` says that what is shown must be read again. */
  subscribe(listener: (event: AppEvent) => void, onGap: () => void, onLink: (connected: boolean) => void): () => void;
  upload(file: Blob, name: string, options: UploadOptions): Promise<Result<StoredFile>>;
  pictureUrl(picture: PictureUrls): string;
}
