let users = 0

/** Lets formulas be copied as they are written; returns what ends that. For any number of users. */
export function listenForCopies(): () => void {
  users += 1
  if (users === 1) document.addEventListener('copy', copy)
  return () => {
    users -= 1
    if (users === 0) document.removeEventListener('copy', copy)
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

/** What is selected, with the source in place of each formula; null when there is no formula in it. */
function writtenSelection(range: Range): Written | null {
  const within = formulaAround(range.commonAncestorContainer)
  if (within !== null)
    return { text: within, html: within.replaceAll('&', '&amp;').replaceAll('<', '&lt;') }
  const selected = range.cloneContents()
  const formulas = selected.querySelectorAll<HTMLElement>('[data-formula]')
  if (formulas.length === 0) return null
  for (const formula of formulas) formula.replaceChildren(formula.dataset['formula'] ?? '')
  // Not part of the text, and not selectable where they come from.
  for (const aside of selected.querySelectorAll('button, .code-block-header')) aside.remove()
  return asShown(selected)
}

function formulaAround(node: Node): string | null {
  const element = node instanceof Element ? node : node.parentElement
  return element?.closest<HTMLElement>('[data-formula]')?.dataset['formula'] ?? null
}

/** Where lines end in a text is a matter of its layout, so it is laid out, where nobody sees it. */
function asShown(selected: DocumentFragment): Written {
  const holder = document.createElement('div')
  holder.className = 'markdown formula-copied'
  holder.append(selected)
  document.body.append(holder)
  try {
    return { text: holder.innerText, html: holder.innerHTML }
  } finally {
    holder.remove()
  }
}
