import { Injectable } from '@nestjs/common';
import { SEARCH_GROUPS, type Caller } from '@zhaoguan/contracts';
import { jurisdictionPrefixes } from '@zhaoguan/kernel';
import { UnitOfWork, type Tx } from '@zhaoguan/platform';
import { withMatter } from '../domain/filing-hit';
import { MOST_HITS, placeTerms, spellingsOf, type SearchGroupHits, type SearchHit } from '../domain/search';
import { SearchStore, type SearchCriteria } from '../store/search.store';

/** Looks for a name or a number in everything that a person may see (检索), and never in more than their lists show. */
@Injectable()
export class Search {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: SearchStore,
  ) {}

  /** @param fragment two characters or more of a name, or a whole number @returns the groups in which something was found */
  execute(caller: Caller, fragment: string): Promise<SearchGroupHits[]> {
    const criteria = criteriaOf(caller, fragment);
    return this.work.read(caller, async (manager) => {
      const found: SearchGroupHits[] = [];
      for (const group of SEARCH_GROUPS) {
        if (!this.store.isOpenTo(group, caller.permissions)) continue;
        const hits = await this.store.find(manager, group, criteria);
        if (hits.length === 0) continue;
        const shown = hits.slice(0, MOST_HITS);
        found.push({
          group,
          hits: group === 'FILINGS' ? await this.described(manager, shown) : shown,
          more: hits.length > MOST_HITS,
        });
      }
      return found;
    });
  }

  /** One institution has many cases, all of one name and one number. */
  private async described(manager: Tx['manager'], hits: readonly SearchHit[]): Promise<SearchHit[]> {
    const filings = await this.store.filings(
      manager,
      hits.map(({ subjectId }) => subjectId),
    );
    return hits.map((hit) =>
      withMatter(
        hit,
        filings.find(({ id }) => id === hit.subjectId),
      ),
    );
  }
}

function criteriaOf({ id, permissions, departments, districts }: Caller, fragment: string): SearchCriteria {
  return {
    personId: id,
    permissions: [...permissions],
    departments,
    places: districts.includes('*') ? null : placeTerms(jurisdictionPrefixes(districts)),
    ofTheOffice: districts.length > 0,
    fragment,
    numbers: spellingsOf(fragment),
  };
}
