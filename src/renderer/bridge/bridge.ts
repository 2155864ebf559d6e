import type { AppEvent, Doorway, Shell, StoredFile } from '#contract';
import type { Result } from '#contract/result';

/** A picture of a chart, or a file's bytes. */
export type PictureUrls =
  | { kind: 'chart'; id: string; format: 'png' | 'svg'; theme: 'light' | 'dark' }
  | { kind: 'file'; id: string };

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
