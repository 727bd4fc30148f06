/**
 * @typedef {object} Figure what a measurement found; the same as in tests/torture/figure.ts
 * @property {string} id
 * @property {number} value
 * @property {string} unit
 * @property {string} limit
 * @property {boolean} holds
 */

/**
 * @param {readonly Figure[]} figures
 * @returns {string} a line a figure, under a line of titles
 */
export function figureTable(figures) {
  const rows = figures.map(({ id, value, unit, limit, holds }) => [
    id,
    rounded(value),
    unit,
    limit,
    holds ? '✓' : '✗',
  ])
  const titles = ['figure', 'value', 'unit', 'limit', 'holds']
  const widths = titles.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  return [titles, ...rows]
    .map((row) =>
      row
        .map((cell, column) =>
          column === 1 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** @param {number} value */
function rounded(value) {
  return Number.isInteger(value) ? String(value) : value.toFixed(Math.abs(value) < 10 ? 3 : 1)
}
