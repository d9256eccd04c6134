import { Injectable } from '@nestjs/common';
import { refuse, type Caller, type PaperKindOf } from '@zhaoguan/contracts';
import { UnitOfWork, type Page, type PaperLine, type Tx } from '@zhaoguan/platform';
import { GivenPaperStore } from '../store/given-paper.store';
import { RemovalStore } from '../store/removal.store';
import { RemovalOffice } from './removal-office';

/** The papers of a removal (文书), for who reads the case: the institution, and the officials in charge. */
@Injectable()
export class RemovalPapersQuery {
  constructor(
    private readonly work: UnitOfWork,
    private readonly removals: RemovalStore,
    private readonly papers: GivenPaperStore,
    private readonly office: RemovalOffice,
  ) {}

  /** The latest first. @throws NOT_FOUND */
  async list(caller: Caller, id: string): Promise<Page<PaperLine<PaperKindOf<'removals'>>>> {
    return this.work.read(caller, async (manager) => {
      await this.requireReader(manager, caller, id);
      return { items: await this.papers.list(manager, id), nextCursor: null };
    });
  }

  /** @throws NOT_FOUND, PAPER_NOT_READY before it is printed */
  file(caller: Caller, id: string, paperId: string): Promise<NonNullable<PaperLine['file']>> {
    return this.work.read(caller, async (manager) => {
      await this.requireReader(manager, caller, id);
      return this.papers.file(manager, id, paperId);
    });
  }

  private async requireReader(manager: Tx['manager'], caller: Caller, id: string): Promise<void> {
    const { kind } = await this.removals.get(manager, id);
    const isOfficial = caller.permissions.has('removal.read');
    if (isOfficial && !this.office.kindsOf(caller).includes(kind)) throw refuse('NOT_FOUND');
  }
}
