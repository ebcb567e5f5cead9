import { type ChartPoint, drawnChart, type MonthChartData } from './chart-drawing.ts';

export interface MonthChartProps extends MonthChartData {
  /** Unique in the page: the chart's parts are named by it. */
  readonly id: string;
  readonly title: string;
  /** What the chart shows, in a sentence or two, for who hears the page. */
  readonly description: string;
  /** What the numbers of the axis are: `per 100 calls`. */
  readonly unit: string;
  /** What the hatched months are called. */
  readonly baselineLabel?: string | undefined;
}

const ink = '#2d2e2f';
const quiet = '#565c65';
const grid = '#c6cace';
const inks = ['#1a4480', '#8a4b08', '#3d4551'] as const;
const dashes = [undefined, '7 4', '2 4'] as const;

/**
 * Lines over months, as an image with a title and a description. Lines differ in dash and in the shape of their points, and
 * the baseline is hatched, so nothing is told by color alone. Its table belongs under it.
 */
export function MonthChart(props: MonthChartProps) {
  const { id, title, description, unit, baselineLabel } = props;
  const { width, height, plot, yTicks, xTicks, series, baseline } = drawnChart(props);
  return (
    <figure class="om-chart">
      <figcaption class="om-chart__title">
        {title} <span class="om-quiet">({unit})</span>
      </figcaption>
      <Legend
        series={series.map(({ label }) => label)}
        baselineLabel={baseline ? baselineLabel : undefined}
      />
      <section class="om-chart__frame" tabindex={0} aria-label={title}>
        <svg
          viewBox={`0 0 ${width} ${height}`}
          width={width}
          height={height}
          role="img"
          aria-labelledby={`${id}-title ${id}-desc`}
          font-size="13"
          font-family="inherit"
        >
          <title id={`${id}-title`}>{title}</title>
          <desc id={`${id}-desc`}>{description}</desc>
          <defs>
            <pattern
              id={`${id}-hatch`}
              width="8"
              height="8"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <line x1="0" y1="0" x2="0" y2="8" stroke={grid} stroke-width="3" />
            </pattern>
          </defs>
          <rect x="0" y="0" width={width} height={height} fill="#ffffff" />
          {baseline ? (
            <rect
              x={round(baseline.left)}
              y={plot.top}
              width={round(baseline.right - baseline.left)}
              height={plot.bottom - plot.top}
              fill={`url(#${id}-hatch)`}
              opacity="0.6"
            />
          ) : null}
          {yTicks.map(({ y, label }) => (
            <>
              <line x1={plot.left} x2={plot.right} y1={round(y)} y2={round(y)} stroke={grid} />
              <text x={plot.left - 8} y={round(y + 4)} text-anchor="end" fill={quiet}>
                {label}
              </text>
            </>
          ))}
          {xTicks.map(({ x, label }) => (
            <>
              <line x1={round(x)} x2={round(x)} y1={plot.bottom} y2={plot.bottom + 5} stroke={quiet} />
              <text x={round(x)} y={plot.bottom + 21} text-anchor="middle" fill={quiet}>
                {label}
              </text>
            </>
          ))}
          <line x1={plot.left} x2={plot.right} y1={plot.bottom} y2={plot.bottom} stroke={ink} />
          {baseline?.y === undefined ? null : (
            <line
              x1={plot.left}
              x2={plot.right}
              y1={round(baseline.y)}
              y2={round(baseline.y)}
              stroke={ink}
              stroke-width="2"
              stroke-dasharray="2 4"
            />
          )}
          {series.map(({ path, points }, place) => (
            <>
              <path
                d={path}
                fill="none"
                stroke={inkOf(place)}
                stroke-width="2.5"
                stroke-dasharray={dashes[place]}
              />
              {points.map((point) => (
                <Point place={place} {...point} />
              ))}
            </>
          ))}
        </svg>
      </section>
    </figure>
  );
}

/** Which line is which, with a piece of each. */
function Legend({ series, baselineLabel }: { series: readonly string[]; baselineLabel: string | undefined }) {
  if (series.length < 2 && !baselineLabel) return null;
  return (
    <ul class="om-chart__legend">
      {series.map((label, place) => (
        <li>
          <svg width="36" height="14" aria-hidden="true">
            <line
              x1="0"
              x2="36"
              y1="7"
              y2="7"
              stroke={inkOf(place)}
              stroke-width="2.5"
              stroke-dasharray={dashes[place]}
            />
            <Point place={place} x={18} y={7} />
          </svg>{' '}
          {label}
        </li>
      ))}
      {baselineLabel ? (
        <li>
          <svg width="36" height="14" aria-hidden="true">
            <line x1="0" x2="36" y1="7" y2="7" stroke={ink} stroke-width="2" stroke-dasharray="2 4" />
          </svg>{' '}
          {baselineLabel}
        </li>
      ) : null}
    </ul>
  );
}

/** Circles, squares and triangles: the same line without color. */
function Point({ place, x, y }: ChartPoint & { place: number }) {
  const fill = inkOf(place);
  if (place === 0) return <circle cx={round(x)} cy={round(y)} r="3.5" fill={fill} />;
  if (place === 1)
    return (
      <rect
        x={round(x - 3.5)}
        y={round(y - 3.5)}
        width="7"
        height="7"
        fill="#ffffff"
        stroke={fill}
        stroke-width="2"
      />
    );
  return <path d={`M${round(x)},${round(y - 5)}l5,8h-10z`} fill={fill} />;
}

function inkOf(place: number): string {
  return inks[place % inks.length] ?? ink;
}

function round(number: number): number {
  return Math.round(number * 10) / 10;
}
