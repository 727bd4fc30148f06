import { useEffect, useState } from 'react'
import { useSurroundings } from '../bridge/client-context'
import { isMeasureKey } from './measure-key'
import { MeasurePanel } from './measure-panel'

/** The measurements, opened and closed with ⌘⌥P or Ctrl+Alt+P. While closed nothing is measured. */
export function MeasureOverlay() {
  const desktop = useSurroundings((all) => all.desktop)
  const [open, setOpen] = useState(false)
  const platform = desktop?.platform

  useEffect(() => {
    if (platform === undefined) return
    const pressedOn = platform
    function onKeyDown(event: KeyboardEvent) {
      if (event.isComposing || !isMeasureKey(event, pressedOn)) return
      event.preventDefault()
      setOpen((wasOpen) => !wasOpen)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [platform])

  if (!open || desktop === null) return null
  return <MeasurePanel desktop={desktop} close={() => setOpen(false)} />
}
