import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';

const FONT = require.resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf');

/** A one-page PDF that can be read, and looks like what offices are sent. @returns its path */
export async function writeDocument(folder: string, title: string): Promise<string> {
  const path = join(folder, `${title}.pdf`);
  const document = new PDFDocument({ size: 'A4', margin: 72, font: FONT });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => document.on('end', resolve));
  document.fontSize(22).text(title, { align: 'center' }).moveDown();
  document.fontSize(12).text('示例材料，内容均为虚构，仅用于演示和测试。', { lineGap: 6 });
  document.text('本机构承诺所提供的材料真实、有效，并对其真实性负责。', { lineGap: 6 });
  document.end();
  await ended;
  writeFileSync(path, Buffer.concat(chunks));
  return path;
}
