/**
 * @typedef {object} RuntimeFacts
 * @property {string | undefined} override RIVULET_ELECTRON
 * @property {string | undefined} downloaded executable that the `electron` package has downloaded
 * @property {boolean} downloadFailed whether that download was tried just now, in vain
 * @property {boolean} registryRuntimePrepared whether the cache holds the registry-shipped runtime
 * @property {string} platform
 * @property {string} architecture
 */

/**
 * @typedef {'use-override' | 'use-downloaded' | 'use-registry' | 'download' | 'prepare-registry' | 'give-up'} RuntimeStep
 */

/**
 * What to do next to have an Electron. Asked again after each step that only prepares.
 *
 * @param {RuntimeFacts} facts
 * @returns {RuntimeStep}
 */
export function nextRuntimeStep(facts) {
  if (facts.override) return 'use-override'
  if (facts.downloaded !== undefined) return 'use-downloaded'
  const canUseRegistry = facts.platform === 'linux' && facts.architecture === 'x64'
  // It is in the cache because the download failed once; asking the network each time would cost
  // every start its time-out.
  if (canUseRegistry && facts.registryRuntimePrepared) return 'use-registry'
  if (!facts.downloadFailed) return 'download'
  return canUseRegistry ? 'prepare-registry' : 'give-up'
}
