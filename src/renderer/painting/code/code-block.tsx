import { memo, useCallback, useContext, useRef, useState } from 'react'
import { classes } from '../../design/classes'
import { CopyButton } from '../../design/copy-button'
import { Icon } from '../../design/icon'
import { useLatest } from '../../design/use-latest'
import '../block-tool.css'
import './code-block.css'
import { CodeLines } from './code-lines'
import { CopyTextContext } from './copy-text-context'
import { fenceInfo } from './fence-info'
import { groupLines, type LineGroup, seamsByGroup } from './line-groups'
import { useHighlighted } from './use-highlighted'

interface CodeBlockProps {
  /** Without line ends; they grow at the end, and only the last may change. */
  readonly lines: readonly string[]
  /** What stands behind the fence; its first word is the language. */
  readonly info: string
  /** Offsets in the code, in UTF-16 units. */
  readonly seams: readonly number[]
  readonly growing: boolean
}

export function CodeBlock({ lines, info, seams, growing }: CodeBlockProps) {
  const copy = useContext(CopyTextContext)
  const [wrapped, setWrapped] = useState(false)
  const latestLines = useLatest(lines)
  const { language, name, details } = fenceInfo(info)
  const highlighted = useHighlighted(language, lines)
  // As with the colours: what is kept saves work and changes nothing.
  const previous = useRef<readonly LineGroup[]>(undefined)
  previous.current = groupLines(highlighted, previous.current)
  const groups = previous.current
  const seamsOf = seamsByGroup(groups, seams)
  const isEmpty = growing && groups.length === 0
  const copyCode = useCallback(
    () => copy(latestLines.current.map((line) => `${line}\n`).join('')),
    [copy, latestLines],
  )
  return (
    <figure className="code-block" dir="ltr" aria-label={name === '' ? 'Code' : `${name} code`}>
      <CodeBlockHeader
        title={[name, ...details].join(' ')}
        wrapped={wrapped}
        setWrapped={setWrapped}
        copy={copyCode}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll, also by keyboard. */}
      <pre className={classes(wrapped && 'code-wrapped', isEmpty && 'growing')} tabIndex={0}>
        <code>
          {groups.map((group, index) => (
            <CodeLines
              // biome-ignore lint/suspicious/noArrayIndexKey: groups only ever follow each other.
              key={index}
              lines={group}
              seams={seamsOf[index]?.join() ?? ''}
              growing={growing && index === groups.length - 1}
            />
          ))}
        </code>
      </pre>
    </figure>
  )
}

interface CodeBlockHeaderProps {
  readonly title: string
  readonly wrapped: boolean
  readonly setWrapped: (wrapped: boolean) => void
  readonly copy: () => Promise<boolean>
}

/** Stays as it is while the code grows. */
const CodeBlockHeader = memo(function CodeBlockHeader({
  title,
  wrapped,
  setWrapped,
  copy,
}: CodeBlockHeaderProps) {
  return (
    <div className="code-block-header">
      <span className="code-block-language">{title}</span>
      <button
        type="button"
        className="block-tool"
        aria-label="Wrap lines"
        aria-pressed={wrapped}
        title="Wrap lines"
        onClick={() => setWrapped(!wrapped)}
      >
        <Icon name="wrap" />
      </button>
      <CopyButton name="Copy code" className="block-tool" copy={copy} />
    </div>
  )
})
