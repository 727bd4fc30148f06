/** The conversations visited, for going back and forth. */
export interface Visits {
  readonly ids: readonly string[]
  readonly index: number
}

export function firstVisit(id: string): Visits {
  return { ids: [id], index: 0 }
}

export function visited({ ids, index }: Visits): string {
  return ids[index] ?? ''
}

/** Goes to another conversation; what was ahead is forgotten. */
export function visit(visits: Visits, id: string): Visits {
  if (visited(visits) === id) return visits
  const ids = [...visits.ids.slice(0, visits.index + 1), id]
  return { ids, index: ids.length - 1 }
}

export function goBack({ ids, index }: Visits): Visits {
  return { ids, index: Math.max(0, index - 1) }
}

export function goForward({ ids, index }: Visits): Visits {
  return { ids, index: Math.min(ids.length - 1, index + 1) }
}

/** A conversation that was deleted is not visited again; `instead` is shown in its place. */
export function withoutVisit(visits: Visits, id: string, instead: string): Visits {
  const here = visited(visits)
  const ids = visits.ids.filter((each) => each !== id)
  if (here === id) return { ids: [...ids, instead], index: ids.length }
  return { ids, index: Math.max(0, ids.lastIndexOf(here)) }
}
