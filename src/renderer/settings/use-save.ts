import { useCallback, useState } from 'react'
import type { RequestOf } from '../../shared/ipc/contract'
import { useClient } from '../bridge/client-context'

/** Keeps a change of the settings; what main says against it is the problem. */
export function useSave(): {
  readonly problem: string | null
  readonly save: (change: RequestOf<'settings.update'>) => Promise<void>
} {
  const { surroundings } = useClient()
  const [problem, setProblem] = useState<string | null>(null)
  const save = useCallback(
    async (change: RequestOf<'settings.update'>) => {
      const result = await surroundings.update(change)
      setProblem(result.ok ? null : result.failure.message)
    },
    [surroundings],
  )
  return { problem, save }
}
