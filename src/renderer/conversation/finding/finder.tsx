import { useEffect } from 'react'
import { FindBar } from './find-bar'
import { type FindOptions, useFind } from './use-find'

interface FinderProps extends FindOptions {
  /** See {@link FindBar}. */
  readonly asked: number
  readonly close: () => void
}

/** Find in conversation, while it is open. */
export function Finder({ asked, close, ...options }: FinderProps) {
  const { setCurrent } = options
  const { wanted, setWanted, ordinal, total, go } = useFind(options)
  useEffect(() => () => setCurrent(null), [setCurrent])
  return (
    <FindBar
      wanted={wanted}
      ordinal={ordinal}
      total={total}
      asked={asked}
      setWanted={setWanted}
      go={go}
      close={close}
    />
  )
}
