import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { pdfFiles } from './scripts/pdf-files.mjs';

/** Native code and what is only there at run time stay outside the bundles. */
const external = [
  'electron',
  '@duckdb/node-api',
  '@myriaddreamin/typst-ts-node-compiler',
  '@resvg/resvg-js',
  'keytar',
  /^pdfjs-dist/,
];

export default defineConfig(({ mode }) => ({
  main: {
    // Charts are drawn by React, which checks everything as for its developers unless it is told that it is in use.
    define: mode === 'production' ? { 'process.env.NODE_ENV': JSON.stringify(mode) } : {},
    // What it has for Node declares a `require` of its own, which collides with that of bundles where it ends up in a small one.
    resolve: { alias: { fflate: resolve('node_modules/fflate/esm/browser.js') } },
    build: {
      externalizeDeps: false,
      rollupOptions: {
        external,
        input: {
          index: resolve('src/main/index.ts'),
          browser: resolve('src/main/shells/browser/index.ts'),
          ask: resolve('src/main/shells/headless/ask.ts'),
          eval: resolve('src/main/shells/headless/eval/index.ts'),
          serve: resolve('src/main/shells/headless/serve.ts'),
          report: resolve('src/main/shells/headless/report.ts'),
          verify: resolve('src/main/shells/headless/verify.ts'),
          rerun: resolve('src/main/shells/headless/rerun.ts'),
          import: resolve('src/main/shells/headless/import.ts'),
          'python-packages': resolve('src/main/shells/headless/python-packages.ts'),
          'data-process': resolve('src/main/analysis/duckdb/process.ts'),
          'document-reader': resolve('src/main/engine/retrieval/reader/document-process.ts'),
          'python-runner': resolve('src/main/analysis/python/sandbox/runner.ts'),
          'chart-worker': resolve('src/main/analysis/charts/worker.tsx'),
          'document-writer': resolve('src/main/publishing/document-worker.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rollupOptions: {
        external,
        input: { index: resolve('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react(), pdfFiles()],
    build: { minify: true, rollupOptions: { input: { index: resolve('src/renderer/index.html') } } },
  },
}));
