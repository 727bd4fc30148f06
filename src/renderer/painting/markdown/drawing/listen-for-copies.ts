let users = 0

/**
 * Lets what is selected of documents be copied without what stands beside their words, and formulas as
 * they are written; returns what ends that. For any number of users.
 */
export function listenForCopies(): () => void {
  users += 1
  // Behind those who listen at the document and may copy by themselves.
  if (users === 1) window.addEventListener('copy', copy)
  return () => {
    users -= 1
    if (users === 0) window.removeEventListener('copy', copy)
  }
}

function copy(event: ClipboardEvent): void {
  const selection = getSelection()
  if (event.defaultPrevented || event.clipboardData === null || selection?.rangeCount !== 1) return
  const written = writtenSelection(selection.getRangeAt(0))
  if (written === null) return
  event.clipboardData.setData('text/plain', written.text)
  event.clipboardData.setData('text/html', written.html)
  event.preventDefault()
}

interface Written {
  readonly text: string
  readonly html: string
}

/** Not selectable, but Chromium puts them into the marked-up copy. */
const asides = 'button, .code-block-header, .diagram-foot, .footnote-back, .seam'

/** What is to be copied of a selection; null when the browser copies just that. */
function writtenSelection(range: Range): Written | null {
  const within = closest(range.commonAncestorContainer, '[data-formula]')?.dataset['formula']
  if (within !== undefined)
    return { text: within, html: within.replaceAll('&', '&amp;').replaceAll('<', '&lt;') }
  const selected = range.cloneContents()
  const isOfDocument =
    closest(range.commonAncestorContainer, '.markdown') !== null ||
    selected.querySelector('.markdown') !== null
  const formulas = selected.querySelectorAll<HTMLElement>('[data-formula]')
  const besides = selected.querySelectorAll(asides)
  if (!isOfDocument || formulas.length + besides.length === 0) return null
  for (const formula of formulas) formula.replaceChildren(formula.dataset['formula'] ?? '')
  for (const aside of besides) aside.remove()
  return asShown(selected)
}

function closest(node: Node, selector: string): HTMLElement | null {
  const element = node instanceof Element ? node : node.parentElement
  return element?.closest<HTMLElement>(selector) ?? null
}

/** Where lines end in a text is a matter of its layout, so it is laid out, where nobody sees it. */
function asShown(selected: DocumentFragment): Written {
  const holder = document.createElement('div')
  holder.className = 'markdown copied-selection'
  holder.append(selected)
  document.body.append(holder)
  try {
    return { text: holder.innerText, html: holder.innerHTML }
  } finally {
    holder.remove()
  }
}
