/**
 * “ONE MIND” and “CERTIFIED” as outlines, so that a badge reads the same where no font is installed. Drawn in Public
 * Sans Bold (SIL Open Font License) at 40 units, each letter from its own origin with y upwards.
 */
const letters = {
  C: 'm15.02 29.32q3.26 0 5.81-1.31q2.55-1.31 4.12-3.57q1.57-2.26 1.85-5.1h-6.12q-0.42 2.26-1.88 3.72q-1.46 1.46-3.96 1.46q-3.04 0-4.77-2.27q-1.73-2.27-1.73-7.63q0-5.4 1.73-7.81q1.73-2.41 4.77-2.41q2.5 0 3.96 1.67q1.46 1.67 1.88 3.93h6.12q-0.26-2.06-1-3.94q-0.74-1.88-2.1-3.33q-1.36-1.45-3.49-2.29q-2.13-0.84-5.19-0.84q-4.04 0-6.98 1.88q-2.94 1.88-4.53 5.28q-1.59 3.4-1.59 7.94q0 4.56 1.58 7.83q1.58 3.27 4.51 5.03q2.93 1.76 7.01 1.76Z',
  D: 'm3.24 28.92q0.22 0 1.23 0q1.01 0 2.38 0q1.37 0 2.74-0.01q1.37-0.01 2.29-0.03q5.26-0.12 8.57-1.88q3.31-1.76 4.87-4.92q1.56-3.16 1.56-7.48q0-4.5-1.64-7.77q-1.64-3.27-5.01-5.05q-3.37-1.78-8.55-1.78h-8.44v28.92Zm5.88-4.72v-19.48h2.68q2.48 0 4.51 0.96q2.03 0.96 3.25 3.14q1.22 2.18 1.22 5.82q0 5.06-2.39 7.31q-2.39 2.25-6.51 2.25h-2.76Z',
  E: 'm3.24 0v28.92h19.86l-0.02-4.92h-13.98v-7.02h12.14v-4.82h-12.18v-7.18l14.24-0.02v-4.96h-20.06Z',
  F: 'm3.24 28.92h19.68l-0.02-4.88h-13.78v-7.26h11.94v-4.78h-11.94v-12h-5.88v28.92Z',
  I: 'm3.24 28.92h5.82v-28.92h-5.82v28.92Z',
  M: 'm3.24 0v28.92h8.48l6.62-20.62l6.68 20.62h8.46v-28.92h-5.9v22.12l-6.96-22.12h-4.58l-6.92 22.02v-22.02h-5.88Z',
  N: 'm22.22 28.92h5.84v-28.92h-5.26l-13.74 19.9v-19.9h-5.82v28.92h5.78l13.2-19.14v19.14Z',
  O: 'm15.26-0.4q-4.1 0-7.09 1.78q-2.99 1.78-4.62 5.1q-1.63 3.32-1.63 7.92q0 4.62 1.65 7.97q1.65 3.35 4.65 5.15q3 1.8 7.04 1.8q4.02 0 7-1.8q2.98-1.8 4.61-5.15q1.63-3.35 1.63-7.97q0-4.58-1.61-7.9q-1.61-3.32-4.59-5.11q-2.98-1.79-7.04-1.79Zm0 4.8q3.16 0 5.03 2.31q1.87 2.31 1.87 7.61q0 5.42-1.88 7.81q-1.88 2.39-5.02 2.39q-3.16 0-5.05-2.4q-1.89-2.4-1.89-7.8q0-5.3 1.89-7.61q1.89-2.31 5.05-2.31Z',
  R: 'm25.68 0h-6.06l-4.7 11.14h-5.86v-11.14h-5.82v28.92h12.2q3.46 0 5.66-1.1q2.2-1.1 3.24-3.05q1.04-1.95 1.04-4.49q0-2.28-0.7-3.85q-0.7-1.57-1.86-2.61q-1.16-1.04-2.52-1.7l5.38-12.12Zm-11.28 15.64q2.34 0 3.71 1.25q1.37 1.25 1.37 3.25q0 1.98-1.32 3.15q-1.32 1.17-3.34 1.17h-5.76v-8.82h5.34Z',
  T: 'm0.76 23.72v5.2h23.14v-5.2h-8.54v-23.72h-5.86v23.72h-8.74Z',
} as const;

type Letter = keyof typeof letters;

/** Which letter stands where on its line, and how wide the line is. */
interface Line {
  readonly width: number;
  readonly letters: readonly (readonly [Letter, number])[];
}

export const oneMind: Line = {
  width: 228,
  letters: [
    ['O', 0],
    ['N', 33.42],
    ['E', 67.7],
    ['M', 108.1],
    ['I', 147.8],
    ['N', 163.1],
    ['D', 197.38],
  ],
};

export const certified: Line = {
  width: 236,
  letters: [
    ['C', 0],
    ['E', 31.72],
    ['R', 60.22],
    ['T', 90.66],
    ['I', 118.3],
    ['F', 133.6],
    ['I', 161.14],
    ['E', 176.44],
    ['D', 204.94],
  ],
};

/** A line of lettering, centered on `x` with its feet on `y`, `scale` times as large as it was drawn. */
export function lettering({ width, letters: placed }: Line, x: number, y: number, scale: number): string {
  const outlines = placed.map(
    ([letter, at]) => `<path transform="translate(${at} 0)" d="${letters[letter]}"/>`,
  );
  const left = x - (width * scale) / 2;
  return `<g transform="matrix(${scale} 0 0 ${-scale} ${left} ${y})">${outlines.join('')}</g>`;
}
