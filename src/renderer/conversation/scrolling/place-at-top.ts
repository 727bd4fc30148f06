/** A part of a message, and how far its top is below the view's, in CSS pixels. */
export interface PlaceAtTop {
  readonly element: Element
  readonly top: number
}

/** The parts of a message that stay the same when its lines break elsewhere. */
const parts = 'p, li, pre, tr, h1, h2, h3, h4, h5, h6, .question-text, .answer-foot'

/** What is read first in the view; null where no message is. */
export function placeAtTop(view: Element, messages: Element): PlaceAtTop | null {
  const isInView = (each: Element) => topIn(view, each) + each.getBoundingClientRect().height > 1
  const message = [...messages.querySelectorAll('[data-message]')].find(isInView)
  const element = [...(message?.querySelectorAll(parts) ?? [])].find(isInView) ?? message
  return element === undefined ? null : { element, top: topIn(view, element) }
}

/** Scrolls so that it is where it was. */
export function putBack(view: Element, place: PlaceAtTop | null): void {
  if (place?.element.isConnected !== true) return
  const wanted = view.scrollTop + topIn(view, place.element) - place.top
  // Any scroll makes the browser choose anew what it holds on to from then on.
  view.scrollTop = wanted + 1
  view.scrollTop = wanted
}

function topIn(view: Element, element: Element): number {
  return element.getBoundingClientRect().top - view.getBoundingClientRect().top
}
