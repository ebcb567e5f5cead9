export interface ProgressBarProps {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  /** The figures in words: "31 of 40 officers". */
  readonly text: string;
  /** The amount that is asked for, drawn as a line: 8 of 40 for one in five. */
  readonly needed?: number | undefined;
}

/** The words carry the meaning; the drawn bar repeats it for the eye and prints as it looks. */
export function ProgressBar({ label, value, max, text, needed }: ProgressBarProps) {
  const isReached = value >= (needed ?? max) && max > 0;
  return (
    <div class={`om-progress${isReached ? ' om-progress--reached' : ''}`}>
      <div class="om-progress__words">
        <span class="om-progress__label">{label}</span>
        <span class="om-progress__text">{text}</span>
      </div>
      <svg
        class="om-progress__bar"
        xmlns="http://www.w3.org/2000/svg"
        viewBox="0 0 1000 12"
        width="100%"
        height="12"
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
      >
        <rect class="om-progress__track" width="1000" height="12" />
        <rect class="om-progress__fill" width={part(value, max)} height="12" />
        {needed === undefined ? null : (
          <rect class="om-progress__needed" x={Math.max(0, part(needed, max) - 3)} width="6" height="12" />
        )}
      </svg>
    </div>
  );
}

/** Thousandths of the bar, between nothing and all of it. */
function part(value: number, max: number): number {
  if (max <= 0) return 0;
  return Math.round(Math.min(1, Math.max(0, value / max)) * 1000);
}
