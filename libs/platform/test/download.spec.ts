import { Readable } from 'node:stream';
import { download, type MediaType } from '../src';

describe('a download', () => {
  const headers = (fileName: string, mediaType: MediaType) =>
    download(Readable.from([]), { fileName, mediaType, size: 3 }).getHeaders();

  it.each([
    ['p.html', 'application/pdf', 'p.pdf'],
    ['scan.JPEG', 'image/jpeg', 'scan.JPEG'],
    ['scan.pdf', 'image/png', 'scan.png'],
    ['report v1.2', 'application/pdf', 'report v1.2.pdf'],
    ['.html', 'application/pdf', '.html.pdf'],
    ['file', 'image/jpeg', 'file.jpg'],
    ['a"b\\c%.pdf', 'application/pdf', 'a_b_c_.pdf'],
  ] as const)('of %s, which is %s, is called %s', (name, mediaType, expected) => {
    const { type, length, disposition } = headers(name, mediaType);
    expect([type, length]).toEqual([mediaType, 3]);
    expect(disposition).toContain(`attachment; filename="${expected}"; filename*=UTF-8''`);
  });

  it('keeps a Chinese name beside one that every browser reads', () => {
    expect(headers('执照（副本）.pdf', 'application/pdf').disposition).toBe(
      `attachment; filename="______.pdf"; filename*=UTF-8''%E6%89%A7%E7%85%A7%EF%BC%88%E5%89%AF%E6%9C%AC%EF%BC%89.pdf`,
    );
  });
});
