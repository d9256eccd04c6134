import { Injectable } from '@nestjs/common';
import type { Caller } from '@zhaoguan/contracts';
import { UnitOfWork, type Tx } from '@zhaoguan/platform';
import type { Application } from '../domain/application';
import { isApplicant, isEditable, requireRight, type Filing } from '../domain/filing';
import { changesBetween, isTouched, type FilingChanges, type Handed } from '../domain/filing-changes';
import { placeOf, type Remark } from '../domain/remarks';
import { FilingStores } from '../store/filing-stores';
import type { UploadedMaterial } from '../store/material.store';
import { FilingForms } from './filing-forms';
import { FilingReference } from './filing-reference';
import { ReadableChanges } from './readable-changes';

/** A remark of the return that came in between, and whether what it speaks of has been changed since. */
export interface FollowedRemark extends Remark {
  readonly place: string;
  readonly touched: boolean;
}

/** What is different from an earlier submission; nothing to compare with: `since` is null. */
export interface ChangesView extends FilingChanges {
  readonly since: { readonly round: number; readonly submittedAt: Date } | null;
  readonly remarks: readonly FollowedRemark[];
}

const NOTHING: ChangesView = { since: null, fields: [], materials: [], remarks: [] };

/**
 * What an applicant has changed since the filing was returned, while they are at it; for everybody else, and once it is
 * handed in again, what the last submission has changed.
 */
@Injectable()
export class GetChanges {
  constructor(
    private readonly work: UnitOfWork,
    private readonly stores: FilingStores,
    private readonly forms: FilingForms,
    private readonly reference: FilingReference,
    private readonly readable: ReadableChanges,
  ) {}

  /** @throws NOT_FOUND, WRONG_DEPARTMENT */
  async execute(caller: Caller, id: string): Promise<ChangesView> {
    return this.work.read(caller, async (manager) => {
      const filing = await this.stores.filings.get(manager, id);
      requireRight(filing, caller, 'filing.read');
      const own = isApplicant(filing, caller);
      const working = own && isEditable(filing);
      const round = working ? filing.round : filing.round - 1;
      const past = await this.stores.history.findSubmission(manager, id, round);
      if (past === null) return NOTHING;
      const before = await this.handed(manager, filing, past);
      const after = working ? await this.workingCopy(manager, filing) : await this.last(manager, filing);
      const form = await this.forms.of(filing);
      const changes = changesBetween(form, before, after);
      const names = new Map([...before.names, ...after.names]);
      const remarks = await this.stores.history.remarks(manager, id, round);
      return {
        since: { round, submittedAt: past.submittedAt },
        materials: changes.materials,
        fields: await this.readable.execute(form, changes.fields, own),
        remarks: remarks.map((remark) => ({
          ...remark,
          place: placeOf(remark.pointer, form, names),
          touched: isTouched(remark, changes),
        })),
      };
    });
  }

  private async last(manager: Tx['manager'], filing: Filing): Promise<Handed> {
    const submission = await this.stores.history.findSubmission(manager, filing.id, filing.round);
    if (submission === null) throw new Error(`filing ${filing.id} lost its submission ${filing.round}`);
    return this.handed(manager, filing, submission);
  }

  private async handed(
    manager: Tx['manager'],
    filing: Filing,
    { application, materials }: { readonly application: Application; readonly materials: readonly string[] },
  ): Promise<Handed> {
    const files = await this.stores.materials.byIds(manager, filing.id, materials);
    return this.named(filing, application, files);
  }

  private async workingCopy(manager: Tx['manager'], filing: Filing): Promise<Handed> {
    const files = await this.stores.materials.current(manager, filing.id);
    return this.named(filing, filing.application, files);
  }

  private async named(
    filing: Filing,
    application: Application,
    files: readonly UploadedMaterial[],
  ): Promise<Handed> {
    const listed = await this.reference.materialsOf({ ...filing, application });
    return { application, files, names: new Map(listed.map(({ code, name }) => [code, name])) };
  }
}
