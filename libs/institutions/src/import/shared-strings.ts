import { DirectoryFileError } from './directory-file.errors';
import type { XmlAttributes, XmlHandler } from './xml-tokenizer';

const FIRST_BYTES = 64 * 1024;
const FIRST_COUNT = 1024;

/**
 * The distinct texts of an .xlsx (xl/sharedStrings.xml). Kept as UTF-8 in one buffer: millions of short JavaScript
 * strings would take several times the memory.
 */
export class SharedStrings implements XmlHandler {
  private bytes = Buffer.alloc(FIRST_BYTES);
  private ends = new Uint32Array(FIRST_COUNT);
  private count = 0;
  private current = '';
  private inText = false;
  private inPhonetic = false;

  constructor(private readonly maxBytes: number) {}

  /** @throws DirectoryFileError when a cell points at a text that is not there */
  get(index: number): string {
    if (!Number.isInteger(index) || index < 0 || index >= this.count) {
      throw new DirectoryFileError('DAMAGED', '文件中的文字索引有误，请重新另存为 .xlsx 后再导入');
    }
    return this.bytes.toString('utf8', this.start(index), this.ends[index]);
  }

  open(name: string, _attributes: XmlAttributes): void {
    if (name === 'si') this.current = '';
    else if (name === 'rPh') this.inPhonetic = true;
    else if (name === 't') this.inText = true;
  }

  /** Rich text comes in several runs; its pinyin or furigana (`rPh`) is a reading aid and no part of the cell. */
  text(value: string): void {
    if (this.inText && !this.inPhonetic) this.current += value;
  }

  close(name: string): void {
    if (name === 'si') this.add(this.current);
    else if (name === 'rPh') this.inPhonetic = false;
    else if (name === 't') this.inText = false;
  }

  private start(index: number): number {
    return index === 0 ? 0 : (this.ends[index - 1] ?? 0);
  }

  private add(text: string): void {
    const from = this.start(this.count);
    const to = from + Buffer.byteLength(text);
    if (to > this.maxBytes) throw new DirectoryFileError('TOO_LARGE', '文件中的文字过多，请拆分后再导入');
    if (to > this.bytes.length) this.bytes = Buffer.concat([this.bytes], Math.max(to, this.bytes.length * 2));
    if (this.count === this.ends.length) {
      const longer = new Uint32Array(this.ends.length * 2);
      longer.set(this.ends);
      this.ends = longer;
    }
    this.bytes.write(text, from, 'utf8');
    this.ends[this.count] = to;
    this.count += 1;
  }
}
