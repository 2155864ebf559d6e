// @ts-check
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const source = resolve('node_modules/pdfjs-dist');
/** Fonts and encodings of documents that bring none of their own, and decoders of rare pictures. */
const FOLDERS = ['standard_fonts', 'cmaps', 'wasm'];

/** What pdf.js fetches while it draws, put under `pdf/` of the window's own files, so that it never asks elsewhere. */
export function pdfFiles() {
  return {
    name: 'assay:pdf-files',
    /** @this {{ emitFile(file: { type: 'asset', fileName: string, source: Uint8Array }): string }} */
    generateBundle() {
      for (const folder of FOLDERS) {
        for (const name of readdirSync(join(source, folder)).filter((one) => !one.endsWith('.wasm')))
          this.emitFile({
            type: 'asset',
            fileName: `pdf/${folder}/${name}`,
            source: readFileSync(join(source, folder, name)),
          });
      }
    },
    /** @param {{ middlewares: { use(path: string, handle: (request: { url?: string }, response: import('node:http').ServerResponse, next: () => void) => void): void } }} server */
    configureServer(server) {
      server.middlewares.use('/pdf/', (request, response, next) => {
        const [, folder = '', name = ''] = /^\/([a-z_]+)\/([\w.-]+)$/.exec(request.url ?? '') ?? [];
        if (!FOLDERS.includes(folder) || !readdirSync(join(source, folder)).includes(name)) return next();
        if (name.endsWith('.js')) response.setHeader('content-type', 'text/javascript');
        response.end(readFileSync(join(source, folder, name)));
      });
    },
  };
}
