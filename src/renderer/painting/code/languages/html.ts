import { css } from './css'
import { markup } from './markup'
import { typescript } from './script'

export const xml = markup()
export const html = markup({ script: typescript, style: css })
