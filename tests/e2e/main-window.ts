import type { Locator, Page } from '@playwright/test'

/** The main window by the names that a person sees and a screen reader says. */
export class MainWindow {
  readonly message: Locator
  readonly send: Locator
  readonly stop: Locator
  readonly log: Locator
  readonly questions: Locator
  readonly answers: Locator
  readonly model: Locator
  readonly conversations: Locator
  readonly newConversation: Locator
  readonly search: Locator
  readonly jumpToLatest: Locator
  readonly find: Locator
  readonly matches: Locator

  constructor(readonly page: Page) {
    const composer = page.getByRole('form', { name: 'Composer' })
    this.message = composer.getByRole('textbox', { name: 'Message' })
    this.send = composer.getByRole('button', { name: 'Send' })
    this.stop = composer.getByRole('button', { name: 'Stop' })
    this.log = page.getByRole('log', { name: 'Conversation' })
    this.questions = this.log.getByRole('article', { name: /^You/ })
    this.answers = this.log.getByRole('article', { name: /^Assistant/ })
    this.model = page.getByRole('combobox', { name: 'Model' })
    this.conversations = page.getByRole('navigation', { name: 'Conversations' })
    this.newConversation = this.conversations.getByRole('button', { name: 'New conversation' })
    this.search = page.getByRole('searchbox', { name: 'Search conversations' })
    this.jumpToLatest = page.getByRole('button', { name: 'Jump to latest' })
    this.find = page.getByRole('searchbox', { name: 'Find in conversation' })
    this.matches = page.getByRole('search').getByRole('status')
  }

  /** What scrolls. */
  get view(): Locator {
    return this.page.locator('.conversation-scroll')
  }

  /** The message at a place in the conversation, from 1, if it is on the page. */
  messageAt(position: number): Locator {
    return this.log.locator(`article[aria-posinset="${position}"]`)
  }

  get answer(): Locator {
    return this.answers.last()
  }

  /** The words of the last answer, without its actions and figures. */
  get answerText(): Locator {
    return this.answer.locator('.markdown')
  }

  /** The word for the state of the last answer, with its figures. */
  get status(): Locator {
    return this.page.getByRole('status', { name: 'Answer status' }).last()
  }

  get alert(): Locator {
    return this.answer.getByRole('alert')
  }

  async ask(question: string): Promise<void> {
    await this.message.fill(question)
    await this.message.press('Enter')
  }

  async tryTheHandbook(): Promise<void> {
    await this.page.getByRole('button', { name: 'Try the Handbook' }).click()
  }

  async conversationMenu(item: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Conversation menu' }).click()
    await this.page.getByRole('menuitem', { name: item }).click()
  }

  async openSettings(section: string): Promise<void> {
    await this.conversations.getByRole('button', { name: 'Settings' }).click()
    const settings = this.page.getByRole('dialog', { name: 'Settings' })
    await settings.getByRole('button', { name: section, exact: true }).click()
  }
}
