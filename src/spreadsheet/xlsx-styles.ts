import { builtInFormat, generalFormat, type NumberFormat, numberFormat } from './number-format.ts';
import { attribute, XmlScanner } from './xml-scanner.ts';

/** The number format of each cell style, by the style index that cells carry. */
export async function readStyles(chunks: AsyncIterable<string>): Promise<readonly NumberFormat[]> {
  const custom = new Map<number, NumberFormat>();
  const styles: NumberFormat[] = [];
  let inCellStyles = false;
  const scanner = new XmlScanner({
    open(name, tag) {
      if (name === 'numFmt')
        custom.set(Number(attribute(tag, 'numFmtId')), numberFormat(attribute(tag, 'formatCode')));
      else if (name === 'cellXfs') inCellStyles = true;
      else if (name === 'xf' && inCellStyles) styles.push(formatOf(tag, custom));
    },
    close(name) {
      if (name === 'cellXfs') inCellStyles = false;
    },
    text() {},
  });
  for await (const chunk of chunks) scanner.write(chunk);
  return styles;
}

function formatOf(tag: string, custom: ReadonlyMap<number, NumberFormat>): NumberFormat {
  const id = Number(attribute(tag, 'numFmtId') ?? 0);
  return custom.get(id) ?? (id < 164 ? builtInFormat(id) : generalFormat);
}
