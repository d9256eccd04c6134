import { addressKey, coversDistrict } from '@zhaoguan/kernel';
import { bad, good, type Read } from './directory-row-values';
import { waysToNameTheTownship } from './office-of-place';

/** A division of the reference data (行政区划). */
export interface DirectoryDivision {
  readonly code: string;
  readonly name: string;
  readonly level: 'PROVINCE' | 'CITY' | 'COUNTY' | 'TOWNSHIP';
  readonly parent: string | null;
}

export interface DirectoryPlace {
  /** Six digits, of a county. */
  readonly district: string;
  /** Nine digits. */
  readonly township: string | null;
}

/** Finds counties and townships by code or by name as people write it, inside the jurisdiction of the importer. */
export class DivisionIndex {
  private readonly byCode: ReadonlyMap<string, DirectoryDivision>;
  private readonly byName = new Map<string, DirectoryDivision[]>();
  private readonly byParent = new Map<string | null, DirectoryDivision[]>();
  private readonly beginnings = new Map<string, readonly string[]>();

  /** @param jurisdiction district codes the importer may write to, `*` for all */
  constructor(
    divisions: readonly DirectoryDivision[],
    private readonly jurisdiction: readonly string[],
  ) {
    this.byCode = new Map(divisions.map((division) => [division.code, division]));
    for (const division of divisions) {
      const siblings = this.byParent.get(division.parent);
      if (siblings) siblings.push(division);
      else this.byParent.set(division.parent, [division]);
      for (const name of this.namesOf(division))
        this.byName.set(name, [...(this.byName.get(name) ?? []), division]);
    }
  }

  /** By a code of 6, 9 or 12 digits. */
  findByCode(text: string): Read<DirectoryPlace> {
    if (!/^(?:\d{6}|\d{9}|\d{12})$/.test(text)) return bad('行政区划代码应为6位、9位或者12位数字');
    const code = text.slice(0, 9).replace(/000$/, (tail) => (text.length > 6 ? '' : tail));
    const division = this.byCode.get(code);
    if (!division) return this.unknown(text);
    return this.place(division);
  }

  /** By what stands in a column of names: people also write the code there. */
  find(text: string): Read<DirectoryPlace> {
    return /^\d+$/.test(text) ? this.findByCode(text) : this.findByName(text);
  }

  /** By a name such as 长安区, 西安市长安区 or 陕西省西安市长安区. */
  findByName(text: string): Read<DirectoryPlace> {
    const found = (this.byName.get(squeeze(text)) ?? []).filter((division) => division.level === 'COUNTY');
    const [only, another] = found;
    if (!only) return this.unknown(text);
    if (!another) return this.place(only);
    const mine = found.filter((division) => this.covers(division.code));
    if (mine.length === 1 && mine[0]) return this.place(mine[0]);
    return bad(`“${text}”有${found.length}个，请写明省、市或者填写行政区划代码`);
  }

  /** A township of the county, by name, its 街道, 镇 or 乡 left out or not. */
  findTownship(district: string, text: string): Read<string> {
    const wanted = squeeze(text);
    const inside = this.byParent.get(district) ?? [];
    const bare = (name: string) => name.replace(/(?:街道(?:办事处)?|镇|乡)$/, '');
    const exact = inside.find((division) => division.name === wanted);
    const near = inside.filter((division) => bare(division.name) === bare(wanted));
    const township = exact ?? (near.length === 1 ? near[0] : undefined);
    return township
      ? good(township.code)
      : bad(`${this.byCode.get(district)?.name ?? district}没有“${text}”`);
  }

  /** Whether the importer is responsible for the place. */
  covers(code: string): boolean {
    return coversDistrict(this.jurisdiction, code);
  }

  /**
   * What an address of the county may begin with: nothing, or the names of its province, its city and itself, each written or left out. As the
   * keys of addresses are (`addressKey`).
   */
  beginningsOf(county: string): readonly string[] {
    const known = this.beginnings.get(county);
    if (known) return known;
    const beginnings = [
      ...new Set(
        this.namesDownTo(county).reduceRight<string[]>(
          (all, name) => [...all, ...all.map((rest) => name + rest)],
          [''],
        ),
      ),
    ];
    this.beginnings.set(county, beginnings);
    return beginnings;
  }

  /** The keys of an address as one may find it written: its own first, then with each beginning, its township as the place or as its office. */
  spellingsOf(county: string, address: string): readonly string[] {
    const bare = this.bareAddress(county, address);
    return [
      ...new Set([
        addressKey(address),
        ...waysToNameTheTownship(bare).flatMap((rest) =>
          this.beginningsOf(county).map((beginning) => beginning + rest),
        ),
      ]),
    ];
  }

  /** The key of an address without the names of province, city and county at its beginning: old lists leave them out, each its own way. */
  bareAddress(county: string, address: string): string {
    return this.namesDownTo(county).reduce(
      (rest, name) => (rest.startsWith(name) && rest.length > name.length ? rest.slice(name.length) : rest),
      addressKey(address),
    );
  }

  private namesDownTo(county: string): string[] {
    const names: string[] = [];
    for (let code: string | null = county; code !== null;) {
      const division = this.byCode.get(code);
      if (!division) break;
      names.unshift(addressKey(division.name));
      code = division.parent;
    }
    return names;
  }

  private place(division: DirectoryDivision): Read<DirectoryPlace> {
    if (division.level === 'TOWNSHIP')
      return good({ district: division.code.slice(0, 6), township: division.code });
    if (division.level === 'COUNTY') return good({ district: division.code, township: null });
    return bad(`“${division.name}”不是区县，请填写到区县`);
  }

  private unknown(text: string): Read<never> {
    return bad(`没有“${text}”这个区划，请填写现行的区县名称或者行政区划代码`);
  }

  /** 长安区, 西安市长安区, 陕西省西安市长安区, 陕西省长安区. */
  private namesOf(division: DirectoryDivision): string[] {
    const above: string[] = [];
    for (let up = division.parent; up !== null;) {
      const parent = this.byCode.get(up);
      if (!parent) break;
      above.push(parent.name);
      up = parent.parent;
    }
    const prefixes = above.reduce<string[]>(
      (all, name) => [...all, ...all.map((prefix) => name + prefix)],
      [''],
    );
    return [...new Set(prefixes.map((prefix) => prefix + division.name))];
  }
}

function squeeze(text: string): string {
  return text.replace(/[\s/、,，·-]/gu, '');
}
