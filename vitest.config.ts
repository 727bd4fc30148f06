import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          // Properties with many cases take their time on a machine that has other work.
          testTimeout: 20_000,
          // A thread has a larger stack than a process. Where it ends, React's static rendering leaves out
          // words of deeply nested lists without an error.
          pool: 'threads',
        },
      },
      {
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          testTimeout: 20_000,
        },
      },
    ],
  },
})
