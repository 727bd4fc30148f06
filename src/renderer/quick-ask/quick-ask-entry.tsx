import '../design/design'
import { createRoot } from 'react-dom/client'
import { ClientContext } from '../bridge/client-context'
import { windowClient } from '../bridge/window-client'
import { preparePainting } from '../painting/prepare-painting'
import { QuickAsk } from './quick-ask'

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no root')
createRoot(root).render(
  <ClientContext value={windowClient}>
    <QuickAsk />
  </ClientContext>,
)
preparePainting()
