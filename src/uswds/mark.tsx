/**
 * The mark: two people facing each other, drawn as two open arcs, whose lines run into one whole circle
 * between them. `title` is read out; without it the mark is decoration.
 */
export function Mark({ size = 40, title }: { size?: number | undefined; title?: string | undefined }) {
  return (
    <svg
      class="om-mark"
      xmlns="http://www.w3.org/2000/svg"
      viewBox="0 0 48 48"
      width={size}
      height={size}
      fill="none"
      stroke-width="5"
      stroke-linecap="round"
      role={title ? 'img' : undefined}
      aria-label={title}
      aria-hidden={title ? undefined : 'true'}
      focusable="false"
    >
      <path class="om-mark__left" d="M24 41a17 17 0 010-34" />
      <path class="om-mark__right" d="M24 7a17 17 0 010 34" />
      <circle class="om-mark__core" cx="24" cy="24" r="5" />
    </svg>
  );
}
