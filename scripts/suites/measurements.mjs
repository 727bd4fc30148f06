/**
 * @typedef {object} Measurement
 * @property {string} entry the TypeScript file whose `run` measures
 * @property {readonly string[]} [parts] further files that it starts as programs of their own
 * @property {Harness} [harness] an Electron app of its own that it starts
 * @property {boolean} [needsApp] whether it runs the built app, or another on the same display
 */

/**
 * @typedef {object} Harness
 * @property {string} program the TypeScript file of its main process
 * @property {string} page the HTML file of its window
 */

/**
 * @typedef {object} MeasurementKind
 * @property {string} command of npm, and the folder below out/ that the figures go to
 * @property {Readonly<Record<string, Measurement>>} measurements by name
 */

/** @type {MeasurementKind} */
export const torture = {
  command: 'torture',
  measurements: {
    wire: { entry: 'tests/torture/wire.ts' },
    split: { entry: 'tests/torture/split.ts' },
    resume: { entry: 'tests/torture/resume.ts' },
    continuation: { entry: 'tests/torture/continuation.ts' },
    kill: {
      entry: 'tests/torture/kill.ts',
      parts: ['tests/torture/engine-process.ts'],
      needsApp: true,
    },
    retry: { entry: 'tests/torture/retry-policy.ts' },
    limiter: { entry: 'tests/torture/limiter.ts' },
    leak: { entry: 'tests/torture/leak.ts', parts: ['tests/torture/fault-server-process.ts'] },
    mock: { entry: 'tests/torture/mock.ts' },
  },
}

/** @type {MeasurementKind} */
export const bench = {
  command: 'bench',
  measurements: {
    stream: {
      entry: 'tests/performance/stream.ts',
      parts: ['tests/performance/paced-server-process.ts'],
      needsApp: true,
    },
    paint: {
      entry: 'tests/performance/paint.ts',
      parts: ['tests/performance/paced-server-process.ts'],
      harness: {
        program: 'tests/performance/painting-app.ts',
        page: 'tests/performance/painting-page/index.html',
      },
      needsApp: true,
    },
    'long-conversation': { entry: 'tests/performance/long-conversation.ts', needsApp: true },
    typing: { entry: 'tests/performance/typing.ts', needsApp: true },
  },
}
