import { Injectable } from '@nestjs/common';
import { PersonStore } from '@zhaoguan/access';
import { refuse, SYSTEM_ID, type Caller } from '@zhaoguan/contracts';
import { decodeIdCursor, encodeCursor } from '@zhaoguan/kernel';
import { pageOf, UnitOfWork, type Page, type Tx } from '@zhaoguan/platform';
import { InstitutionStore } from '../store/institution.store';
import { LinkStore, type LinkEntry } from '../store/link.store';
import { RelatedStore, type RelatedCriteria, type RelatedInstitution } from '../store/related.store';

export type LinkEntryView = Omit<LinkEntry, 'madeBy'> & { readonly madeByName: string };

export interface RelatedPage extends Page<RelatedInstitution> {
  /** How many more there are outside the jurisdiction, whose names are not told. */
  readonly elsewhere: number;
}

/** Where an institution comes from and what it belongs to (沿革与关联), for officials. */
@Injectable()
export class Lineage {
  constructor(
    private readonly work: UnitOfWork,
    private readonly institutions: InstitutionStore,
    private readonly relatives: RelatedStore,
    private readonly links: LinkStore,
    private readonly people: PersonStore,
  ) {}

  /** @throws NOT_FOUND, INVALID_CURSOR */
  related(caller: Caller, id: string, criteria: RelatedCriteria): Promise<RelatedPage> {
    return this.work.read(caller, async (manager) => {
      await this.require(manager, id);
      const rows = await this.relatives.find(manager, id, criteria);
      const page = pageOf(
        rows,
        criteria.limit,
        ({ step: _step, ...row }): RelatedInstitution => row,
        (row) => this.relatives.cursorOf(row),
      );
      const elsewhere = await this.relatives.countElsewhere(manager, id, criteria.relation);
      return { ...page, elsewhere };
    });
  }

  /** What was entered and found, with who and why, the latest first. @throws NOT_FOUND, INVALID_CURSOR */
  entries(
    caller: Caller,
    id: string,
    { limit, cursor }: { readonly limit: number; readonly cursor?: string },
  ): Promise<Page<LinkEntryView>> {
    return this.work.read(caller, async (manager) => {
      await this.require(manager, id);
      const before = cursor === undefined ? null : decodeIdCursor(cursor);
      const rows = await this.links.list(manager, id, { before, limit });
      const names = await this.people.listNames(manager, [...new Set(rows.map(({ madeBy }) => madeBy))]);
      const nameOf = (personId: string) => (personId === SYSTEM_ID ? '系统' : (names.get(personId) ?? ''));
      return pageOf(
        rows,
        limit,
        ({ madeBy, ...entry }): LinkEntryView => ({ ...entry, madeByName: nameOf(madeBy) }),
        (row) => encodeCursor([row.id]),
      );
    });
  }

  private async require(manager: Tx['manager'], id: string): Promise<void> {
    if (!(await this.institutions.findById(manager, id))) throw refuse('NOT_FOUND');
  }
}
