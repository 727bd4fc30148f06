import type { Locator } from '@playwright/test'
import { edgeOf } from './edge-of'
import { setWindowWidth } from './pictures'
import { test as base, expect, settingsFor } from './rivulet-app'

interface Fixtures {
  /** Starts Rivulet, asks for this answer and gives its words. */
  readonly show: (answer: string) => Promise<Locator>
}

const test = base.extend<Fixtures>({
  show: async ({ launchAndAsk }, use) => {
    await use(async (answer) => {
      const app = await launchAndAsk(answer)
      await setWindowWidth(app, 1100)
      await expect(app.main.status).toContainText('Complete')
      return app.main.answerText
    })
  },
})

test('an answer in Hebrew stands at the right, with its marks, and its code at the left', async ({
  show,
}) => {
  const text = await show(`## כותרת

פסקה עם \`code\` ועם [קישור](https://example.com).

- \`map\` ראשון

  פירוט

- English item

> ציטוט

| עמודה | Name |
| --- | --- |
| תא | value |

\`\`\`ts
const a = 1
\`\`\`

Plain English.[^1]

[^1]: הערה`)
  const { left, right } = await sides(text)

  for (const word of ['כותרת', 'פסקה']) expect((await edgeOf(text, word, 'start')).x).toBe(right)
  const list = text.locator('.blocks ul')
  expect((await sides(list.locator('li').first())).right).toBe(right - 28)
  for (const word of ['פירוט']) expect((await edgeOf(text, word, 'start')).x).toBe(right - 28)
  expect((await edgeOf(text, 'item', 'end')).x).toBe(right - 28)
  expect((await edgeOf(text, 'ציטוט', 'start')).x).toBe(right - 18)
  expect((await edgeOf(text, 'עמודה', 'start')).x).toBeGreaterThan(
    (await edgeOf(text, 'Name', 'end')).x,
  )
  expect((await edgeOf(text, 'value', 'end')).x).toBe((await edgeOf(text, 'Name', 'end')).x)
  expect((await sides(text.locator('table'))).right).toBe(right)
  expect((await edgeOf(text, 'const', 'start')).x).toBe(left + 15)
  expect((await edgeOf(text, 'Plain', 'start')).x).toBe(left)
  expect((await edgeOf(text, 'הערה', 'start')).x).toBe(right - 28)
})

test('a list has its marks on one side, each line of it its own direction', async ({ show }) => {
  const text = await show(
    '1. פריט `a` ראשון\n   - English (first).\n   - עברית, React (שני).\n\n2. English (second).',
  )
  const { right } = await sides(text)
  expect((await edgeOf(text, 'פריט', 'start')).x).toBe(right - 28)
  expect((await edgeOf(text, '(first).', 'end')).x).toBe(right - 56)
  expect((await edgeOf(text, 'עברית', 'start')).x).toBe(right - 56)
  expect((await edgeOf(text, '(second).', 'end')).x).toBe(right - 28)
})

test('a quote stands on one side, each line of it its own direction', async ({ show }) => {
  const text = await show('> ציטוט\n>\n> ### English (heading).\n>\n> English (words).')
  const { right } = await sides(text)
  for (const word of ['(heading).', '(words).']) {
    expect((await edgeOf(text, word, 'end')).x).toBe(right - 18)
  }
})

test('a title has the direction of its own words wherever it stands', async ({
  launch,
  modelServer,
}) => {
  modelServer.respondWithText(['Yes: שלום.'])
  const { main } = await launch(settingsFor(modelServer))
  await main.ask('מהו React (בקצרה)?')
  await expect(main.status).toContainText('Complete')
  const title = 'מהו React (בקצרה)?'
  const rtl = async (place: Locator) => {
    await expect(place.getByText(title)).toHaveCSS('direction', 'rtl')
    // The sign at the end is the leftmost.
    const end = (await edgeOf(place, '?', 'end')).x
    expect(end).toBeLessThan((await edgeOf(place, 'React', 'start')).x)
  }
  await rtl(main.page.getByRole('heading', { level: 1 }))
  await rtl(main.conversations.getByRole('listitem'))
  await main.search.fill('React')
  const results = main.conversations.getByRole('list', { name: 'Search results' })
  await rtl(results.locator('.search-hit-title'))
  await rtl(results.locator('.search-hit-excerpt'))
  await main.page.getByRole('heading', { level: 1 }).getByRole('button').click()
  await expect(main.page.getByRole('textbox', { name: 'Title' })).toHaveCSS('direction', 'rtl')
})

test('each question, and each line of it, has its own direction', async ({
  launch,
  modelServer,
}) => {
  modelServer.respondWithText(['Yes.'])
  const { main } = await launch(settingsFor(modelServer))
  await main.message.fill('שלום')
  await expect(main.message).toHaveCSS('direction', 'rtl')
  await main.ask('First in English.\nואז בעברית.')
  const text = main.questions.locator('.question-text')
  const { left, right } = await sides(text)
  expect((await edgeOf(text, 'First', 'start')).x - left).toBe(16)
  expect(right - (await edgeOf(text, 'ואז', 'start')).x).toBe(16)
})

test('a sign that reverses what follows ends with its link or code', async ({ show }) => {
  const text = await show(
    'A [link \u202Esdrow](https://example.com) goes on here.\n\nSome `\u202Ecode` goes further there.',
  )
  for (const [former, latter] of [
    ['goes on', 'here'],
    ['goes further', 'there'],
  ] as const) {
    expect((await edgeOf(text, former, 'end')).x).toBeLessThan(
      (await edgeOf(text, latter, 'start')).x,
    )
  }
})

interface Sides {
  readonly left: number
  readonly right: number
}

function sides(place: Locator): Promise<Sides> {
  return place.evaluate((element) => {
    const { left, right } = element.getBoundingClientRect()
    return { left, right }
  })
}
