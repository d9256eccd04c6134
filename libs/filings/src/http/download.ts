import type { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { MediaType } from '@zhaoguan/platform';

/** A file as a download: never shown inline, whatever it contains, under the name it was uploaded with (RFC 6266). */
export function download(
  content: Readable,
  file: { readonly fileName: string; readonly size: number; readonly mediaType: MediaType },
): StreamableFile {
  const plain = file.fileName.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(file.fileName).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return new StreamableFile(content, {
    type: file.mediaType,
    length: file.size,
    disposition: `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
  });
}
