import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { dateInShanghai, guarded, type PlainDate, saysSomething } from '@zhaoguan/kernel';
import { assertVersion, UnitOfWork, type Tx } from '@zhaoguan/platform';
import { requireDay, type UnfiledSite } from '../domain/unfiled-site';
import { unfiledSiteProcess, type UnfiledAction } from '../domain/unfiled-site.process';
import { UnfiledSiteStore } from '../store/unfiled-site.store';
import { UnfiledOffice } from './unfiled-office';
import { UnfiledSites, type UnfiledSiteView } from './unfiled-sites.query';

export interface UnfiledStep {
  readonly action: UnfiledAction;
  /** What was found there and said, or why nothing has to be filed. */
  readonly note?: string;
  /** Of a visit. */
  readonly visitedOn?: PlainDate;
  /** Of what has filed by now: the number under which it is in the directory. */
  readonly filingNumber?: string;
}

/** An official goes there and urges it to file, or says how it has ended (督促备案、已经备案、不需要备案). */
@Injectable()
export class HandleUnfiledSite {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sites: UnfiledSiteStore,
    private readonly office: UnfiledOffice,
    private readonly audit: AuditLog,
    private readonly views: UnfiledSites,
  ) {}

  /**
   * @throws NOT_FOUND, WRONG_DISTRICT, VERSION_REQUIRED, STALE_VERSION, INVALID_TRANSITION, REASON_REQUIRED, VALIDATION_FAILED,
   *   UNFILED_NUMBER_UNKNOWN, UNFILED_NUMBER_ELSEWHERE without a note that says why it is the same
   */
  execute(caller: Caller, id: string, step: UnfiledStep, version?: number): Promise<UnfiledSiteView> {
    return this.work.run(caller, async (tx) => {
      const before = await this.sites.getForUpdate(tx, id);
      await this.office.requireOwn(caller, before);
      assertVersion(version, before.version);
      const { action, note, visitedOn } = step;
      const why = note === undefined ? {} : { reason: note };
      const transition = unfiledSiteProcess.apply(before.status, action, undefined, why);
      if (visitedOn !== undefined) {
        requireDay(visitedOn, '/visitedOn', { from: before.foundOn, until: dateInShanghai(tx.at) });
      }
      const dueOn =
        action === 'urge' ? await this.office.fileBy(before, visitedOn ?? dateInShanghai(tx.at)) : null;
      const institutionId = await this.registered(tx, before, step);
      await this.sites.move(tx, before, transition, {
        note: guarded(note ?? null),
        visitedOn: visitedOn ?? null,
        dueOn,
        institutionId,
      });
      await this.audit.append(tx, {
        action: `unfiled-site.${action}`,
        subjectType: 'unfiled-site',
        subjectId: id,
        district: before.district,
        detail: { from: transition.from, to: transition.to, dueOn, institutionId },
      });
      return this.views.of(tx.manager, caller, id);
    });
  }

  private async registered(
    tx: Tx,
    site: UnfiledSite,
    { action, filingNumber, note }: UnfiledStep,
  ): Promise<string | null> {
    if (action !== 'settle') return null;
    const found = await this.sites.registered(tx.manager, filingNumber ?? '', site);
    if (found === undefined) {
      throw refuse('UNFILED_NUMBER_UNKNOWN', {}, [
        {
          pointer: '/filingNumber',
          code: 'UNFILED_NUMBER_UNKNOWN',
          message: '名录中没有本辖区同类机构使用这个编号',
        },
      ]);
    }
    if (!found.isOfPlace && !saysSomething(note ?? '')) {
      throw refuse('UNFILED_NUMBER_ELSEWHERE', {}, [
        {
          pointer: '/note',
          code: 'UNFILED_NUMBER_ELSEWHERE',
          message: '该编号的机构地址、名称都与线索不同，请核对编号，或者说明为什么是同一家',
        },
      ]);
    }
    return found.id;
  }
}
