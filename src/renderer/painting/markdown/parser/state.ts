import {
  type ContainerDraft,
  type DefinitionDraft,
  type Draft,
  type LeafDraft,
  noWords,
  type RootDraft,
  type Words,
} from './draft'
import { Labels } from './labels'
import { Settled } from './settled'

/** How far the lines of a text are understood. */
export interface State {
  /** Offset of the next line. */
  offset: number
  /** Its number. */
  line: number
  /** Open containers, from the outermost. A container stands in the children of its parent only once closed. */
  stack: [RootDraft, ...ContainerDraft[]]
  /** The open block in the innermost container, if it is a leaf. */
  leaf: LeafDraft | null
  /** Those of closed paragraphs, in the order of the text. */
  definitions: Labels<DefinitionDraft>
  /** Footnotes begun, in the order of the text. */
  footnotes: Labels<FootnoteStart>
  /** How the last block was read before, while its line had no end. */
  readonly tail: Tail | null
}

export interface Tail {
  readonly start: number
  readonly words: Words
}

export interface FootnoteStart {
  readonly label: string
  readonly start: number
}

export function emptyState(): State {
  return {
    offset: 0,
    line: 0,
    stack: [{ kind: 'root', ...emptyContainer(0, 0, 0), depth: 0 }],
    leaf: null,
    definitions: Labels.none(),
    footnotes: Labels.none(),
    tail: null,
  }
}

/** What all containers have, of one that is empty. */
export function emptyContainer(start: number, end: number, endLine: number) {
  const children: Draft[] = []
  return { start, end, endLine, children, settledCount: 0, settled: null, remembered: null }
}

/** A state that may be changed while the given one stays as it is. Costs what is open, in pointers. */
export function forkState(state: State, tail: Tail | null = null): State {
  const [root, ...inner] = state.stack
  return {
    ...state,
    tail,
    stack: [forkContainer(root), ...inner.map(forkContainer)],
    leaf: state.leaf === null ? null : forkLeaf(state.leaf),
  }
}

/** A fork to take in a line without end, which will be given up. */
export function forkForView(state: State, tail: Tail | null): State {
  const fork = forkState(state, tail)
  fork.definitions = state.definitions.aside()
  fork.footnotes = state.footnotes.aside()
  return fork
}

function forkContainer<T extends ContainerDraft>(container: T): T {
  const children = container.children.slice()
  container.settled ??= new Settled<never>()
  return { ...container, children, settledCount: children.length, remembered: null }
}

/** Also what an interrupted block needs to come back unchanged. */
export function forkLeaf<T extends LeafDraft>(leaf: T): T {
  const fork = { ...leaf, remembered: null }
  switch (fork.kind) {
    case 'paragraph':
      fork.lines = fork.lines?.slice() ?? null
      break
    case 'code':
      fork.lines = fork.lines.slice()
      break
    case 'math':
      fork.lines = fork.lines.slice()
      break
    case 'table':
      fork.rows = fork.rows.slice()
      fork.settledCount = fork.rows.length
      break
  }
  return fork
}

/** For a block of inlines at an offset of the text. */
export const wordsAt = ({ tail }: State, start: number): Words =>
  tail?.start === start ? tail.words : noWords()

export const innermost = (state: State): ContainerDraft => state.stack.at(-1) ?? state.stack[0]
