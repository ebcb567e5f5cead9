import { toString as toQrCode } from 'qrcode';

/** A QR code as SVG, with middling error correction: it still reads when printed small or a little worn. */
export function qrCodeSvg(text: string): Promise<string> {
  return toQrCode(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 0 });
}
