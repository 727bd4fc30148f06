import { createContext, useContext, useState } from 'react'
import { classes } from '../../design/classes'
import { CopyButton } from '../../design/copy-button'
import { Icon } from '../../design/icon'
import './code-block.css'
import { languageName } from './language-name'
import { codeWithSeams } from './seam-mark'

/** Puts a text on the clipboard; resolves to whether that worked. */
export const CopyTextContext = createContext<(text: string) => Promise<boolean>>(async () => false)

interface CodeBlockProps {
  readonly code: string
  /** What stands behind the fence; its first word is the language. */
  readonly info: string
  readonly seams: readonly number[]
  readonly growing: boolean
}

export function CodeBlock({ code, info, seams, growing }: CodeBlockProps) {
  const copy = useContext(CopyTextContext)
  const [wrapped, setWrapped] = useState(false)
  const [language = '', ...details] = info.trim().split(/\s+/)
  const name = languageName(language)
  return (
    <figure className="code-block" aria-label={name === '' ? 'Code' : `${name} code`}>
      <div className="code-block-header">
        <span className="code-block-language">{[name, ...details].join(' ')}</span>
        <button
          type="button"
          className="code-block-tool"
          aria-label="Wrap lines"
          aria-pressed={wrapped}
          title="Wrap lines"
          onClick={() => setWrapped(!wrapped)}
        >
          <Icon name="wrap" />
        </button>
        <CopyButton name="Copy code" className="code-block-tool" copy={() => copy(code)} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll, also by keyboard. */}
      <pre className={classes(wrapped && 'code-wrapped')} tabIndex={0}>
        <code>{codeWithSeams(code, seams)}</code>
        {growing && <span className="caret" />}
      </pre>
    </figure>
  )
}
