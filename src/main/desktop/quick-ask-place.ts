import type { Rectangle } from 'electron'

const width = 720
const smallestHeight = 96
const margin = 24

/** Where the quick-ask window stands: in the middle of the display's width, from the upper third down. */
export function quickAskPlace(workArea: Rectangle, contentHeight: number): Rectangle {
  const shownWidth = Math.min(width, workArea.width - margin)
  const top = Math.round(workArea.height / 5)
  const height = Math.min(
    Math.max(Math.round(contentHeight), smallestHeight),
    workArea.height - top - margin,
  )
  return {
    x: Math.round(workArea.x + (workArea.width - shownWidth) / 2),
    y: workArea.y + top,
    width: shownWidth,
    height,
  }
}
