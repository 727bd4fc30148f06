import { nextFrame, watchFrames } from './frames'
import { lastWordsPainted } from './last-words'
import type { Mount } from './renderer'

/** In milliseconds; ten times what is allowed. */
const patience = 10_000

/** After so many frames in which nothing in the page changed, no work is left. */
const quietFrames = 20

/** The whole text at once, as when a conversation is opened. Ends when all work for it is done. */
export async function whole(text: string, place: HTMLElement, mount: Mount) {
  const renderer = mount(place)
  await nextFrame()
  await nextFrame()
  const frames = watchFrames()
  const start = performance.now()
  const quiet = watchChanges(place)
  renderer.end(text)
  // What is not shown by then is told as if it had been.
  const painted = (await lastWordsPainted(place, patience)) ?? performance.now()
  while (!quiet() && performance.now() < start + patience) await nextFrame()
  return {
    frames: frames(),
    untilPainted: painted - start,
    differing: 0,
    compared: 0,
  }
}

/** Gives what is to be called once a frame, and says whether nothing has changed for long. */
function watchChanges(place: HTMLElement): () => boolean {
  let unchanged = 0
  const observer = new MutationObserver(() => {
    unchanged = 0
  })
  observer.observe(place, { childList: true, characterData: true, subtree: true })
  return () => {
    unchanged += 1
    if (unchanged <= quietFrames) return false
    observer.disconnect()
    return true
  }
}
