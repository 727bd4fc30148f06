import { useEffect, useMemo, useState } from 'react'
import type { ModelReference } from '../../shared/providers/provider'
import { estimateLength, type LengthEstimate, type PastLength } from '../../shared/stream/estimate'
import { useClient } from '../bridge/client-context'

const noPast: readonly PastLength[] = []

/** How long a model's answer will be; asks main for the model's past only while that is wanted. */
export function useLengthEstimate(
  { providerId, modelId }: ModelReference,
  questionLength: number,
  wanted: boolean,
): LengthEstimate {
  const { bridge } = useClient()
  const [past, setPast] = useState(noPast)
  useEffect(() => {
    if (!wanted) return
    let current = true
    void bridge.answers.pastLengths({ model: { providerId, modelId } }).then((result) => {
      if (current) setPast(result.ok ? result.value : noPast)
    })
    return () => {
      current = false
    }
  }, [bridge, providerId, modelId, wanted])
  return useMemo(() => estimateLength(past, questionLength), [past, questionLength])
}
