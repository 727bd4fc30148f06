import { expect, test } from 'vitest'
import { isNoise } from '../../../scripts/terminal-noise.mjs'

test.each([
  '[6518:1122/125508.547381:ERROR:bus.cc(407)] Failed to connect to the bus: No such file',
  '[6518:1122/125508.547381:ERROR:dbus/object_proxy.cc:590] Failed to call method',
  '[41:1122/125508.547381:ERROR:viz_main_impl.cc(181)] Exiting GPU process due to errors',
  'dbus-daemon[6979]: [session uid=0 pid=6979] Successfully activated service',
])('is noise: %s', (line) => {
  expect(isNoise(line)).toBe(true)
})

test.each([
  'Error: Cannot find module out/main/index.js',
  '[6518:1122/125508.547381:FATAL:electron_main_delegate.cc(288)] Running as root without --no-sandbox',
  '[6518:1122/125508.547381:FATAL:bus.cc(407)] anything fatal',
  'rivulet: the settings file could not be read',
])('is not: %s', (line) => {
  expect(isNoise(line)).toBe(false)
})
