import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import type { Tx } from '@zhaoguan/platform';
import { InstitutionStore } from '../store/institution.store';
import { LinkStore, type NewLink } from '../store/link.store';

type By = Pick<NewLink, 'basis' | 'reason'>;

/** Called where something is accepted that names another institution as the one before or after it (沿革). */
@Injectable()
export class LinkPredecessor {
  constructor(
    private readonly institutions: InstitutionStore,
    private readonly links: LinkStore,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Nothing is entered where something was said of the two already: an official's word counts more. What was taken back on the same ground
   * may be entered anew.
   * @returns whether it was entered
   */
  async execute(tx: Tx, institutionId: string, otherId: string, by: By): Promise<boolean> {
    if (institutionId === otherId) return false;
    const last = await this.links.last(tx.manager, pairOf(institutionId, otherId));
    if (last !== undefined && (last.stands || last.basis !== by.basis)) return false;
    if ((await this.links.successorsOf(tx.manager, institutionId)).includes(otherId)) return false;
    return this.enter(tx, institutionId, otherId, { ...by, stands: true });
  }

  /** Whether taking back what was entered on this ground would change anything. */
  async standsBy(
    manager: Tx['manager'],
    institutionId: string,
    otherId: string,
    basis: By['basis'],
  ): Promise<boolean> {
    const last = await this.links.last(manager, pairOf(institutionId, otherId));
    return last?.stands === true && last.basis === basis;
  }

  /** @returns whether it stood on this ground; what an official has said of the two stays */
  async takeBack(tx: Tx, institutionId: string, otherId: string, by: By): Promise<boolean> {
    if (!(await this.standsBy(tx.manager, institutionId, otherId, by.basis))) return false;
    return this.enter(tx, institutionId, otherId, { ...by, stands: false });
  }

  private async enter(
    tx: Tx,
    institutionId: string,
    otherId: string,
    by: By & Pick<NewLink, 'stands'>,
  ): Promise<boolean> {
    const institution = await this.institutions.findById(tx.manager, institutionId);
    if (institution === null) return false;
    const pair = pairOf(institutionId, otherId);
    await this.links.insert(tx, { ...pair, ...by });
    await this.audit.append(tx, {
      action: by.stands ? 'institution.linked' : 'institution.link-corrected',
      subjectType: 'institution',
      subjectId: institutionId,
      district: institution.district,
      detail: { link: pair.kind, institutionId: otherId },
    });
    return true;
  }
}

const pairOf = (institutionId: string, otherId: string) =>
  ({ kind: 'PREDECESSOR', institutionId, otherId, otherCode: null }) as const;
