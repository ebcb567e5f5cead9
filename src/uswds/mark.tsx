/**
 * The mark: three strands (police, mental health care, community) that join in one. It can be read as a person
 * with open arms and as the letter psi, which stands for the mind. `title` is read out; without it the mark is
 * decoration.
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
      stroke-width="5.5"
      stroke-linecap="round"
      role={title ? 'img' : undefined}
      aria-label={title}
      aria-hidden={title ? undefined : 'true'}
      focusable="false"
    >
      <path class="om-mark__right" d="M41 13v4a17 17 0 01-17 17" />
      <path class="om-mark__left" d="M7 13v4a17 17 0 0017 17" />
      <path class="om-mark__stem" d="M24 22v21" />
      <circle class="om-mark__head" cx="24" cy="10" r="5.5" />
    </svg>
  );
}
