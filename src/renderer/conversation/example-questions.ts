/** Questions that the Handbook answers well. */
export const exampleQuestions: readonly string[] = [
  'How do I use my own API key?',
  'Where is my history kept?',
  'What does the global hotkey do?',
]
