import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { PrintedPdf } from '../printing/case-document';
import type { MediaType } from '../storage/media-type';

const EXTENSIONS: Readonly<Record<MediaType, readonly string[]>> = {
  'application/pdf': ['.pdf'],
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/png': ['.png'],
};

/** What looks like the ending of a file name; the 2 of “v1.2” does not. */
const ANOTHER_EXTENSION = /(?<=.)\.[a-z][a-z0-9]{0,4}$/i;

/**
 * A file as a download (RFC 6266): never shown inline, whatever it contains, under the name it was uploaded with. The
 * ending is that of its content: a PDF that is a page of HTML as well must not be opened as one.
 */
export function download(
  content: Readable,
  file: { readonly fileName: string; readonly size: number; readonly mediaType: MediaType },
): StreamableFile {
  const name = withExtensionOf(file.mediaType, file.fileName);
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return new StreamableFile(content, {
    type: file.mediaType,
    length: file.size,
    disposition: `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
  });
}

/** A document that was printed for who asks, and is not kept. */
export function downloadPrinted({ content, fileName }: PrintedPdf): StreamableFile {
  return download(Readable.from([content]), { fileName, size: content.length, mediaType: 'application/pdf' });
}

function withExtensionOf(type: MediaType, name: string): string {
  const [usual = '', ...others] = EXTENSIONS[type];
  const right = [usual, ...others].some((extension) => name.toLowerCase().endsWith(extension));
  return right ? name : `${name.replace(ANOTHER_EXTENSION, '')}${usual}`;
}
