import type { Settings } from './settings'

/** What the fields of the file are called wherever the user meets them. */
export const settingNames: { readonly [Name in keyof Settings]: string } = {
  theme: 'Theme',
  sendKey: 'Send with',
  hotkey: 'Hotkey for quick ask',
  providers: 'Providers',
  defaultModel: 'Default model',
  systemPrompt: 'System prompt',
  temperature: 'Temperature',
  fallbackModels: 'Fallback models',
  hedgeAfterSeconds: 'Ask the next model too',
  streaming: 'Streaming',
  automaticResume: 'Resume interrupted answers',
  firstByteSeconds: 'Seconds to wait for the first word',
  betweenBytesSeconds: 'Seconds of silence before trying again',
  welcomed: 'Welcome',
}
