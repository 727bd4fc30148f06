/** Where the settings open. */
export interface SettingsPlace {
  readonly section: SettingsSection
  /** Among the providers. */
  readonly providerId?: string
}

export type SettingsSection = 'general' | 'providers' | 'answers' | 'privacy'
