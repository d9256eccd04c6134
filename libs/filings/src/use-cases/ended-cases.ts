import { Injectable } from '@nestjs/common';
import { isSignedForm, mayBeginAgain, refuse, type FilingType, type Kind } from '@zhaoguan/contracts';
import { dateInShanghai } from '@zhaoguan/kernel';
import type { Tx } from '@zhaoguan/platform';
import { fillIn, type Application } from '../domain/application';
import { requireRight, type Filing } from '../domain/filing';
import { withChanges } from '../domain/followed-changes';
import { withoutPledges } from '../domain/particulars';
import { FilingStore } from '../store/filing.store';
import { MaterialStore } from '../store/material.store';
import { CaseRegimes } from './case-regimes';
import { FilingForms } from './filing-forms';
import { FilingReference } from './filing-reference';
import { FollowChanges } from './follow-changes';
import { RegisteredSite } from './registered-site';

interface CaseOfKind {
  readonly kind: Kind;
  readonly type: FilingType;
  /** For whom it is begun again; another than the caller at the window. */
  readonly applicantId: string;
}

/** What ended without what was applied for, and is begun again (重新填报、重新申请). */
@Injectable()
export class EndedCases {
  constructor(
    private readonly filings: FilingStore,
    private readonly materials: MaterialStore,
    private readonly reference: FilingReference,
    private readonly sites: RegisteredSite,
    private readonly regimes: CaseRegimes,
    private readonly follow: FollowChanges,
    private readonly forms: FilingForms,
  ) {}

  /**
   * A case of the applicant that ended without what was asked for. At the window it is one that the official may read in clear.
   * @throws NOT_FOUND, VALIDATION_FAILED; at the window WRONG_DEPARTMENT, WRONG_DISTRICT, FORBIDDEN
   * @law 个人信息保护法第六条
   */
  async ended(tx: Tx, id: string, { kind, type, applicantId }: CaseOfKind): Promise<Filing> {
    const filing = await this.filings.get(tx.manager, id);
    if (filing.applicantId !== applicantId || filing.type !== type || filing.kind !== kind) {
      throw refuse('NOT_FOUND');
    }
    if (applicantId !== tx.caller.id)
      requireRight(filing, await this.reference.actingOn(tx.caller, filing), 'filing.reveal');
    if (mayBeginAgain(filing)) return filing;
    const message = '这一件还在办理或者已经准予，不能按它重新填报';
    throw refuse('VALIDATION_FAILED', {}, [{ pointer: '/againOf', code: 'NOT_ENDED', message }]);
  }

  /** What was promised for the case that ended is not promised anew, nor what the form no longer takes brought along. */
  async again(
    tx: Tx,
    id: string,
    { kind, applicantId, asTyped }: Omit<CaseOfKind, 'type'> & { readonly asTyped: boolean },
  ): Promise<Application> {
    const application = await this.broughtUp(
      tx,
      await this.ended(tx, id, { kind, type: 'INITIAL', applicantId }),
    );
    if (!asTyped) return { ...application, particulars: withoutPledges(application.particulars) };
    const { name, uscc, district, siteType } = application;
    return fillIn({
      ...(await this.sites.broughtAlong(tx, applicantId, uscc)),
      name,
      uscc,
      district,
      siteType,
    });
  }

  /**
   * What a change or a notice that ended said of an institution, laid over what the register holds of it now: what was granted there since is
   * not taken back by its old answers.
   */
  async overRegistered(ended: Filing, registered: Application): Promise<Application> {
    const { base, application } = ended;
    if (base === null) return fillIn({ notice: application.notice ?? {} }, registered);
    return withChanges(registered, [{ form: await this.forms.of(ended), base, application }]);
  }

  /**
   * What was uploaded for the case of the same legal person that ended is not uploaded once more, but what is signed for each case: its form, and what the applicant
   * signed at the window.
   */
  async bringMaterials(tx: Tx, from: string, begun: Filing): Promise<void> {
    const ended = await this.filings.get(tx.manager, from);
    if (ended.application.uscc !== begun.application.uscc) return;
    const listed = await this.reference.materialsOf(begun);
    const codes = listed.filter((material) => !isSignedForm(material)).map(({ code }) => code);
    await this.materials.bring(
      tx,
      from,
      begun.id,
      codes.filter((code) => code !== 'ASSISTANCE_STATEMENT'),
    );
  }

  /** Of an institution that stands in the register: what was granted there since the case was begun is not taken back by its old answers. */
  private async broughtUp(tx: Tx, ended: Filing): Promise<Application> {
    const shown = await this.regimes.today(ended, dateInShanghai(tx.at));
    const site = await this.sites.standing(tx.manager, { ...ended, ...shown });
    if (site === null) return ended.application;
    if (await this.filings.isLicensedSince(tx.manager, site.id, ended.createdAt))
      return this.sites.registered(tx.manager, site);
    return (await this.follow.beside(tx.manager, ended, site.id, true)).application;
  }
}
