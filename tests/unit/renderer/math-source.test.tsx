import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Formula } from '../../../src/renderer/painting/math/formula'

test('until KaTeX is there a formula stands as it is written, delimiters included', () => {
  expect(renderToStaticMarkup(<Formula tex="a < b" display={false} />)).toContain('$a &lt; b$')
  expect(renderToStaticMarkup(<Formula tex="x" display />)).toContain('$$x$$')
})
