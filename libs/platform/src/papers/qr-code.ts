import QRCode from 'qrcode';
import { THEME } from '@zhaoguan/contracts';

export const QR_SIZE = 84;

interface Place {
  readonly left: number;
  readonly top: number;
}

/** Drawn as squares: sharp at any size, and the same bytes every time. */
export function drawQr(doc: PDFKit.PDFDocument, address: string, { left, top }: Place): void {
  const { modules } = QRCode.create(address, { errorCorrectionLevel: 'M' });
  const cell = QR_SIZE / modules.size;
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column)) doc.rect(left + column * cell, top + row * cell, cell, cell);
    }
  }
  doc.fill(THEME.ink);
}
