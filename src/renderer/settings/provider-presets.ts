import { openAiBaseUrl } from '../../shared/providers/provider'

export interface ProviderPreset {
  readonly name: string
  readonly baseUrl: string
}

/** Servers that speak the OpenAI API, at their usual addresses. */
export const providerPresets: readonly ProviderPreset[] = [
  { name: 'OpenAI', baseUrl: openAiBaseUrl },
  { name: 'OpenRouter', baseUrl: 'https://openrouter.ai/api/v1' },
  { name: 'Ollama', baseUrl: 'http://localhost:11434/v1' },
  { name: 'LM Studio', baseUrl: 'http://localhost:1234/v1' },
  { name: 'llama.cpp', baseUrl: 'http://localhost:8080/v1' },
  { name: 'vLLM', baseUrl: 'http://localhost:8000/v1' },
]
