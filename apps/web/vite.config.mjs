import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const web = fileURLToPath(new URL('.', import.meta.url));
const libs = fileURLToPath(new URL('../../libs', import.meta.url));

/** The rooms that also run in the browser, under the names that they have everywhere. No other room is reachable from here. */
const rooms = [
  { find: /^@srd\/(kernel|views|verifier)$/, replacement: `${libs}/$1/index.ts` },
  { find: /^@srd\/(proof|domain)\/([^/]+)$/, replacement: `${libs}/$1/$2/index.ts` },
];

export default defineConfig({
  root: web,
  plugins: [react()],
  resolve: { alias: rooms },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2024',
    // The server answers for `/assets/*` with hashed names that never change.
    assetsDir: 'assets',
    // No file is inlined: the pages' security policy allows neither inline scripts nor data addresses for them.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1_200,
    // The desk, and the page that a witness of a draw opens on a phone: small, with nothing of the desk in it.
    rolldownOptions: {
      input: { index: `${web}index.html`, witness: `${web}witness.html` },
      // Our rooms do nothing by being imported: who wants a label of the procedure doesn't get its charts. Neither do the parts of antd,
      // which don't say so: who wants a context of its forms doesn't get the forms.
      treeshake: {
        moduleSideEffects: (id) =>
          id.startsWith(libs) || id.includes('/node_modules/@rc-component/') ? false : undefined,
      },
    },
  },
  // `npx vite` in this folder, beside a server on its usual port.
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
