import { z } from 'zod'
import { openAiBaseUrl } from '../providers/provider'

export const modelReferenceSchema = z.object({
  providerId: z.string().min(1).max(200),
  modelId: z.string().min(1).max(500),
})

const httpUrl = z
  .url({
    protocol: /^https?$/,
    error: ({ input }) =>
      /^https?:\/\//i.test(String(input))
        ? 'This address cannot be read. Look for spaces in it, and for a port after a colon.'
        : 'The address must start with https:// or http://.',
  })
  .max(2000, { error: 'The address is too long.' })
  // A password in an address would be stored in a plain file.
  .refine((address) => !/^https?:\/\/[^/?#]*@/i.test(address), {
    error: 'The address must not hold a user name or a password.',
  })

export const providerConfigurationSchema = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,100}$/),
  name: z
    .string()
    .trim()
    .min(1, { error: 'A provider needs a name.' })
    .max(100, { error: 'A name has 100 characters at most.' }),
  baseUrl: httpUrl,
  models: z
    .array(z.string().min(1).max(500, { error: 'The name of a model has 500 characters at most.' }))
    .max(2000, { error: 'A provider has 2,000 models at most.' }),
  api: z.enum(['chat', 'responses']).optional(),
  background: z.boolean().optional(),
})

/** What the user decided. Kept in a file that anyone may read, so no key and no text belongs here. */
export const settingsSchema = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  sendKey: z.enum(['enter', 'modified-enter']),
  /** Null: Alt+Space where it is free, else Ctrl+Shift+Space. */
  hotkey: z.string().min(1).max(100).nullable(),
  providers: z.array(providerConfigurationSchema).max(100),
  /** Null until the user has chosen: then the Handbook, or the provider of the environment. */
  defaultModel: modelReferenceSchema.nullable(),
  systemPrompt: z
    .string()
    .max(100_000, { error: 'The system prompt has 100,000 characters at most.' }),
  /** Null: the provider's own. */
  temperature: z.number().min(0).max(2).nullable(),
  /** Asked in this order when the chosen model cannot answer. */
  fallbackModels: z.array(modelReferenceSchema).max(10),
  /** Ask the next model too when the first has said nothing for so many seconds; null: never. */
  hedgeAfterSeconds: z.number().min(1).max(600).nullable(),
  streaming: z.boolean(),
  /** Whether an answer that the last run of the app left unfinished goes on by itself. */
  automaticResume: z.enum(['when-kept', 'always', 'never']),
  firstByteSeconds: z.number().min(5).max(3600),
  betweenBytesSeconds: z.number().min(5).max(3600),
  welcomed: z.boolean(),
})

export type Settings = z.infer<typeof settingsSchema>

export const defaultSettings: Settings = {
  theme: 'system',
  sendKey: 'enter',
  hotkey: null,
  providers: [
    { id: 'openai', name: 'OpenAI', baseUrl: openAiBaseUrl, models: ['gpt-5.2', 'gpt-5-mini'] },
  ],
  defaultModel: null,
  systemPrompt: '',
  temperature: null,
  fallbackModels: [],
  hedgeAfterSeconds: null,
  streaming: true,
  automaticResume: 'when-kept',
  firstByteSeconds: 120,
  betweenBytesSeconds: 60,
  welcomed: false,
}
