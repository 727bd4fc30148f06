/** Stands where more text is coming. */
export function Caret() {
  return <span className="caret" />
}
