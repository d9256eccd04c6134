import { pipeline, Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

const LOCAL_SIGNATURE = 0x04034b50;
const DESCRIPTOR_SIGNATURE = 0x08074b50;
const ENTRY_SIGNATURE = 0x02014b50;
const END_SIGNATURE = 0x06054b50;
const VERSION = 20;
/** Sizes and checksum follow the content, so that it need not be known before it is written (APPNOTE.TXT 4.4.4, bit 3). */
const SIZES_FOLLOW = 8;
const DEFLATED = 8;
/** 1980-01-01, the first day a zip file can name: the same rows make the same file. */
const FIRST_DAY = 0x21;

interface WrittenPart {
  readonly name: Buffer;
  readonly offset: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}

/** A zip file written from its beginning to its end, never held as a whole. Sizes fit 32 bits or it throws. */
export class ZipStream {
  private readonly parts: WrittenPart[] = [];
  private offset = 0;

  /** @param texts the content of the part, piece by piece */
  async *part(name: string, texts: AsyncIterable<string> | Iterable<string>): AsyncGenerator<Buffer> {
    const part = { name: Buffer.from(name), offset: this.offset, crc: 0, packed: 0, size: 0 };
    const header = Buffer.alloc(30);
    header.writeUInt32LE(LOCAL_SIGNATURE, 0);
    writeKind(header, 4);
    header.writeUInt16LE(part.name.length, 26);
    yield this.count(Buffer.concat([header, part.name]));
    const measured = async function* (): AsyncGenerator<Buffer> {
      for await (const text of texts) {
        const bytes = Buffer.from(text);
        part.crc = crc32(bytes, part.crc);
        part.size += bytes.length;
        yield bytes;
      }
    };
    // What the source throws comes out of the stream below.
    const packing = pipeline(Readable.from(measured()), createDeflateRaw(), () => undefined);
    for await (const piece of packing) {
      part.packed += (piece as Buffer).length;
      yield this.count(piece as Buffer);
    }
    this.parts.push(part);
    const descriptor = Buffer.alloc(16);
    descriptor.writeUInt32LE(DESCRIPTOR_SIGNATURE, 0);
    writeSizes(descriptor, 4, part);
    yield this.count(descriptor);
  }

  /** The directory, after the last part. */
  *end(): Generator<Buffer> {
    const start = this.offset;
    for (const part of this.parts) {
      const entry = Buffer.alloc(46);
      entry.writeUInt32LE(ENTRY_SIGNATURE, 0);
      entry.writeUInt16LE(VERSION, 4);
      writeKind(entry, 6);
      writeSizes(entry, 16, part);
      entry.writeUInt16LE(part.name.length, 28);
      entry.writeUInt32LE(part.offset, 42);
      yield this.count(Buffer.concat([entry, part.name]));
    }
    const end = Buffer.alloc(22);
    end.writeUInt32LE(END_SIGNATURE, 0);
    end.writeUInt16LE(this.parts.length, 8);
    end.writeUInt16LE(this.parts.length, 10);
    end.writeUInt32LE(this.offset - start, 12);
    end.writeUInt32LE(start, 16);
    yield end;
  }

  private count(bytes: Buffer): Buffer {
    this.offset += bytes.length;
    return bytes;
  }
}

function writeKind(header: Buffer, at: number): void {
  header.writeUInt16LE(VERSION, at);
  header.writeUInt16LE(SIZES_FOLLOW, at + 2);
  header.writeUInt16LE(DEFLATED, at + 4);
  header.writeUInt16LE(FIRST_DAY, at + 8);
}

function writeSizes(header: Buffer, at: number, { crc, packed, size }: WrittenPart): void {
  header.writeUInt32LE(crc, at);
  header.writeUInt32LE(packed, at + 4);
  header.writeUInt32LE(size, at + 8);
}
