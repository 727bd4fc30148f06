/** All that is taken from KaTeX, so that it comes as one piece, and only when it is needed. */
import katex from 'katex'
import 'katex/contrib/mhchem'
import 'katex/dist/katex.css'

export const { render } = katex
