import { describe, expect, test } from 'vitest'
import { manualSections } from '../../../src/main/providers/handbook/manual'
import { indexManual, searchManual } from '../../../src/main/providers/handbook/manual-search'
import { exampleQuestions } from '../../../src/renderer/conversation/example-questions'

const index = indexManual(manualSections)

describe('a new user’s question finds its section first', () => {
  test.each([
    ['How do I search my history?', 'searching#search-your-history'],
    ['find an old conversation', 'your-history#find-your-earlier-conversations'],
    ['search finds nothing', 'searching#nothing-is-found'],
    ['where is my key stored', 'providers-and-api-keys#where-your-key-is-stored'],
    ['How do I enter my OpenAI API key?', 'providers-and-api-keys#enter-an-api-key'],
    ['add api key', 'providers-and-api-keys#enter-an-api-key'],
    [
      'what happens if the keychain is not available?',
      'providers-and-api-keys#when-the-keychain-is-unavailable',
    ],
    ['delete my api key', 'providers-and-api-keys#remove-a-key-or-a-provider'],
    ['base url for openrouter', 'providers-and-api-keys#base-urls-of-well-known-services'],
    ['azure base URL', 'providers-and-api-keys#base-urls-of-well-known-services'],
    ['OPENAI_API_KEY', 'providers-and-api-keys#use-a-key-from-an-environment-variable'],
    ['OPENAI_MODEL', 'providers-and-api-keys#use-a-key-from-an-environment-variable'],
    [
      'my key is gone after I changed the base URL',
      'providers-and-api-keys#change-the-base-url-of-a-provider',
    ],
    [
      'can I use environment variables',
      'providers-and-api-keys#use-a-key-from-an-environment-variable',
    ],
    ['How can I add a provider?', 'providers-and-api-keys#add-another-provider'],
    ['use ollama', 'models-on-your-own-computer#use-ollama'],
    ['How do I connect LM Studio?', 'models-on-your-own-computer#use-lm-studio'],
    ['vllm', 'models-on-your-own-computer#use-llama-cpp-or-vllm'],
    ['change hotkey', 'quick-ask#change-the-hotkey'],
    ['the hotkey doesn’t work', 'quick-ask#the-hotkey-does-not-work'],
    ['What is the hotkey for quick ask?', 'quick-ask#the-hotkey'],
    ['what does Esc do in quick ask?', 'quick-ask#what-esc-does-in-quick-ask'],
    ['keep the quick ask window open', 'quick-ask#buttons-in-quick-ask'],
    ['answer was cut off', 'when-something-goes-wrong#the-answer-was-cut-off'],
    ['why is my answer truncated?', 'when-something-goes-wrong#the-answer-was-cut-off'],
    ['my key was rejected', 'when-something-goes-wrong#the-key-is-wrong-or-was-rejected'],
    ['wrong api key', 'when-something-goes-wrong#the-key-is-wrong-or-was-rejected'],
    ['rate limit', 'when-something-goes-wrong#too-many-requests-rate-limit'],
    ['error 429 too many requests', 'when-something-goes-wrong#too-many-requests-rate-limit'],
    ['I have no network', 'when-something-goes-wrong#no-network'],
    ['quota exceeded', 'when-something-goes-wrong#the-quota-is-used-up'],
    ['server error 500', 'when-something-goes-wrong#the-server-has-an-error-or-is-overloaded'],
    [
      'hotel wifi captive portal',
      'when-something-goes-wrong#a-sign-in-page-answered-instead-of-the-model',
    ],
    ['unknown model', 'when-something-goes-wrong#the-model-is-unknown'],
    ['it is stuck at connecting', 'when-something-goes-wrong#nothing-happens-while-connecting'],
    ['how do I retry?', 'when-something-goes-wrong#retry-a-failed-answer'],
    ['How do I stop an answer?', 'asking-and-reading-answers#stop-an-answer'],
    ['copy the answer', 'asking-and-reading-answers#copy-an-answer'],
    ['jump to latest', 'asking-and-reading-answers#follow-a-running-answer-and-scroll-back'],
    ['what does "Interrupted" mean?', 'when-something-goes-wrong#an-interrupted-answer'],
    ['copy code', 'markdown-and-code-in-answers#copy-code-from-an-answer'],
    ['wrap long lines', 'markdown-and-code-in-answers#wrap-long-lines-of-code'],
    ['rename a conversation', 'your-history#rename-a-conversation'],
    ['How do I delete a chat?', 'your-history#delete-a-conversation-and-undo-it'],
    ['undo delete', 'your-history#delete-a-conversation-and-undo-it'],
    ['Can I read my conversations offline?', 'your-history#what-works-without-a-network'],
    ['how do I switch models?', 'choosing-a-model#switch-the-model'],
    ['default model', 'choosing-a-model#set-the-default-model'],
    ['my model is missing', 'choosing-a-model#a-model-is-missing-from-the-list'],
    ['where is my data?', 'where-your-data-lies#the-data-folder'],
    ['backup', 'where-your-data-lies#make-a-backup-or-move-your-history'],
    ['What leaves my machine?', 'privacy#what-leaves-your-machine'],
    ['Is there any telemetry?', 'privacy#no-telemetry'],
    ['are my conversations encrypted', 'privacy#are-conversations-encrypted'],
    ['dark mode', 'settings#light-dark-or-as-the-system'],
    ['change the theme', 'settings#light-dark-or-as-the-system'],
    ['system prompt', 'settings#give-the-model-standing-instructions-system-prompt'],
    ['temperature', 'settings#temperature'],
    ['keyboard shortcuts', 'keyboard-shortcuts#all-shortcuts'],
    ['regenerate an answer', 'alternatives#ask-for-another-answer-regenerate'],
    ['edit my question', 'alternatives#edit-a-question'],
    ['previous version', 'alternatives#move-between-versions'],
    ['what can I ask the Handbook?', 'the-handbook#what-you-can-ask-the-handbook'],
    [
      'move my conversations to another computer',
      'where-your-data-lies#make-a-backup-or-move-your-history',
    ],
    ['uninstall', 'where-your-data-lies#remove-everything'],
    ['are links safe', 'markdown-and-code-in-answers#links-in-answers'],
    ['does it work without internet', 'your-history#what-works-without-a-network'],
    ['do I need a graphics card?', 'models-on-your-own-computer#why-use-a-local-model'],
    ['how do I send with ctrl enter', 'settings#choose-which-key-sends'],
    [
      'how do I start a new line without sending?',
      'asking-and-reading-answers#write-and-send-a-question',
    ],
    ['how to use quick ask', 'quick-ask#ask-from-anywhere'],
    ['is my data sent to openai', 'privacy#what-leaves-your-machine'],
    ['does rivulet support azure', 'providers-and-api-keys#base-urls-of-well-known-services'],
    ['stop generating', 'asking-and-reading-answers#stop-an-answer'],
    [
      'what happens when my computer crashes during an answer',
      'when-something-goes-wrong#an-interrupted-answer',
    ],
    ['the answer stopped in the middle', 'when-something-goes-wrong#the-answer-was-cut-off'],
    ['how can I use this with mistral', 'providers-and-api-keys#add-another-provider'],
    [
      'it keeps scrolling down while I read',
      'asking-and-reading-answers#follow-a-running-answer-and-scroll-back',
    ],
    ['where are old versions of my answer', 'alternatives#move-between-versions'],
    ['I accidentally deleted a conversation', 'your-history#delete-a-conversation-and-undo-it'],
    ['the popup disappears when I click somewhere', 'quick-ask#buttons-in-quick-ask'],
    ['my credits ran out', 'when-something-goes-wrong#the-quota-is-used-up'],
    ['can I attach a file', 'getting-started#what-this-version-does-not-have'],
    ['how do I update Rivulet', 'getting-started#what-this-version-does-not-have'],
    ['What is the Handbook?', 'the-handbook#what-the-handbook-is'],
    ['What is Rivulet?', 'getting-started#what-rivulet-is'],
    ['How do I get started?', 'getting-started#how-to-get-started'],
    ['How can I make the text bigger?', 'settings#make-the-text-bigger-or-smaller-zoom'],
    ['how to zoom', 'settings#make-the-text-bigger-or-smaller-zoom'],
    ['font size', 'settings#make-the-text-bigger-or-smaller-zoom'],
    [
      'How do I export a chat as markdown?',
      'asking-and-reading-answers#copy-a-whole-conversation-as-markdown',
    ],
    [
      'How do I copy a whole conversation?',
      'asking-and-reading-answers#copy-a-whole-conversation-as-markdown',
    ],
    ['Is it free?', 'getting-started#what-it-costs'],
    ['What does it cost?', 'getting-started#what-it-costs'],
    ['Can I use it on my phone?', 'getting-started#what-this-version-does-not-have'],
    ['retry now', 'when-the-network-fails#the-countdown-while-an-answer-waits'],
    ['resume', 'when-the-network-fails#let-an-answer-go-on-with-resume'],
    ['fallback models', 'when-the-network-fails#fall-back-to-another-model'],
    ['the model started over', 'when-the-network-fails#the-model-started-over'],
    ['what does resumed here mean', 'when-the-network-fails#the-mark-resumed-here'],
    ['words per minute', 'when-the-network-fails#progress-of-an-answer'],
  ])('%s', (question, anchor) => {
    expect(searchManual(index, question)[0]?.section.anchor).toBe(anchor)
  })
})

describe('an example question finds its section first', () => {
  const anchors: Readonly<Record<string, string>> = {
    'How do I use my own API key?': 'providers-and-api-keys#enter-an-api-key',
    'Where is my history kept?': 'where-your-data-lies#the-data-folder',
    'What does the global hotkey do?': 'quick-ask#the-hotkey',
  }
  test.each(exampleQuestions)('%s', (question) => {
    expect(searchManual(index, question)[0]?.section.anchor).toBe(anchors[question])
  })
})

describe('a question about something else finds nothing', () => {
  test.each([
    'What is the capital of France?',
    'Write me a poem about the sea',
    'Translate good morning to Japanese',
    'tell me a joke',
    'Who wrote Hamlet?',
    'explain quantum entanglement',
    'summarize this article',
    'python list comprehension',
    'how to make coffee',
    '',
    'how do I',
    '日本の首都はどこですか',
  ])('%s', (question) => {
    expect(searchManual(index, question)).toEqual([])
  })
})
