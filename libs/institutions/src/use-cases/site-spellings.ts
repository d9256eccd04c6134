import { Injectable } from '@nestjs/common';
import { ReferenceData } from '@zhaoguan/platform';
import { addressKey } from '@zhaoguan/kernel';
import { DivisionIndex, type DirectoryDivision } from '../domain/directory-row-district';
import type { SiteKey, SpelledSite } from '../domain/institution';
import { withTownship } from '../domain/township-spellings';

/**
 * A site by every way of beginning its address: with the names of province, city, county and township, or without some of them. Whoever files the
 * same house in another spelling files the same site.
 */
@Injectable()
export class SiteSpellings {
  constructor(private readonly reference: ReferenceData) {}

  /** @returns the site with the keys of its address, in the order in which they count */
  async of(site: SiteKey): Promise<SpelledSite> {
    const chain: DirectoryDivision[] = [];
    const districts = await this.reference.districts();
    for (
      let at = districts.get(site.district);
      at;
      at = at.parent === null ? undefined : districts.get(at.parent)
    )
      chain.push(at);
    const divisions = new DivisionIndex(chain, []);
    const inside = [...districts.values()].filter(({ parent }) => parent === site.district);
    const houses = withTownship(
      divisions.bareAddress(site.district, site.address),
      inside,
      site.township ?? null,
    );
    const spelled = houses.flatMap((house) => divisions.spellingsOf(site.district, house));
    return { ...site, spellings: [...new Set([addressKey(site.address), ...spelled])] };
  }
}
