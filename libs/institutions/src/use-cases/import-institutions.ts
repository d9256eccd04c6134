import { basename } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import type { AuditAction, Caller } from '@zhaoguan/contracts';
import { dateInShanghai, newId, type Clock, type Rng } from '@zhaoguan/kernel';
import { CLOCK, ReferenceData, RNG, SessionLocks, UnitOfWork, type Tx } from '@zhaoguan/platform';
import type { DirectoryRow } from '../domain/directory-row';
import { DivisionIndex } from '../domain/directory-row-district';
import { importPlace } from '../domain/import-place';
import { importRunProcess, type ImportRun, type ImportRunAction } from '../domain/import-run.process';
import { DirectoryFileError } from '../import/directory-file.errors';
import { importDirectory, type DirectoryOutcomes } from '../import/directory-import';
import { digestDirectoryFile } from '../import/directory-reader';
import { ImportRunStore } from '../store/import-run.store';
import { InstitutionImportStore } from '../store/institution-import.store';
import {
  ImportBatches,
  RowsReadOtherwise,
  type BatchStore,
  type ImportOptions,
  type Outcomes,
} from './import-batches';

export interface ImportSummary extends DirectoryOutcomes {
  /** Rows that are new in the registry. */
  readonly added: number;
  /** Rows whose site was there already, with the same particulars. */
  readonly unchanged: number;
}

interface Source {
  readonly file: string;
  readonly reportPath: string;
  readonly digest: string;
}

/** Loads an institution directory (机构名录) as officials keep it, a thousand rows at a time; interrupted, it goes on where it was. */
@Injectable()
export class ImportInstitutions {
  constructor(
    private readonly work: UnitOfWork,
    private readonly locks: SessionLocks,
    private readonly reference: ReferenceData,
    private readonly institutions: InstitutionImportStore,
    private readonly runs: ImportRunStore,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(RNG) private readonly rng: Rng,
  ) {}

  /**
   * @throws DirectoryFileError when the file cannot be read, nothing is imported then; or when it is being imported already
   * @throws ImportStopped when the signal asked for it
   */
  async execute(
    caller: Caller,
    file: string,
    reportPath: string,
    options: ImportOptions = {},
  ): Promise<ImportSummary> {
    const digest = await digestDirectoryFile(file);
    const summary = await this.locks.tryHold(`institutions.import:${digest}`, () =>
      this.resumeOrBegin(caller, { file, reportPath, digest }, options),
    );
    if (!summary) throw new DirectoryFileError('IN_USE', '同一份文件正在导入，请等它结束后再试');
    return summary;
  }

  private async resumeOrBegin(
    caller: Caller,
    source: Source,
    options: ImportOptions,
  ): Promise<ImportSummary> {
    const unfinished = await this.work.read(caller, (db) => this.runs.findRunning(db, source.digest));
    if (!unfinished) return this.import(caller, source, this.begin(source), options);
    options.onResume?.(unfinished.lastRow);
    try {
      return await this.import(caller, source, unfinished, options);
    } catch (error) {
      if (!(error instanceof RowsReadOtherwise)) throw error;
    }
    await this.end(caller, unfinished, 'abandon', 'institutions.import-abandoned');
    return this.import(caller, source, this.begin(source), options);
  }

  private begin({ file, digest }: Source): ImportRun {
    const id = newId(this.clock, this.rng);
    return {
      id,
      digest,
      fileName: basename(file),
      lastRow: 0,
      chain: '',
      added: 0,
      unchanged: 0,
      refused: 0,
    };
  }

  private async import(
    caller: Caller,
    source: Source,
    from: ImportRun,
    options: ImportOptions,
  ): Promise<ImportSummary> {
    const divisions = [...(await this.reference.districts()).values()];
    const index = new DivisionIndex(divisions, caller.districts);
    const batches = new ImportBatches(from, this.batchStore(caller, index), options);
    const outcomes = await this.readInto(batches, source, index);
    const { added, unchanged } = batches.run;
    const { rows, faulty } = outcomes;
    if (!batches.hasKept) return { ...outcomes, added, unchanged };
    const [step, action] =
      outcomes.brokenOff === null
        ? (['finish', 'institutions.imported'] as const)
        : (['breakOff', 'institutions.import-broken-off'] as const);
    await this.end(caller, batches.run, step, action, { rows, added, unchanged, faulty });
    return { ...outcomes, added, unchanged };
  }

  /** What is under way ends before anybody takes the file again, also when it cannot be read to its end. */
  private async readInto(
    batches: ImportBatches,
    source: Source,
    divisions: DivisionIndex,
  ): Promise<DirectoryOutcomes> {
    const context = { divisions, defaultKind: null, today: dateInShanghai(this.clock.now()) };
    const onShare = (share: number): void => {
      batches.share = share;
    };
    try {
      return await importDirectory(source.file, { context, reportPath: source.reportPath, onShare }, batches);
    } finally {
      await batches.rest();
    }
  }

  private batchStore(caller: Caller, divisions: DivisionIndex): BatchStore {
    return {
      take: (before, rows, chain) =>
        this.work.run(caller, async (tx) => {
          const outcomes = await this.institutions.insertMissing(tx, rows, divisions);
          return this.note(tx, before, rows, chain, outcomes);
        }),
      recall: (run, from, to) => this.work.read(caller, (db) => this.runs.refusals(db, run.id, from, to)),
    };
  }

  private async note(
    tx: Tx,
    before: ImportRun,
    rows: readonly DirectoryRow[],
    chain: string,
    outcomes: Outcomes,
  ) {
    const all = [...outcomes];
    const added = all.filter(([, { outcome }]) => outcome === 'NEW').length;
    const refusals = all.filter(([, { outcome }]) => outcome !== 'NEW' && outcome !== 'UNCHANGED');
    const run: ImportRun = {
      ...before,
      lastRow: rows.at(-1)?.row ?? before.lastRow,
      chain,
      added: before.added + added,
      unchanged: before.unchanged + rows.length - added - refusals.length,
      refused: before.refused + refusals.length,
    };
    await this.runs.advance(tx, before, run, refusals);
    // Once for them all: a million entries would say the same.
    if (before.added === 0) await this.record(tx, run, 'institutions.import-started', {});
    return { run, outcomes };
  }

  private async end(
    caller: Caller,
    run: ImportRun,
    step: ImportRunAction,
    action: AuditAction,
    detail: object = { added: run.added, unchanged: run.unchanged },
  ): Promise<void> {
    await this.work.run(caller, async (tx) => {
      await this.runs.end(tx, run.id, importRunProcess.apply(importRunProcess.initial, step).to);
      await this.record(tx, run, action, detail);
    });
  }

  /** An import that changed nothing leaves nothing in the log. */
  private async record(tx: Tx, run: ImportRun, action: AuditAction, detail: object): Promise<void> {
    if (run.added === 0) return;
    const district = importPlace(tx.caller);
    await this.audit.append(tx, { action, subjectType: 'import', subjectId: run.id, district, detail });
  }
}
