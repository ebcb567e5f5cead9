/** Drawn on a 24 by 24 grid with a round pen. */
const drawings = {
  check: 'M5 12.5l4.5 4.5L19 7.5',
  circle: 'M12 5a7 7 0 100 14 7 7 0 000-14z',
  half: 'M12 5a7 7 0 100 14 7 7 0 000-14zM12 5v14M15 6v12M17.5 8v8',
  clock: 'M12 4a8 8 0 100 16 8 8 0 000-16zM12 8v4.5l3 2',
  alert: 'M12 4l9 16H3zM12 10v4M12 17v.1',
  cross: 'M6 6l12 12M18 6L6 18',
  info: 'M12 4a8 8 0 100 16 8 8 0 000-16zM12 11v5M12 8v.1',
  next: 'M9 5l7 7-7 7',
  previous: 'M15 5l-7 7 7 7',
  search: 'M10.5 4a6.5 6.5 0 100 13 6.5 6.5 0 000-13zM15.5 15.5L20 20',
  ascending: 'M12 19V6M6.5 11L12 5.5l5.5 5.5',
  descending: 'M12 5v13M6.5 13l5.5 5.5 5.5-5.5',
  sortable: 'M8 10l4-4 4 4M8 14l4 4 4-4',
  document: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6',
  people:
    'M9 5a3.5 3.5 0 100 7 3.5 3.5 0 000-7zM3 20c0-4 2.5-6 6-6s6 2 6 6M16 5.5a3.5 3.5 0 010 6.5M18 14.5c2 .8 3 2.5 3 5.5',
  handshake: 'M3 8l4-2 5 2 5-2 4 2v7l-3 1-6 4-6-4-3-1zM12 8l-3 4 2 1.5 3-2 4 3.5',
  certificate: 'M12 4a5 5 0 100 10 5 5 0 000-10zM9 13l-1.5 7L12 18l4.5 2L15 13',
  calendar: 'M4 6h16v14H4zM4 10h16M8 3.5V7M16 3.5V7',
  folder: 'M3 6h6l2 2.5h10V19H3z',
  mail: 'M3 6h18v12H3zM3.5 6.5L12 13l8.5-6.5',
} as const;

export type IconName = keyof typeof drawings;

/** A small drawing beside words that say the same; hidden from assistive technology. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number | undefined }) {
  return (
    <svg
      class="om-icon"
      xmlns="http://www.w3.org/2000/svg"
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={drawings[name]} />
    </svg>
  );
}
