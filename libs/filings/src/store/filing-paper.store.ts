import { Injectable } from '@nestjs/common';
import type { PaperKindOf } from '@zhaoguan/contracts';
import { FileStore, PaperStore } from '@zhaoguan/platform';

/** The papers of filings; the later of a kind takes the place of the earlier. */
@Injectable()
export class FilingPaperStore extends PaperStore<PaperKindOf<'filings'>> {
  constructor(files: FileStore) {
    super(files, {
      schema: 'filings',
      subject: 'filing_id',
      counter: 'paper_counter',
      end: `select 'REPLACED' as ended_as, later.number as superseded_by from filings.paper later
             where later.filing_id = p.filing_id and later.kind = p.kind and later.round > p.round
             order by later.round desc limit 1`,
    });
  }
}
