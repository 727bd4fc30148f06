import { type RefObject, useEffect } from 'react'
import { isTextField } from '../../design/is-text-field'
import { useLatest } from '../../design/use-latest'
import { copiedText } from '../copied-text'
import type { MessageLayout } from './message-layout'
import { elementOf, wordsOf } from './message-of'
import { selectedMessages } from './selected-messages'

interface CopyingOptions {
  readonly view: RefObject<HTMLElement | null>
  readonly content: RefObject<HTMLElement | null>
  readonly layout: RefObject<MessageLayout | null>
  /** What was said in the message at that index. */
  readonly sourceAt: (index: number) => string
}

/**
 * Selects everything, and copies all that is selected, also what is not mounted: that comes as it
 * was written. A selection in which everything is mounted is the browser's own affair.
 */
export function useCopying(options: CopyingOptions): void {
  const latest = useLatest(options)
  const { view } = options
  useEffect(() => {
    const element = view.current
    if (element === null) return
    function onKeyDown(event: KeyboardEvent) {
      const { content } = latest.current
      const isSelectAll = event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)
      if (!isSelectAll || event.shiftKey || event.altKey || isTextField(event.target)) return
      const first = content.current?.firstElementChild
      const last = content.current?.lastElementChild
      if (!first || !last) return
      event.preventDefault()
      // From gap to gap: these stay while messages come and go between them.
      document.getSelection()?.setBaseAndExtent(first, 0, last, 0)
    }
    function onCopy(event: ClipboardEvent) {
      const text = isTextField(event.target) ? null : selectedText(latest.current)
      if (text === null) return
      event.preventDefault()
      event.clipboardData?.setData('text/plain', text)
    }
    element.addEventListener('keydown', onKeyDown)
    document.addEventListener('copy', onCopy)
    return () => {
      element.removeEventListener('keydown', onKeyDown)
      document.removeEventListener('copy', onCopy)
    }
  }, [view, latest])
}

/** Null where the browser copies by itself. */
function selectedText({ content, layout, sourceAt }: CopyingOptions): string | null {
  const element = content.current
  const now = layout.current
  const selection = document.getSelection()
  if (element === null || now === null || selection === null) return null
  const selected = selectedMessages(selection, element, now.indexOf, now.count)
  if (selected === null) return null
  const { from, to } = selected
  const indices = Array.from({ length: to - from + 1 }, (_each, index) => from + index)
  if (indices.every((index) => elementOf(element, now.idAt(index)) !== null)) return null
  const part = (index: number): string | undefined =>
    selectedPart(selection.getRangeAt(0), elementOf(element, now.idAt(index)))
  return copiedText(indices.map(sourceAt), part(from), part(to))
}

/** What is selected of a message's words; undefined where that is all of them. */
function selectedPart(range: Range, message: Element | null): string | undefined {
  const text = wordsOf(message)
  if (text === null) return undefined
  const part = document.createRange()
  part.selectNodeContents(text)
  const whole = part.toString()
  if (part.comparePoint(range.startContainer, range.startOffset) === 0) {
    part.setStart(range.startContainer, range.startOffset)
  }
  if (part.comparePoint(range.endContainer, range.endOffset) === 0) {
    part.setEnd(range.endContainer, range.endOffset)
  }
  const selected = part.toString()
  return selected === whole ? undefined : selected
}
