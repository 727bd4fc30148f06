/**
 * @typedef {object} Measurement
 * @property {string} entry the TypeScript file whose `run` measures
 * @property {readonly string[]} [parts] further files that it starts as programs of their own
 * @property {boolean} [needsApp] whether it runs the built app
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
  },
}
