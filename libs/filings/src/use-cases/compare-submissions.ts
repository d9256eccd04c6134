import { Injectable } from '@nestjs/common';
import type { FormDefinition } from '@zhaoguan/contracts';
import type { Tx } from '@zhaoguan/platform';
import type { Application } from '../domain/application';
import type { Filing } from '../domain/filing';
import { changesBetween, type FilingChanges, type Handed } from '../domain/filing-changes';
import { isOfCode } from '../domain/takeover';
import { FilingStores } from '../store/filing-stores';
import type { Submission } from '../store/history.store';
import type { UploadedMaterial } from '../store/material.store';
import { TakeoverStore } from '../store/takeover.store';
import { FilingForms } from './filing-forms';
import { FilingReference } from './filing-reference';

/** An earlier submission, and what is different since. */
export interface Comparison {
  readonly form: FormDefinition;
  readonly past: Submission;
  readonly changes: FilingChanges;
  /** Names of the materials that were asked for then or are now, by code. */
  readonly names: ReadonlyMap<string, string>;
}

/** Holds what was handed in, or the copy at which its author works, against an earlier submission. */
@Injectable()
export class CompareSubmissions {
  constructor(
    private readonly stores: FilingStores,
    private readonly forms: FilingForms,
    private readonly reference: FilingReference,
    private readonly statements: TakeoverStore,
  ) {}

  /** What the last submission has changed of the one before; null for the first. */
  last(manager: Tx['manager'], filing: Filing): Promise<Comparison | null> {
    return this.compare(manager, filing, filing.round - 1, () => this.lastHanded(manager, filing));
  }

  /** What is different between an earlier submission and the last; null for the last itself. */
  since(manager: Tx['manager'], filing: Filing, round: number): Promise<Comparison | null> {
    if (round >= filing.round) return Promise.resolve(null);
    return this.compare(manager, filing, round, () => this.lastHanded(manager, filing));
  }

  /** What its author has changed since the last submission; null for a draft that was never handed in. */
  working(manager: Tx['manager'], filing: Filing): Promise<Comparison | null> {
    return this.compare(manager, filing, filing.round, async () =>
      this.named(manager, filing, {
        application: filing.application,
        files: await this.stores.materials.current(manager, filing.id),
        until: null,
      }),
    );
  }

  private async compare(
    manager: Tx['manager'],
    filing: Filing,
    round: number,
    now: () => Promise<Handed>,
  ): Promise<Comparison | null> {
    const past = await this.stores.history.findSubmission(manager, filing.id, round);
    if (past === null) return null;
    const before = await this.handed(manager, filing, past);
    const after = await now();
    const form = await this.forms.of(filing);
    const names = new Map([...before.names, ...after.names]);
    return { form, past, changes: changesBetween(form, before, after), names };
  }

  private async lastHanded(manager: Tx['manager'], filing: Filing): Promise<Handed> {
    const submission = await this.stores.history.findSubmission(manager, filing.id, filing.round);
    if (submission === null) throw new Error(`filing ${filing.id} lost its submission ${filing.round}`);
    return this.handed(manager, filing, submission);
  }

  private async handed(
    manager: Tx['manager'],
    filing: Filing,
    { application, materials, submittedAt: until }: Submission,
  ): Promise<Handed> {
    const files = await this.stores.materials.byIds(manager, filing.id, materials);
    return this.named(manager, filing, { application, files, until });
  }

  /** @param until what was said later was not handed in with it; null: what stands there now */
  private async named(
    manager: Tx['manager'],
    filing: Filing,
    {
      application,
      files,
      until,
    }: {
      readonly application: Application;
      readonly files: readonly UploadedMaterial[];
      readonly until: Date | null;
    },
  ): Promise<Handed> {
    const listed = await this.reference.materialsOf({ ...filing, application });
    const last = await this.statements.last(manager, filing.id, until);
    // What was said of another legal person is not said of this one.
    const said = last === null || !isOfCode(last.of, application) ? null : last;
    return { application, files, names: new Map(listed.map(({ code, name }) => [code, name])), said };
  }
}
