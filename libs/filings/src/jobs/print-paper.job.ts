import { Inject, Injectable } from '@nestjs/common';
import { systemCaller } from '@zhaoguan/contracts';
import {
  codePointName,
  CONFIG,
  FileStore,
  LOGGER,
  OnJob,
  UnitOfWork,
  type AppConfig,
  type JobRun,
} from '@zhaoguan/platform';
import type { Logger } from 'pino';
import { paperText } from '../domain/papers/paper';
import { PaperStore } from '../store/paper.store';
import { EnterPrintedPaper } from '../use-cases/enter-printed-paper';
import { printPaper } from './paper-document';

/** Prints and signs a paper that was given out. Done again after a crash it prints the same document. */
@Injectable()
export class PrintPaperJob {
  constructor(
    private readonly work: UnitOfWork,
    private readonly papers: PaperStore,
    private readonly files: FileStore,
    private readonly enter: EnterPrintedPaper,
    @Inject(CONFIG) private readonly config: AppConfig,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @OnJob('filings.print-paper')
  async print(run: JobRun<'filings.print-paper'>): Promise<void> {
    const { paperId } = run.payload;
    const paper = await this.work.read(systemCaller(run.traceId), (manager) =>
      this.papers.get(manager, paperId),
    );
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
    const file = await this.files.keep(content, `${paper.body.title} ${paper.number}.pdf`);
    const signed = await this.enter.sign(file.sm3, paper.authority);
    await run.complete((tx) => this.enter.execute(tx, paper, { file, unprintable, signed }));
  }
}
