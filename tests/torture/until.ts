const every = 2

/** Resolves when the condition holds; rejects when it does not within the limit, in milliseconds. */
export async function until(condition: () => boolean, limit = 20_000): Promise<void> {
  const end = performance.now() + limit
  while (!condition()) {
    if (performance.now() > end) throw new Error(`Not so within ${limit} ms: ${condition}`)
    await new Promise((resolve) => setTimeout(resolve, every))
  }
}
