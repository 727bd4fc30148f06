import type { ComparisonJob } from '../painting-job'
import { nextFrame } from './frames'
import type { Mount, MountedRenderer } from './renderer'

/** For what is drawn late, in milliseconds. */
const patience = 2_000

/** Compares what has grown with a fresh drawing of the same text, at some lengths and at the end. */
export async function compare(job: ComparisonJob, text: string, place: HTMLElement, mount: Mount) {
  const growing = newPlace(place)
  const renderer = mount(growing)
  let differing = 0
  let compared = 0
  const check = async (draw: (renderer: MountedRenderer) => void) => {
    const fresh = newPlace(place)
    draw(mount(fresh))
    compared += 1
    if (!(await becomesEqual(fresh, growing))) differing += 1
    fresh.remove()
  }

  for (let step = 1; step * job.step < text.length; step += 1) {
    const prefix = text.slice(0, step * job.step)
    renderer.sync(prefix)
    if (step % job.stepsBetween !== 0) continue
    await check((other) => other.sync(prefix))
  }
  renderer.end(text)
  await check((other) => other.end(text))
  return { frames: [], untilPainted: 0, differing, compared }
}

function newPlace(place: HTMLElement): HTMLElement {
  const made = document.createElement('div')
  place.append(made)
  return made
}

/** What is drawn after the text itself, such as colours, may take its time. */
async function becomesEqual(one: HTMLElement, other: HTMLElement): Promise<boolean> {
  const deadline = performance.now() + patience
  do {
    await nextFrame()
    if (one.innerHTML === other.innerHTML) return true
  } while (performance.now() < deadline)
  return false
}
