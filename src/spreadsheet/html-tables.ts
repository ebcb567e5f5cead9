const tableTag = /<(\/?)table\b[^>]*>/gi;

/**
 * A web page with its tables one after the other. Report programs lay pages out with tables around tables, which
 * SheetJS reads as one; here an inner table stands by itself, and what is left of the outer one comes after it.
 */
export function withoutNestedTables(page: string): string {
  const finished: string[] = [];
  const open: string[] = [];
  let isNested = false;
  let at = 0;
  for (const tag of page.matchAll(tableTag)) {
    const before = page.slice(at, tag.index);
    at = tag.index + tag[0].length;
    const inner = open.length - 1;
    if (inner >= 0) open[inner] += before;
    if (tag[1] === '') {
      isNested ||= inner >= 0;
      open.push('');
    } else if (inner >= 0) finished.push(open.pop() ?? '');
  }
  if (!isNested) return page;
  // A page that breaks off leaves tables open.
  const rest = open.toReversed().map((content, depth) => (depth === 0 ? content + page.slice(at) : content));
  const tables = [...finished, ...rest].map((content) => `<table>${content}</table>`);
  return `<html><body>${tables.join('')}</body></html>`;
}
