import type { ReactNode } from 'react'

const drawings = {
  plus: <path d="M8 3v10M3 8h10" />,
  search: (
    <>
      <circle cx="7" cy="7" r="4.3" />
      <path d="m10.5 10.5 3 3" />
    </>
  ),
  settings: (
    <>
      <circle cx="8" cy="8" r="2.2" />
      <path d="M8 1.8v1.8M8 12.4v1.8M1.8 8h1.8M12.4 8h1.8M3.6 3.6l1.3 1.3M11.1 11.1l1.3 1.3M3.6 12.4l1.3-1.3M11.1 4.9l1.3-1.3" />
    </>
  ),
  more: <path d="M3.5 8h.01M8 8h.01M12.5 8h.01" strokeWidth="2.2" />,
  sidebar: (
    <>
      <rect x="2" y="3" width="12" height="10" rx="2" />
      <path d="M6.5 3v10" />
    </>
  ),
  'chevron-down': <path d="m5 6.5 3 3 3-3" />,
  'chevron-left': <path d="m9.5 5-3 3 3 3" />,
  'chevron-right': <path d="m6.5 5 3 3-3 3" />,
  'arrow-up': <path d="M8 13V3.5M4 7.5l4-4 4 4" />,
  'arrow-down': <path d="M8 3v9.5M4 8.5l4 4 4-4" />,
  copy: (
    <>
      <rect x="5.5" y="5.5" width="7.5" height="7.5" rx="1.5" />
      <path d="M10.5 3H4.5A1.5 1.5 0 0 0 3 4.5v6" />
    </>
  ),
  check: <path d="m3.5 8.5 3 3 6-7" />,
  close: <path d="m4 4 8 8M12 4l-8 8" />,
  edit: (
    <path d="m9.8 3.7 2.5 2.5M3 13l.6-3 7-7a1.4 1.4 0 0 1 2 0l.4.4a1.4 1.4 0 0 1 0 2l-7 7L3 13Z" />
  ),
  regenerate: <path d="M13 3.5V6.5H10M12.7 6.3A5.2 5.2 0 1 0 13.2 9" />,
  resume: <path d="M5 3.5v9l7.5-4.5L5 3.5Z" />,
  stop: <rect x="4.5" y="4.5" width="7" height="7" rx="1.5" fill="currentColor" />,
  wrap: <path d="M2.5 4h11M2.5 8h8.5a2.2 2.2 0 0 1 0 4.4H8M9.6 10.8 8 12.4l1.6 1.6M2.5 12h2.5" />,
  warning: <path d="M8 2.5 14 13H2L8 2.5ZM8 6.5v3M8 11.3h.01" />,
  trash: <path d="M2.5 4.5h11M6 4.5V3h4v1.5M4 4.5l.6 8.5h6.8l.6-8.5" />,
  folder: (
    <path d="M2 12V4a1 1 0 0 1 1-1h3l1.5 1.5H13a1 1 0 0 1 1 1V12a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1Z" />
  ),
  key: (
    <>
      <circle cx="5.5" cy="10.5" r="2.7" />
      <path d="m7.5 8.5 5.5-5.5M11 5l1.7 1.7" />
    </>
  ),
  computer: (
    <>
      <rect x="2" y="3" width="12" height="8" rx="1.5" />
      <path d="M5.5 13.5h5" />
    </>
  ),
  book: (
    <path d="M3 3.5A1.5 1.5 0 0 1 4.5 2H13v9.5H4.5A1.5 1.5 0 0 0 3 13M3 3.5V13a1.2 1.2 0 0 0 1.2 1.2H13v-2.7" />
  ),
  image: (
    <>
      <rect x="2" y="3" width="12" height="10" rx="1.5" />
      <path d="m2.5 11.5 3.5-3.5 2.5 2.5 2-2 3 3M10.5 6h.01" />
    </>
  ),
  offline: (
    <path d="M2 2l12 12M4.5 9.2a5 5 0 0 1 2.3-1.3M2.2 6.8a8.4 8.4 0 0 1 3-1.8M8 4.3a8.4 8.4 0 0 1 5.8 2.5M8 12.3h.01" />
  ),
} as const satisfies Record<string, ReactNode>

export type IconName = keyof typeof drawings

/** Drawn in the colour of the text; always beside or inside something that has a name. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
      {drawings[name]}
    </svg>
  )
}
