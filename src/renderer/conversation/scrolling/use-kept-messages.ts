import { type RefObject, useEffect, useMemo, useState } from 'react'
import type { MessageLayout } from './message-layout'
import { messageOf } from './message-of'
import { selectedMessages } from './selected-messages'

/** More selected messages than this are not all mounted: only the ends of the selection are. */
const mostSelected = 200

/** The messages with the focus and those that are selected, which stay mounted wherever the view is. */
export function useKeptMessages(
  content: RefObject<HTMLElement | null>,
  layout: RefObject<MessageLayout | null>,
): readonly string[] {
  const [focused, setFocused] = useState<string | null>(null)
  const [selected, setSelected] = useState('')

  useEffect(() => {
    const element = content.current
    if (element === null) return
    const onFocusIn = ({ target }: FocusEvent) => setFocused(messageOf(target as Node))
    const onFocusOut = ({ relatedTarget }: FocusEvent) => {
      // A window that loses the focus gives it back to the same place.
      if (document.hasFocus()) setFocused(messageOf(relatedTarget as Node | null))
    }
    function onSelection() {
      const now = layout.current
      if (element === null || now === null) return
      const { indexOf, idAt, count } = now
      const range = selectedMessages(document.getSelection(), element, indexOf, count)
      setSelected(range === null ? '' : idsBetween(range.from, range.to, idAt).join(' '))
    }
    element.addEventListener('focusin', onFocusIn)
    element.addEventListener('focusout', onFocusOut)
    document.addEventListener('selectionchange', onSelection)
    return () => {
      element.removeEventListener('focusin', onFocusIn)
      element.removeEventListener('focusout', onFocusOut)
      document.removeEventListener('selectionchange', onSelection)
    }
  }, [content, layout])

  return useMemo(
    () => [...(focused === null ? [] : [focused]), ...(selected === '' ? [] : selected.split(' '))],
    [focused, selected],
  )
}

function idsBetween(from: number, to: number, idAt: (index: number) => string): readonly string[] {
  if (to - from >= mostSelected) return [idAt(from), idAt(to)]
  return Array.from({ length: to - from + 1 }, (_each, index) => idAt(from + index))
}
