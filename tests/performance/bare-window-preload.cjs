// The least that a window can do with text: appends it, a line an element, as it comes.
const { ipcRenderer } = require('electron')

let line
ipcRenderer.on('bare-window', (_event, text) => {
  const place = document.body
  for (const [index, part] of text.split('\n').entries()) {
    if (line === undefined || index > 0) {
      line = document.createTextNode('')
      const element = document.createElement('div')
      element.append(line)
      place.append(element)
    }
    line.appendData(part)
  }
  document.documentElement.scrollTop = document.documentElement.scrollHeight
})
