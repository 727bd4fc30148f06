import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Diagram } from '../../../src/renderer/painting/diagrams/diagram'

test('until there is a picture a diagram is its source, and nothing else', () => {
  const markup = renderToStaticMarkup(<Diagram source="pie" fallback={<pre>pie</pre>} />)
  expect(markup).toBe('<pre>pie</pre>')
})

test('a diagram that is too long is its source, with the reason', () => {
  const markup = renderToStaticMarkup(
    <Diagram source={'x'.repeat(50_001)} fallback={<pre>The source</pre>} />,
  )
  expect(markup).toContain('The source')
  expect(markup).toContain('more than 50,000 characters')
})
