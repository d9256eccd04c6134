import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import type { Caller } from '@zhaoguan/contracts';
import { dateInShanghai } from '@zhaoguan/kernel';
import { ReferenceData, UnitOfWork, type Tx } from '@zhaoguan/platform';
import type { DirectoryFault, DirectoryRow } from '../domain/directory-row';
import { DivisionIndex } from '../domain/directory-row-district';
import { importDirectory, type DirectoryFaultSink } from '../import/directory-import';
import type { DirectorySummary } from '../import/directory-report';
import { InstitutionImportStore, type ImportOutcome } from '../store/institution-import.store';

export interface ImportSummary extends DirectorySummary {
  /** Rows that are new in the registry. */
  readonly added: number;
  /** Rows whose site was there already, with the same particulars. */
  readonly unchanged: number;
}

/** How far an import has come. */
export interface ImportProgress {
  /** Good rows that were looked up in the registry so far. */
  readonly rows: number;
  readonly added: number;
}

const BATCH = 1000;

const REASONS: Readonly<Partial<Record<ImportOutcome, { column: string; reason: string }>>> = {
  DIFFERENT: {
    column: '机构名称',
    reason: '该机构已在名录中且内容不同，导入不覆盖在册信息，确需变更的请按变更备案在窗口办理',
  },
  FILING_NUMBER_TAKEN: { column: '备案编号', reason: '备案编号已属于名录中的另一家机构' },
};

/** Loads an institution directory (机构名录) as officials keep it. The file is taken whole or, if unreadable, not at all. */
@Injectable()
export class ImportInstitutions {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reference: ReferenceData,
    private readonly institutions: InstitutionImportStore,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @param onProgress told after every thousand rows
   * @throws DirectoryFileError when the file cannot be read; nothing is imported then
   */
  async execute(
    caller: Caller,
    file: string,
    reportPath: string,
    onProgress: (progress: ImportProgress) => void = () => undefined,
  ): Promise<ImportSummary> {
    const divisions = [...(await this.reference.districts()).values()];
    return this.work.run(caller, async (tx) => {
      const batch = new Batch(this.institutions, tx, onProgress);
      const context = {
        divisions: new DivisionIndex(divisions, caller.districts),
        defaultKind: null,
        today: dateInShanghai(tx.at),
      };
      const summary = await importDirectory(file, { context, reportPath }, batch);
      const result = { ...summary, added: batch.added, unchanged: batch.unchanged };
      if (batch.added > 0) await this.record(tx, result);
      return result;
    });
  }

  /** An import that changed nothing leaves nothing. */
  private async record(tx: Tx, { rows, added, unchanged, faulty }: ImportSummary): Promise<void> {
    await this.audit.append(tx, {
      action: 'institutions.imported',
      subjectType: 'import',
      subjectId: tx.newId(),
      detail: { rows, added, unchanged, faulty },
    });
  }
}

/** Gathers rows, so that a million of them is a thousand statements. */
class Batch {
  added = 0;
  unchanged = 0;
  private rows: DirectoryRow[] = [];
  private done = 0;

  constructor(
    private readonly institutions: InstitutionImportStore,
    private readonly tx: Tx,
    private readonly onProgress: (progress: ImportProgress) => void,
  ) {}

  async accept(row: DirectoryRow, faults: DirectoryFaultSink): Promise<void> {
    this.rows.push(row);
    if (this.rows.length >= BATCH) await this.flush(faults);
  }

  async flush(faults: DirectoryFaultSink): Promise<void> {
    const rows = this.rows;
    this.rows = [];
    if (rows.length === 0) return;
    const outcomes = await this.institutions.insertMissing(this.tx, rows);
    for (const row of rows) {
      const outcome = outcomes.get(row.row) ?? 'UNCHANGED';
      const refusal = REASONS[outcome];
      if (refusal) await faults(faultOf(row, refusal));
      else if (outcome === 'NEW') this.added += 1;
      else this.unchanged += 1;
    }
    this.done += rows.length;
    this.onProgress({ rows: this.done, added: this.added });
  }
}

function faultOf(row: DirectoryRow, { column, reason }: { column: string; reason: string }): DirectoryFault {
  const value = column === '备案编号' ? (row.filingNumber ?? '') : row.name;
  return { row: row.row, column, letter: null, value, reason };
}
