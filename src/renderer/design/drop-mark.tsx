/** The brand: a drop with a light on it. */
export function DropMark({ size }: { readonly size: number }) {
  return (
    <svg className="drop-mark" viewBox="0 0 18 18" width={size} height={size} aria-hidden="true">
      <path d="M9 1.6c2.8 3.4 5 6 5 8.8a5 5 0 0 1-10 0c0-2.8 2.2-5.4 5-8.8Z" fill="currentColor" />
      <path
        d="M6.3 10.8c.1 1.7 1.2 2.6 2.7 2.7"
        fill="none"
        stroke="var(--raised)"
        strokeWidth="1.4"
        strokeLinecap="round"
      />
    </svg>
  )
}
