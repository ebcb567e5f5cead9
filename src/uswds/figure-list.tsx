import type { Child } from 'hono/jsx';

export interface Figure {
  readonly number: number;
  /** What is counted, read after the number: "agencies certified". */
  readonly label: Child;
}

/** A few large numbers side by side. */
export function FigureList({ figures }: { figures: readonly Figure[] }) {
  return (
    <ul class="om-figures">
      {figures.map(({ number, label }) => (
        <li class="om-figures__figure">
          <span class="om-figures__number">{number.toLocaleString('en-US')}</span>{' '}
          <span class="om-figures__label">{label}</span>
        </li>
      ))}
    </ul>
  );
}
