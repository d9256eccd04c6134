import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { UnitOfWork, type Tx } from '@zhaoguan/platform';
import type { Institution } from '../domain/institution';
import { pairOf, requirePredecessor, type LinkClaim } from '../domain/link';
import { InstitutionStore } from '../store/institution.store';
import { LinkStore } from '../store/link.store';
import { InstitutionOffice } from './institution-office';

/** An official enters what an institution has to do with another one, or that it has not; each a row of its own. */
@Injectable()
export class EnterLink {
  constructor(
    private readonly work: UnitOfWork,
    private readonly institutions: InstitutionStore,
    private readonly links: LinkStore,
    private readonly office: InstitutionOffice,
    private readonly audit: AuditLog,
  ) {}

  /** @throws NOT_FOUND of either, WRONG_DISTRICT, WRONG_DEPARTMENT, LINK_UNCHANGED, and what the rules of a link say */
  execute(caller: Caller, id: string, claim: LinkClaim): Promise<void> {
    return this.work.run(caller, async (tx) => {
      const institution = await this.institutions.getForUpdate(tx, id);
      await this.office.require(caller, institution);
      const pair = pairOf(institution, claim);
      const standsNow = await this.links.stands(tx.manager, pair);
      if (claim.stands === (standsNow ?? false)) throw refuse('LINK_UNCHANGED');
      if (claim.stands && claim.otherId !== undefined)
        await this.check(tx, institution, claim, claim.otherId);
      await this.links.insert(tx, {
        ...pair,
        stands: claim.stands,
        basis: 'ENTERED',
        reason: claim.reason.trim(),
      });
      const { kind, otherId, otherCode } = pair;
      await this.audit.append(tx, {
        action: claim.stands ? 'institution.linked' : 'institution.link-corrected',
        subjectType: 'institution',
        subjectId: id,
        district: institution.district,
        detail: {
          link: kind,
          institutionId: otherId === id ? pair.institutionId : otherId,
          headquarters: otherCode,
        },
      });
    });
  }

  private async check(tx: Tx, institution: Institution, { kind }: LinkClaim, otherId: string): Promise<void> {
    const other = await this.institutions.findById(tx.manager, otherId);
    if (!other) throw refuse('NOT_FOUND');
    if (kind !== 'PREDECESSOR') return;
    requirePredecessor(institution, other, await this.links.successorsOf(tx.manager, institution.id));
  }
}
