import { Injectable } from '@nestjs/common';
import { LEAD_DEPARTMENT } from '@zhaoguan/contracts';
import { OnJob, ReferenceData, type JobRun } from '@zhaoguan/platform';
import { filingUnattended, unattendedInDistrict } from '../domain/case-notices';
import { FactStore } from '../store/fact.store';
import { Audience } from '../use-cases/audience';
import { Tell } from '../use-cases/tell';

/**
 * A case that nobody of its authority may decide is told at once to who can arrange for somebody: the nearest head, and the administrators
 * of the place, without what it is about.
 */
@Injectable()
export class UnattendedNotices {
  constructor(
    private readonly facts: FactStore,
    private readonly audience: Audience,
    private readonly tell: Tell,
    private readonly reference: ReferenceData,
  ) {}

  @OnJob('workbench.tell-filing-unattended')
  async unattended(run: JobRun<'workbench.tell-filing-unattended'>): Promise<void> {
    await run.complete(async (tx) => {
      const filing = await this.facts.filing(tx.manager, run.payload.filingId);
      if (!filing) return;
      const duty = { permission: 'overdue.supervise', department: LEAD_DEPARTMENT[filing.kind] } as const;
      const concerned = await this.facts.concernedWith(tx.manager, filing.id);
      const heads = await this.audience.holdersAt(tx, filing, duty, concerned);
      await this.tell.execute(tx, heads, run.traceId, filingUnattended(filing));
      const administrators = await this.audience.holders(tx, {
        permission: 'person.manage',
        districts: [filing.township ?? filing.district],
        department: null,
      });
      const name = (await this.reference.districts()).get(filing.district)?.name ?? filing.district;
      const others = administrators.filter((id) => !heads.includes(id));
      await this.tell.execute(tx, others, run.traceId, unattendedInDistrict(filing, name));
    });
  }
}
