import { typedTime } from '../class-session/class-day.ts';

/** An hour of half a day, without a word on which half: `3` or `3:30`, and not `03:00` as a field of times sends it. */
const eitherHalf = /^([1-9]|1[0-2])(?:[:.]?\d{2})?$/;

/**
 * The end that was meant, as `15:00`: from `2 pm` to `3` is to 3 PM, the next such hour after the beginning. An end that
 * names its half of the day, or that has no such hour later on the day, is read as it stands; undefined when it is no time.
 */
export function typedEnd(start: string, end: string): string | undefined {
  const [begins, read] = [typedTime(start), typedTime(end)];
  if (!begins || !read || read > begins || !eitherHalf.test(end.trim())) return read;
  const later = typedTime(`${end.trim()} pm`);
  return later && later > begins ? later : read;
}
