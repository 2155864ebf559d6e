import type { StoredFile } from '#contract';
import type { Result } from '#contract/result';
import type { UploadOptions } from './bridge';

/** Sends a file to the app by XMLHttpRequest, the only way a page learns how much has been sent. */
export function uploadTo(
  url: string,
  headers: Record<string, string>,
  file: Blob,
  options: UploadOptions,
): Promise<Result<StoredFile>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = (event) => options.onProgress?.(event.loaded);
    request.onload = () => resolve(readResult(request.responseText));
    request.onerror = () => resolve(failed('unavailable', 'The connection to Assay was lost. Drop the file again.'));
    request.onabort = () => resolve(failed('cancelled', 'The upload was stopped.'));
    options.signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

function readResult(text: string): Result<StoredFile> {
  try {
    return JSON.parse(text);
  } catch {
    return failed('internal', 'Assay gave no proper answer. Drop the file again.');
  }
}

function failed(code: 'unavailable' | 'cancelled' | 'internal', message: string): Result<StoredFile> {
  return { ok: false, error: { code, message } };
}
