const width = 560;
const height = 400;
const middle = height / 2;
/** Where the strands have become one. */
const joined = 420;
const step = 12;

interface Strand {
  readonly party: 'police' | 'care' | 'community';
  /** How far from the middle it begins. */
  readonly from: number;
  readonly swing: number;
  /** Full swings on its way. */
  readonly waves: number;
  readonly phase: number;
}

const strands: readonly Strand[] = [
  { party: 'community', from: -165, swing: 26, waves: 2.1, phase: 0.4 },
  { party: 'police', from: -128, swing: 34, waves: 2.6, phase: 2.2 },
  { party: 'care', from: -84, swing: 40, waves: 2.2, phase: 4.1 },
  { party: 'community', from: -40, swing: 44, waves: 2.8, phase: 1.3 },
  { party: 'police', from: 6, swing: 48, waves: 2.4, phase: 5.2 },
  { party: 'care', from: 48, swing: 42, waves: 2.9, phase: 3.0 },
  { party: 'community', from: 88, swing: 38, waves: 2.3, phase: 0.2 },
  { party: 'police', from: 130, swing: 32, waves: 2.7, phase: 2.7 },
  { party: 'care', from: 168, swing: 24, waves: 2.0, phase: 4.6 },
];

/** Restless lines come to rest in one steady line. */
export function HeroDrawing() {
  return (
    <svg
      class="om-hero__picture"
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      fill="none"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {strands.map((strand) => (
        <path class={`om-hero__strand--${strand.party}`} d={course(strand)} stroke-width="2.5" />
      ))}
      <path class="om-hero__one" d={`M${joined - 40} ${middle}H${width - 20}`} stroke-width="6" />
      <circle class="om-hero__head" cx={width - 16} cy={middle} r="16" />
    </svg>
  );
}

function course(strand: Strand): string {
  const points = Array.from({ length: joined / step + 1 }, (_, place) => {
    const x = place * step;
    return `${x} ${heightAt(strand, x / joined).toFixed(1)}`;
  });
  return `M${points.join('L')}`;
}

/** `way` runs from 0, where a strand begins, to 1, where all are one. */
function heightAt({ from, swing, waves, phase }: Strand, way: number): number {
  const unrest = 1 - way * way * (3 - 2 * way);
  return middle + unrest * (from + swing * Math.sin(phase + way * waves * 2 * Math.PI));
}
