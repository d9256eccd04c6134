import { Injectable } from '@nestjs/common';
import { ReferenceData } from '@zhaoguan/platform';
import { DivisionIndex, type DirectoryDivision } from '../domain/directory-row-district';
import type { SiteKey, SpelledSite } from '../domain/institution';

/**
 * A site by every way of beginning its address: with the names of province, city and county, or without some of them. Whoever files the
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
    return { ...site, spellings: new DivisionIndex(chain, []).spellingsOf(site.district, site.address) };
  }
}
