import { open, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

const chunkSize = 16 * 1024 * 1024

/** The files below a folder that hold the word, in the encodings that programs write text in. */
export async function filesHolding(folder: string, word: string): Promise<readonly string[]> {
  const found: string[] = []
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = join(entry.parentPath, entry.name)
    if (holds(await readFile(file), word)) found.push(file)
  }
  return found
}

/**
 * How often the memory of a running process holds the word. Linux only, for one's own processes:
 * reads every readable and writable mapping.
 */
export async function countInMemory(processId: number, word: string): Promise<number> {
  const maps = await readFile(`/proc/${processId}/maps`, 'utf8')
  const memory = await open(`/proc/${processId}/mem`, 'r')
  try {
    let count = 0
    for (const line of maps.split('\n')) {
      const match = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line)
      if (match === null) continue
      const end = Number.parseInt(match[2] ?? '', 16)
      for (let at = Number.parseInt(match[1] ?? '', 16); at < end; at += chunkSize) {
        count += await countInChunk(memory, at, Math.min(chunkSize, end - at), word)
      }
    }
    return count
  } finally {
    await memory.close()
  }
}

async function countInChunk(
  memory: Awaited<ReturnType<typeof open>>,
  at: number,
  size: number,
  word: string,
): Promise<number> {
  try {
    const { buffer, bytesRead } = await memory.read(Buffer.alloc(size), 0, size, at)
    const bytes = buffer.subarray(0, bytesRead)
    return occurrences(bytes, Buffer.from(word)) + occurrences(bytes, Buffer.from(word, 'utf16le'))
  } catch {
    // A mapping can go, or refuse to be read, while the process runs.
    return 0
  }
}

function holds(bytes: Buffer, word: string): boolean {
  return (
    bytes.includes(word) ||
    bytes.includes(Buffer.from(word, 'utf16le')) ||
    bytes.includes(Buffer.from(word).toString('base64').replace(/=+$/, '').slice(0, -1))
  )
}

function occurrences(bytes: Buffer, part: Buffer): number {
  let count = 0
  for (let at = bytes.indexOf(part); at !== -1; at = bytes.indexOf(part, at + 1)) count += 1
  return count
}
