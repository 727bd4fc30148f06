import type { Ref } from 'react'
import type { ModelReference, ProviderView } from '../../shared/providers/provider'
import { IconButton } from '../design/button'
import { Icon } from '../design/icon'
import type { MenuItem } from '../design/menu'
import { MenuButton } from '../design/menu-button'
import { TitleField } from '../design/title-field'
import './banner.css'
import { ModelSelect } from './model-select'
import { useOnline } from './use-online'

interface BannerProps {
  readonly title: string
  /** Null when there is nothing to name yet. */
  readonly rename: ((title: string) => void) | null
  readonly renaming: boolean
  readonly setRenaming: (renaming: boolean) => void
  readonly menu: readonly MenuItem[]
  readonly providers: readonly ProviderView[]
  readonly model: ModelReference
  readonly modelBox: Ref<HTMLSelectElement>
  readonly chooseModel: (model: ModelReference) => void
  readonly sidebarOpen: boolean
  readonly openSidebar: () => void
}

/** What is read, and by whom it is answered. */
export function Banner(props: BannerProps) {
  const { title, rename, renaming, setRenaming } = props
  const online = useOnline()
  return (
    <header className="banner">
      <IconButton
        icon="sidebar"
        name="Show conversations"
        className="banner-sidebar"
        aria-expanded={props.sidebarOpen}
        onClick={props.openSidebar}
      />
      <h1>
        {rename === null ? (
          <span className="banner-title" dir="auto">
            {title}
          </span>
        ) : renaming ? (
          <TitleField title={title} save={rename} close={() => setRenaming(false)} />
        ) : (
          <button
            type="button"
            className="banner-title"
            title={title}
            dir="auto"
            onClick={() => setRenaming(true)}
          >
            {title}
          </button>
        )}
      </h1>
      <span role="status" aria-label={online ? undefined : 'Offline'} className="banner-offline">
        {!online && (
          <>
            <Icon name="offline" />
            Offline
          </>
        )}
      </span>
      <ModelSelect
        ref={props.modelBox}
        name="Model"
        className="banner-model"
        providers={props.providers}
        model={props.model}
        choose={props.chooseModel}
      />
      {props.menu.length > 0 && <MenuButton name="Conversation menu" items={props.menu} />}
    </header>
  )
}
