import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import type { Tx } from '@zhaoguan/platform';
import { InstitutionStore } from '../store/institution.store';
import { LinkStore, type NewLink } from '../store/link.store';

/** Called where something is accepted that names another institution as the one before or after it (沿革). */
@Injectable()
export class LinkPredecessor {
  constructor(
    private readonly institutions: InstitutionStore,
    private readonly links: LinkStore,
    private readonly audit: AuditLog,
  ) {}

  /** Nothing is entered where something was said of the two already: an official's word counts more. */
  async execute(
    tx: Tx,
    institutionId: string,
    otherId: string,
    by: Pick<NewLink, 'basis' | 'reason'>,
  ): Promise<void> {
    const institution = await this.institutions.findById(tx.manager, institutionId);
    if (institution === null || institutionId === otherId) return;
    const pair = { kind: 'PREDECESSOR', institutionId, otherId, otherCode: null } as const;
    if ((await this.links.stands(tx.manager, pair)) !== undefined) return;
    if ((await this.links.successorsOf(tx.manager, institutionId)).includes(otherId)) return;
    await this.links.insert(tx, { ...pair, stands: true, ...by });
    await this.audit.append(tx, {
      action: 'institution.linked',
      subjectType: 'institution',
      subjectId: institutionId,
      district: institution.district,
      detail: { link: pair.kind, institutionId: otherId },
    });
  }
}
