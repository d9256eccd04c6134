import { DirectoryFileError } from './directory-file.errors';

export type XmlAttributes = Readonly<Record<string, string>>;

/** Called for each part of the document in order; names come without their namespace prefix. */
export interface XmlHandler {
  open(name: string, attributes: XmlAttributes): void;
  /** May come in several pieces. */
  text(value: string): void;
  close(name: string): void;
}

/** Longest piece of markup that may be waited for; a cell reference or a number format is far shorter. */
const MAX_MARKUP = 1024 * 1024;
const LT = 60;
const GT = 62;
const QUOTE = 34;
const APOSTROPHE = 39;
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/**
 * Cuts the XML of an .xlsx into tags and text as it streams in. Knows no document type on purpose: a DOCTYPE, with
 * which entities could be declared and files fetched, is refused.
 */
export class XmlTokenizer {
  private rest = '';

  constructor(private readonly handler: XmlHandler) {}

  push(chunk: string): void {
    const buffer = this.rest + chunk;
    let at = 0;
    for (;;) {
      const next = buffer.charCodeAt(at) === LT ? this.markup(buffer, at) : this.characters(buffer, at);
      if (next < 0) break;
      at = next;
    }
    this.rest = buffer.slice(at);
    if (this.rest.length > MAX_MARKUP) throw malformed();
  }

  /** @throws DirectoryFileError when the document stops in the middle of something */
  end(): void {
    if (this.rest.trim() !== '') throw malformed();
  }

  /** Text up to the next tag; −1 when more has to come first. */
  private characters(buffer: string, at: number): number {
    if (at >= buffer.length) return -1;
    const lt = buffer.indexOf('<', at);
    let end = lt < 0 ? buffer.length : lt;
    if (lt < 0) {
      const ampersand = buffer.lastIndexOf('&');
      if (ampersand >= at && buffer.indexOf(';', ampersand) < 0) end = ampersand;
      if (end === at) return -1;
    }
    this.handler.text(decodeEntities(buffer.slice(at, end)));
    return end;
  }

  private markup(buffer: string, at: number): number {
    const second = buffer.charAt(at + 1);
    if (second === '') return -1;
    if (second === '?') return after(buffer, '?>', at);
    if (second === '!') return this.declaration(buffer, at);
    const gt = endOfTag(buffer, at + 1);
    if (gt < 0) return -1;
    if (second === '/') {
      this.handler.close(localName(buffer.slice(at + 2, gt).trimEnd()));
    } else {
      this.openTag(buffer.slice(at + 1, gt));
    }
    return gt + 1;
  }

  private declaration(buffer: string, at: number): number {
    if (buffer.startsWith('<!--', at)) return after(buffer, '-->', at);
    if (buffer.startsWith('<![CDATA[', at)) {
      const end = buffer.indexOf(']]>', at);
      if (end < 0) return -1;
      this.handler.text(buffer.slice(at + 9, end));
      return end + 3;
    }
    if (buffer.length - at < 9) return -1;
    throw new DirectoryFileError(
      'SUSPICIOUS',
      '文件内含文档类型声明，已停止读取；请重新另存为 .xlsx 后再导入',
    );
  }

  private openTag(tag: string): void {
    const empty = tag.endsWith('/');
    const body = empty ? tag.slice(0, -1) : tag;
    const nameEnd = body.search(/\s/);
    const name = localName(nameEnd < 0 ? body : body.slice(0, nameEnd));
    this.handler.open(name, nameEnd < 0 ? {} : readAttributes(body.slice(nameEnd)));
    if (empty) this.handler.close(name);
  }
}

function after(buffer: string, mark: string, at: number): number {
  const found = buffer.indexOf(mark, at);
  return found < 0 ? -1 : found + mark.length;
}

/** The closing `>`, past those inside attribute values. */
function endOfTag(buffer: string, from: number): number {
  for (let i = from; i < buffer.length; i += 1) {
    const code = buffer.charCodeAt(i);
    if (code === GT) return i;
    if (code !== QUOTE && code !== APOSTROPHE) continue;
    i = buffer.indexOf(code === QUOTE ? '"' : "'", i + 1);
    if (i < 0) return -1;
  }
  return -1;
}

/**
 * One pass, each attribute beginning where the one before ended: an expression that looked for the next one would begin anew at each
 * letter of a tag that has none.
 */
function readAttributes(text: string): XmlAttributes {
  const attributes: Record<string, string> = Object.create(null);
  const attribute = /\s*([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;
  const end = text.trimEnd().length;
  while (attribute.lastIndex < end) {
    const match = attribute.exec(text);
    if (match === null) throw malformed();
    attributes[localName(match[1] ?? '')] = decodeEntities(match[2] ?? match[3] ?? '');
  }
  return attributes;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w{1,8}));/g, (_, hex, decimal, name) => {
    const known = ENTITIES.get(name);
    if (known !== undefined) return known;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    if (!(code <= 0x10ffff)) throw malformed();
    return String.fromCodePoint(code);
  });
}

function malformed(): DirectoryFileError {
  return new DirectoryFileError('DAMAGED', '文件内容不完整或不规范，请重新另存为 .xlsx 后再导入');
}
