/**
 * How often everything is measured that takes a second or a few; the middle counts. Fewer while
 * something is being worked on: `RIVULET_BENCH_ROUNDS=1 npm run bench -- paint`.
 */
export const rounds = Math.max(1, Number(process.env['RIVULET_BENCH_ROUNDS'] ?? 5))

/** How often what takes half a minute or more: that long, it is its own middle. */
export const longRounds = Math.min(rounds, 2)

/** How often the whole app is started to time each of many pieces. */
export const wholeAppRounds = Math.min(rounds, 3)

/** How often each hostile text is drawn. */
export const pathologicalRounds = Math.min(rounds, 3)
