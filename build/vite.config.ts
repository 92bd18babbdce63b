/** The screens: one bundle for Electron and for the browser, so addresses are relative and nothing is fetched from elsewhere. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome150',
    modulePreload: { polyfill: false },
    // A data: font would need a wider content security policy than font-src 'self'.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2_000,
  },
});
