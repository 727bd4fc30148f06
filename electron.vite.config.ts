import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

/** Native modules stay outside the bundle; everything else is bundled, so the packaged app ships no node_modules tree. */
const external = ['electron', 'keytar', '@photostructure/sqlite']

/** KaTeX names each of its faces in three formats for browsers of all ages; ours needs the smallest. */
const onlySmallestFonts: Plugin = {
  name: 'only-smallest-fonts',
  enforce: 'pre',
  transform: (code, id) =>
    /\/katex\.css$/.test(id)
      ? code.replaceAll(/,\s*url\([^)]+\) format\("(?:woff|truetype)"\)/g, '')
      : null,
}

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
    plugins: [react(), onlySmallestFonts],
    build: {
      modulePreload: { polyfill: false },
      // The content policy takes fonts from files of ours only.
      assetsInlineLimit: (file) => (file.endsWith('.woff2') ? false : undefined),
      rollupOptions: {
        input: {
          main: 'src/renderer/index.html',
          quickAsk: 'src/renderer/quick-ask.html',
          diagram: 'src/renderer/diagram.html',
        },
      },
    },
  },
})
