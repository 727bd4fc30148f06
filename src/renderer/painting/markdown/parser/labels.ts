/** What follows so many is text. Far more than is written to be read: each is drawn. */
export const mostDefinitions = 1_000
export const mostFootnotes = 300

interface Labelled {
  readonly label: string
}

interface Store<Item> {
  readonly items: Item[]
  /** Of each label, the place of its first item. */
  readonly places: Map<string, number>
}

/**
 * Labelled things in the order of the text; the first of a label counts. Immutable, but longer ones
 * share the store of what they go on from, so that adding costs the same however many there are.
 */
export class Labels<Item extends Labelled> {
  private constructor(
    private readonly base: Labels<Item> | null,
    private readonly store: Store<Item>,
    private readonly own: number,
  ) {}

  static none<Item extends Labelled>(): Labels<Item> {
    return new Labels<Item>(null, { items: [], places: new Map() }, 0)
  }

  get length(): number {
    return this.own + (this.base?.length ?? 0)
  }

  /** The same, to add what will soon be given up to: the store stays free for what is to stay. */
  aside(): Labels<Item> {
    return new Labels<Item>(this, { items: [], places: new Map() }, 0)
  }

  with(item: Item): Labels<Item> {
    const { own } = this
    const store = this.store.items.length === own ? this.store : copyOf(this.store, own)
    store.items.push(item)
    if (!store.places.has(item.label)) store.places.set(item.label, own)
    return new Labels(this.base, store, own + 1)
  }

  first(label: string): Item | undefined {
    const earlier = this.base?.first(label)
    if (earlier !== undefined) return earlier
    const place = this.store.places.get(label)
    return place === undefined || place >= this.own ? undefined : this.store.items[place]
  }

  /** Whether both hold the same, in the sense of `isSame`. Costs nothing for the store they share. */
  isSame(other: Labels<Item>, isSame: (left: Item, right: Item) => boolean): boolean {
    const { length } = this
    if (length !== other.length) return false
    const left = this.base ?? this
    const right = other.base ?? other
    const shared = left.store === right.store ? Math.min(left.own, right.own) : 0
    for (let place = shared; place < length; place += 1) {
      if (!isSame(this.at(place), other.at(place))) return false
    }
    return true
  }

  private at(place: number): Item {
    const before = this.base?.length ?? 0
    return place < before && this.base !== null
      ? this.base.at(place)
      : (this.store.items[place - before] as Item)
  }
}

function copyOf<Item extends Labelled>({ items }: Store<Item>, length: number): Store<Item> {
  const copy = { items: items.slice(0, length), places: new Map<string, number>() }
  copy.items.forEach(({ label }, place) => {
    if (!copy.places.has(label)) copy.places.set(label, place)
  })
  return copy
}
