import { Inject, Injectable } from '@nestjs/common';
import { KIND_LABELS, KINDS, systemCaller, type Kind, type MaterialRow } from '@zhaoguan/contracts';
import { PartnerFolders, type ChangesToWrite, type Partner } from '@zhaoguan/exchange';
import { dateInShanghai, type Clock } from '@zhaoguan/kernel';
import { CLOCK, OnJob, ReferenceData, UnitOfWork, type JobRun } from '@zhaoguan/platform';
import { columnsOf, type CaseColumn } from '../import/case-columns';
import { changesText, templateText } from '../import/case-report';
import { FilingStore } from '../store/filing.store';
import { HistoryStore } from '../store/history.store';
import { FilingForms } from '../use-cases/filing-forms';
import { ReadCaseFile } from './read-case-file';

/** Serves the folder of a partner that exchanges files: cases in, what became of them out. */
@Injectable()
export class ServeFolderJob {
  constructor(
    private readonly work: UnitOfWork,
    private readonly folders: PartnerFolders,
    private readonly reference: ReferenceData,
    private readonly forms: FilingForms,
    private readonly filings: FilingStore,
    private readonly history: HistoryStore,
    private readonly files: ReadCaseFile,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @OnJob('filings.serve-folder')
  async run(run: JobRun<'filings.serve-folder'>): Promise<void> {
    const { partnerId } = run.payload;
    const { traceId } = run;
    const columns = await this.columns();
    await this.folders.serve(partnerId, traceId, {
      templates: (partner) => templatesOf(partner, columns),
      changesSheet: (changes) => this.sheetOf(changes, traceId),
      readFile: (disk, file, partner) => this.files.execute({ columns, disk, traceId }, file, partner),
    });
    await run.complete((tx) => this.folders.release(tx, partnerId));
  }

  /** By the forms of the day. */
  private async columns(): Promise<ReadonlyMap<Kind, readonly CaseColumn[]>> {
    const today = dateInShanghai(this.clock.now());
    const materials = await this.reference.list<MaterialRow>('materials');
    const columns = new Map<Kind, readonly CaseColumn[]>();
    for (const kind of KINDS)
      columns.set(kind, columnsOf(await this.forms.inForce(kind, 'INITIAL', today), materials));
    return columns;
  }

  private async sheetOf(changes: ChangesToWrite, traceId: string): Promise<string> {
    return this.work.read(systemCaller(traceId), async (manager) => {
      const acts = changes.map(({ eventId: id, filingId, status, at }) => ({ id, filingId, status, at }));
      const reasons = await this.history.reasonsOf(manager, acts);
      const cases = acts.map(({ filingId }) => filingId);
      return changesText(changes, reasons, await this.filings.mattersOf(manager, cases));
    });
  }
}

/** One for each kind that the partner is connected for. */
function templatesOf(
  { kinds }: Partner,
  columns: ReadonlyMap<Kind, readonly CaseColumn[]>,
): ReadonlyMap<string, string> {
  return new Map(
    kinds.map((kind) => [
      `模板-${KIND_LABELS[kind]}首次申请.csv`,
      templateText((columns.get(kind) ?? []).map(({ header }) => header)),
    ]),
  );
}
