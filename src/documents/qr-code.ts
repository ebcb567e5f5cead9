import { create } from 'qrcode';

/**
 * A QR code as SVG, one unit to a module and without a margin: the template leaves white around it. Middling
 * error correction: it still reads when printed small or a little worn.
 */
export function qrCodeSvg(text: string): string {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const size = modules.size;
  const rows = Array.from({ length: size }, (_, y) =>
    darkRuns(modules.data.subarray(y * size, (y + 1) * size), y),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${rows.join('')}"/></svg>`;
}

/** Neighboring dark modules of a row as one rectangle, so that no hairline parts them in print. */
function darkRuns(row: Uint8Array, y: number): string {
  const runs = Array.from(row, String).join('').matchAll(/1+/g);
  return Array.from(runs, ({ 0: run, index }) => `M${index} ${y}h${run.length}v1h-${run.length}z`).join('');
}
