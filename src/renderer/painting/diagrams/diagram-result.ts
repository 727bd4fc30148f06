import type { DiagramPicture } from './diagram-message'

/** What became of a source: a picture, or one sentence that says why there is none. */
export type DiagramResult =
  | { readonly kind: 'picture'; readonly picture: DiagramPicture }
  | { readonly kind: 'problem'; readonly reason: string }
