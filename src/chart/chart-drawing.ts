import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';

/** One line of a chart over months. */
export interface ChartSeries {
  readonly label: string;
  /** One for each month; undefined where nothing is known: the line breaks there. */
  readonly values: readonly (number | undefined)[];
}

export interface MonthChartData {
  /** What stands under the axis, one for each month: `Jan 2025`. */
  readonly months: readonly string[];
  readonly series: readonly ChartSeries[];
  /** A level to hold the line against, and the months (0-based, both included) that it comes from. */
  readonly baseline?:
    | { readonly level: number | undefined; readonly first: number; readonly last: number }
    | undefined;
  /** The top of the axis, such as 100 for percents; as high as the values without it. */
  readonly top?: number | undefined;
}

export interface ChartPoint {
  readonly x: number;
  readonly y: number;
}

export interface DrawnChart {
  readonly width: number;
  readonly height: number;
  readonly plot: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  readonly yTicks: readonly { readonly y: number; readonly label: string }[];
  readonly xTicks: readonly { readonly x: number; readonly label: string }[];
  readonly series: readonly {
    readonly label: string;
    readonly path: string;
    readonly points: readonly ChartPoint[];
  }[];
  readonly baseline:
    | { readonly left: number; readonly right: number; readonly y: number | undefined }
    | undefined;
}

const width = 720;
const height = 280;
const plot = { left: 52, right: width - 20, top: 16, bottom: height - 34 };
/** So many labels of months stand beside each other without touching. */
const mostLabels = 9;

/** Places everything of a chart in a field of 720 by 280. */
export function drawnChart({ months, series, baseline, top }: MonthChartData): DrawnChart {
  const places = months.map((_, place) => place);
  const x = scalePoint(places, [plot.left, plot.right]).padding(0.5);
  const at = (place: number) => x(place) ?? plot.left;
  const values = [...series.flatMap((one) => one.values), baseline?.level].filter(
    (value) => value !== undefined,
  );
  const y = scaleLinear([0, top ?? Math.max(1, ...values)], [plot.bottom, plot.top]);
  if (top === undefined) y.nice(5);
  const ticks = y.ticks(5);
  const label = y.tickFormat(5);
  const every = Math.max(1, Math.ceil(months.length / mostLabels));
  const half = x.step() / 2;
  return {
    width,
    height,
    plot,
    yTicks: ticks.map((tick) => ({ y: y(tick), label: label(tick) })),
    xTicks: places
      .filter((place) => place % every === 0)
      .map((place) => ({ x: at(place), label: months[place] ?? '' })),
    series: series.map((one) => ({
      label: one.label,
      path: pathOf(one.values, at, y),
      points: one.values.flatMap((value, place) =>
        value === undefined ? [] : [{ x: at(place), y: y(value) }],
      ),
    })),
    baseline: baseline && {
      left: at(baseline.first) - half,
      right: at(baseline.last) + half,
      y: baseline.level === undefined ? undefined : y(baseline.level),
    },
  };
}

function pathOf(
  values: readonly (number | undefined)[],
  x: (place: number) => number,
  y: (value: number) => number,
): string {
  const path = line<number | undefined>()
    .defined((value) => value !== undefined)
    .x((_, place) => x(place))
    .y((value) => y(value ?? 0))
    .digits(1);
  return path([...values]) ?? '';
}
