import { malformed } from './draw.errors';
import { utf8 } from './hash';
import { ID_WORDS, isId, readObject } from './read-input';
import { sortRows } from './sort-rows';

const TAB = 9;
const LF = 10;
const MAX_ID_LENGTH = 64;
/** Two more ids, two TABs and the LF. */
const MAX_LINE_LENGTH = 3 * MAX_ID_LENGTH + 3;

const ID_BYTE = new Uint8Array(128);
for (const byte of utf8('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-'))
  ID_BYTE[byte] = 1;

/**
 * All targets in ascending order of id, without an object for each: the canonical lines `id TAB stratum TAB district LF`
 * one after the other, and where in them each row begins.
 */
export interface TargetTable {
  readonly count: number;
  readonly ids: readonly string[];
  readonly lines: Uint8Array;
  /** Row i is `lines[starts[i] .. starts[i + 1]]`. */
  readonly starts: Uint32Array;
  readonly idLengths: Uint8Array;
  /** Row → index into `strata`. */
  readonly stratumOf: Uint32Array;
  readonly strata: readonly string[];
  /** Row → index into `districts`. */
  readonly districtOf: Uint32Array;
  readonly districts: readonly string[];
}

/**
 * Targets as an array of objects, or as bytes in the canonical line form (in any order).
 * @throws DrawError MALFORMED for anything else, a bad id, or an id twice
 */
export function readTargets(value: unknown): TargetTable {
  const builder = new TableBuilder();
  // By name, not by instanceof: bytes that come from another realm (a worker, a sandbox) are as good.
  if (Object.prototype.toString.call(value) === '[object Uint8Array]')
    readLines(value as Uint8Array, builder);
  else if (Array.isArray(value)) readObjects(value, builder);
  else throw malformed('targets', '数组', value);
  return builder.build();
}

function readObjects(values: readonly unknown[], builder: TableBuilder): void {
  for (let i = 0; i < values.length; i++) {
    const source = readObject(values[i], `targets[${i}]`);
    builder.add(source['id'], source['stratum'], source['district']);
  }
}

function readLines(bytes: Uint8Array, builder: TableBuilder): void {
  const text = new TextDecoder().decode(bytes);
  for (let at = 0; at < text.length;) {
    const end = text.indexOf('\n', at);
    if (end < 0) throw malformed('targets', '每行以换行结尾', text.slice(at));
    const first = text.indexOf('\t', at);
    const second = text.indexOf('\t', first + 1);
    if (first < 0 || second < 0) throw malformed('targets', '每行三个字段', text.slice(at, end));
    builder.add(text.slice(at, first), text.slice(first + 1, second), text.slice(second + 1, end));
    at = end + 1;
  }
}

/** Distinct strata or districts, each with its number and its bytes. */
class Dictionary {
  readonly names: string[] = [];
  readonly bytes: Uint8Array[] = [];
  private readonly numbers = new Map<unknown, number>();

  numberOf(name: unknown, path: string): number {
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    if (!isId(name)) throw malformed(path, ID_WORDS, name);
    this.numbers.set(name, this.names.length);
    this.bytes.push(utf8(name));
    return this.names.push(name) - 1;
  }
}

class TableBuilder {
  private count = 0;
  /** The strings as given: making a million of them anew costs more than sorting them. */
  private readonly ids: string[] = [];
  private length = 0;
  private lines = new Uint8Array(1 << 16);
  private starts = new Uint32Array(1 << 11);
  private idLengths = new Uint8Array(1 << 11);
  private stratumOf = new Uint32Array(1 << 11);
  private districtOf = new Uint32Array(1 << 11);
  private readonly strata = new Dictionary();
  private readonly districts = new Dictionary();

  add(id: unknown, stratum: unknown, district: unknown): void {
    const row = this.count;
    this.makeRoom();
    const stratumNumber = this.strata.numberOf(stratum, `targets[${row}].stratum`);
    const districtNumber = this.districts.numberOf(district, `targets[${row}].district`);
    this.starts[row] = this.length;
    this.idLengths[row] = this.writeId(id, row);
    this.stratumOf[row] = stratumNumber;
    this.districtOf[row] = districtNumber;
    this.writeField(TAB, this.strata.bytes[stratumNumber]!);
    this.writeField(TAB, this.districts.bytes[districtNumber]!);
    this.lines[this.length++] = LF;
    this.starts[row + 1] = this.length;
    this.count++;
  }

  /** Checks and copies in one pass; a regular expression for each of a million ids is slower. */
  private writeId(id: unknown, row: number): number {
    if (typeof id !== 'string' || id.length < 1 || id.length > MAX_ID_LENGTH) {
      throw malformed(`targets[${row}].id`, ID_WORDS, id);
    }
    for (let i = 0; i < id.length; i++) {
      const code = id.charCodeAt(i);
      if (ID_BYTE[code] !== 1) throw malformed(`targets[${row}].id`, ID_WORDS, id);
      this.lines[this.length++] = code;
    }
    this.ids.push(id);
    return id.length;
  }

  private writeField(separator: number, field: Uint8Array): void {
    this.lines[this.length++] = separator;
    for (let i = 0; i < field.length; i++) this.lines[this.length++] = field[i]!;
  }

  private makeRoom(): void {
    if (this.length + MAX_LINE_LENGTH > this.lines.length) {
      this.lines = grow(this.lines, new Uint8Array(this.lines.length * 2));
    }
    if (this.count + 2 <= this.starts.length) return;
    const size = this.starts.length * 2;
    this.starts = grow(this.starts, new Uint32Array(size));
    this.idLengths = grow(this.idLengths, new Uint8Array(size));
    this.stratumOf = grow(this.stratumOf, new Uint32Array(size));
    this.districtOf = grow(this.districtOf, new Uint32Array(size));
  }

  build(): TargetTable {
    const order = sortRows(this.lines, this.starts.subarray(0, this.count + 1));
    const table = {
      count: this.count,
      ids: new Array<string>(this.count),
      lines: new Uint8Array(this.length),
      starts: new Uint32Array(this.count + 1),
      idLengths: new Uint8Array(this.count),
      stratumOf: new Uint32Array(this.count),
      strata: this.strata.names,
      districtOf: new Uint32Array(this.count),
      districts: this.districts.names,
    };
    // Plain loops: the callbacks of map and from take longer than the copying.
    for (let row = 0, at = 0; row < this.count; row++) {
      const given = order[row]!;
      table.ids[row] = this.ids[given]!;
      table.idLengths[row] = this.idLengths[given]!;
      table.stratumOf[row] = this.stratumOf[given]!;
      table.districtOf[row] = this.districtOf[given]!;
      const end = this.starts[given + 1]!;
      for (let i = this.starts[given]!; i < end; i++) table.lines[at++] = this.lines[i]!;
      table.starts[row + 1] = at;
    }
    requireUniqueIds(table.ids);
    return table;
  }
}

function grow<T extends Uint8Array | Uint32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** Rows are in order of id, so a repeated id has its twin next to it. */
function requireUniqueIds(ids: readonly string[]): void {
  for (let row = 1; row < ids.length; row++) {
    if (ids[row] === ids[row - 1]) throw malformed('targets', '不重复的编号', ids[row]);
  }
}
