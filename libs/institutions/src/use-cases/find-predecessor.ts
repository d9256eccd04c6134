import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import type { Tx } from '@zhaoguan/platform';
import type { Institution } from '../domain/institution';
import { LinkStore } from '../store/link.store';

/** Called where a first filing is accepted: what stood at the address before and has ended is its predecessor (此前的机构). */
@Injectable()
export class FindPredecessor {
  constructor(
    private readonly links: LinkStore,
    private readonly audit: AuditLog,
  ) {}

  async execute(tx: Tx, { id, district }: Pick<Institution, 'id' | 'district'>): Promise<void> {
    const otherId = await this.links.stoodBefore(tx.manager, id);
    if (otherId === null) return;
    const pair = { kind: 'PREDECESSOR', institutionId: id, otherId, otherCode: null } as const;
    // What an official has said of the two already counts more than the address.
    if ((await this.links.stands(tx.manager, pair)) !== undefined) return;
    await this.links.insert(tx, { ...pair, stands: true, basis: 'PLACE', reason: null });
    await this.audit.append(tx, {
      action: 'institution.linked',
      subjectType: 'institution',
      subjectId: id,
      district,
      detail: { link: pair.kind, institutionId: otherId },
    });
  }
}
