import { createInterface } from 'node:readline'

/** Parts of Chromium that complain wherever there is no system bus, no graphics card or no sound card. */
const noisyParts =
  /^\[\d+:\d{4}\/\d{6}\.\d+:(?:ERROR|WARNING|INFO):(?:[\w/]*\/)?(?:bus|object_proxy|viz_main_impl|gpu_\w+|gl_\w+|egl_\w+|vaapi_\w+|command_buffer_\w+|angle_\w+|sandbox_linux|cert_verify_\w+|shared_image_\w+|ozone_\w+|wayland_\w+|alsa_\w+|one_copy_raster_\w+|zygote_\w+|network_service_instance_impl)\.(?:cc|h)[:(]\d+\)?\]/

const noisyLines = [
  noisyParts,
  /^dbus-daemon\[\d+\]: /,
  /^Failed to create .*for shader cache/,
  /^DevTools listening on ws:/,
  /^(?:libva|MESA|libEGL|Gtk-|Gdk-|ATK-|dconf-)\S*[: ]/,
  /^\(.*:\d+\): (?:Gtk|Gdk|dconf|GLib-GIO|Gjs|libnotify)-(?:WARNING|CRITICAL|Message)/,
]

/**
 * @param {string} line of standard error
 * @returns {boolean} whether it says nothing about the app
 */
export function isNoise(line) {
  return noisyLines.some((pattern) => pattern.test(line))
}

/**
 * Passes on what a child writes to standard error, without the noise.
 *
 * @param {import('node:child_process').ChildProcess} child whose standard error is a pipe
 */
export function showErrorsOf(child) {
  if (!child.stderr) return
  createInterface({ input: child.stderr }).on('line', (line) => {
    if (line.trim() !== '' && !isNoise(line)) process.stderr.write(`${line}\n`)
  })
}
