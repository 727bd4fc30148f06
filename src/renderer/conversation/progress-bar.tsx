/** How far an answer probably is, 0 to 1; null where that cannot be said. */
export function ProgressBar({ share }: { readonly share: number | null }) {
  return (
    <span
      className={share === null ? 'progress progress-unknown' : 'progress'}
      role="progressbar"
      aria-label="Answer progress"
      {...(share !== null && { 'aria-valuenow': Math.round(share * 100) })}
    >
      <i style={share === null ? {} : { transform: `scaleX(${share})` }} />
    </span>
  )
}
