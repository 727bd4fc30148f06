import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

/** Native modules stay outside the bundle; everything else is bundled, so the packaged app ships no node_modules tree. */
const external = ['electron', 'keytar', '@photostructure/sqlite']

export default defineConfig({
  main: {
    build: {
      externalizeDeps: false,
      rollupOptions: {
        input: {
          index: 'src/main/index.ts',
          'history-worker': 'src/main/history/history-worker.ts',
        },
        external,
        output: { format: 'es' },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rollupOptions: {
        input: { index: 'src/preload/index.ts' },
        external,
        // A sandboxed preload can only be CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    build: {
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: { main: 'src/renderer/index.html', quickAsk: 'src/renderer/quick-ask.html' },
      },
    },
  },
})
