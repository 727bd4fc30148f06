import type { RendererName } from '../painting-job'
import type { Mount } from './renderer'

/** Each is loaded alone, so that nobody's heap holds the others. */
const modules: Readonly<Record<RendererName, () => Promise<{ readonly mount: Mount }>>> = {
  floor: () => import('./renderers/floor'),
  rivulet: () => import('./renderers/rivulet'),
  'rivulet-remounted': () => import('./renderers/rivulet-remounted'),
  'rivulet-appended': () => import('./renderers/rivulet-appended'),
  'react-markdown': () => import('./renderers/react-markdown'),
  streamdown: () => import('./renderers/streamdown'),
  'streaming-markdown': () => import('./renderers/streaming-markdown'),
}

export async function mountOf(name: RendererName): Promise<Mount> {
  const { mount } = await modules[name]()
  return mount
}
