import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import { LEAD_DEPARTMENT_NAMES, refuse, type Caller } from '@zhaoguan/contracts';
import { dateInShanghai, guarded } from '@zhaoguan/kernel';
import { UnitOfWork } from '@zhaoguan/platform';
import { requireDay, type UnfiledSite } from '../domain/unfiled-site';
import { unfiledSiteProcess } from '../domain/unfiled-site.process';
import { UnfiledSiteStore } from '../store/unfiled-site.store';
import { UnfiledOffice } from './unfiled-office';
import { UnfiledSites, type UnfiledSiteView } from './unfiled-sites.query';

export type UnfiledSiteToRecord = Pick<
  UnfiledSite,
  'kind' | 'district' | 'township' | 'name' | 'address' | 'uscc' | 'source' | 'foundOn' | 'clue'
>;

/** An official writes down where somebody offers a service without having filed (登记未备案机构). */
@Injectable()
export class RecordUnfiledSite {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sites: UnfiledSiteStore,
    private readonly office: UnfiledOffice,
    private readonly audit: AuditLog,
    private readonly views: UnfiledSites,
  ) {}

  /** @throws WRONG_DEPARTMENT, WRONG_DISTRICT, VALIDATION_FAILED, UNFILED_KNOWN with the `siteId` of the clue that is open */
  execute(caller: Caller, found: UnfiledSiteToRecord): Promise<UnfiledSiteView> {
    return this.work.run(caller, async (tx) => {
      await this.office.requireKnown(found.district, found.township);
      if (!this.office.kindsOf(caller).includes(found.kind)) {
        throw refuse('WRONG_DEPARTMENT', { department: LEAD_DEPARTMENT_NAMES[found.kind] });
      }
      await this.office.requirePlace(caller, found);
      requireDay(found.foundOn, '/foundOn', { until: dateInShanghai(tx.at) });
      const site: UnfiledSite = {
        ...found,
        id: tx.newId(),
        // Others are named in a complaint, and on a sign stands who is to be rung up; their numbers are not kept.
        name: guarded(found.name) ?? found.name,
        address: guarded(found.address) ?? found.address,
        clue: guarded(found.clue) ?? found.clue,
        status: unfiledSiteProcess.initial,
        dueOn: await this.office.checkBy(found, found.foundOn),
        institutionId: null,
        recordedBy: caller.id,
        recordedAt: tx.at,
        endedAt: null,
        version: 1,
      };
      const known = await this.sites.openAt(tx, site);
      if (known !== undefined) {
        throw refuse('UNFILED_KNOWN', { siteId: known }, [{ pointer: '/address', code: 'UNFILED_KNOWN' }]);
      }
      await this.sites.insert(tx, site);
      await this.audit.append(tx, {
        action: 'unfiled-site.recorded',
        subjectType: 'unfiled-site',
        subjectId: site.id,
        district: site.district,
        detail: { until: site.dueOn },
      });
      return this.views.of(tx.manager, caller, site.id);
    });
  }
}
