import { Inject, Injectable } from '@nestjs/common';
import { paperText, systemCaller, type AuditAction, type PaperKind } from '@zhaoguan/contracts';
import {
  codePointName,
  CONFIG,
  FileStore,
  LOGGER,
  printPaper,
  UnitOfWork,
  type AppConfig,
  type JobRun,
  type PaperStore,
  type Tx,
} from '@zhaoguan/platform';
import type { Logger } from 'pino';
import { AuditLog } from '../audit-log';
import type { AuditFacts } from '../domain/entry';
import { PaperSignatures } from './paper-signatures';

/** Whose papers are printed, and how the log calls it. */
export interface PrintedSubject<K extends PaperKind> {
  readonly papers: PaperStore<K>;
  readonly action: AuditAction;
  readonly subjectType: AuditFacts['subjectType'];
  /** In which district the case lies. */
  readonly districtOf: (tx: Tx, subjectId: string) => Promise<string>;
}

/** Prints and signs a paper that was given out. Done again after a crash it prints the same document. */
@Injectable()
export class PrintPapers {
  constructor(
    private readonly work: UnitOfWork,
    private readonly files: FileStore,
    private readonly signatures: PaperSignatures,
    private readonly audit: AuditLog,
    @Inject(CONFIG) private readonly config: AppConfig,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async execute<K extends PaperKind>(
    run: Pick<JobRun<'filings.print-paper'>, 'traceId' | 'complete'>,
    paperId: string,
    { papers, action, subjectType, districtOf }: PrintedSubject<K>,
  ): Promise<void> {
    const paper = await this.work.read(systemCaller(run.traceId), (manager) => papers.get(manager, paperId));
    const { content, unprintable } = await printPaper(
      paperText(paper, this.config.publicUrl),
      paper.issuedAt,
    );
    if (unprintable.length > 0) {
      this.logger.warn(
        { paperId, characters: unprintable.map(codePointName) },
        'the font of papers lacks characters; their code points were printed',
      );
    }
    const { number, subjectId, body, authority } = paper;
    const file = await this.files.keep(content, `${body.title} ${number}.pdf`);
    const signed = await this.signatures.sign(file.sm3, authority);
    await run.complete(async (tx) => {
      await papers.insertPrint(tx, paperId, file, unprintable);
      await this.signatures.keep(tx, signed);
      await this.audit.append(tx, {
        action,
        subjectType,
        subjectId,
        district: await districtOf(tx, subjectId),
        detail: { number, sm3: file.sm3, keyId: signed.keyId },
      });
    });
  }
}
