import { Injectable } from '@nestjs/common';
import type { PaperKindOf } from '@zhaoguan/contracts';
import { FileStore, PaperStore } from '@zhaoguan/platform';

/**
 * The papers of filings; the later of a kind takes the place of the earlier, what asks for something ends once it is answered, and what says
 * that a case is open (收件、受理、延长办理期限) once that is decided.
 */
@Injectable()
export class FilingPaperStore extends PaperStore<PaperKindOf<'filings'>> {
  constructor(files: FileStore) {
    super(files, {
      schema: 'filings',
      subject: 'filing_id',
      counter: 'paper_counter',
      end: END,
    });
  }
}

/** As in the view `filings.paper_public`. */
const END = `
  select ended_as, superseded_by, ended_on from (
    select 1 as rank, 'REPLACED' as ended_as, l.number as superseded_by, null::date as ended_on, l.round from filings.paper l
     where l.filing_id = p.filing_id and l.round > p.round
       and (l.kind = p.kind or p.kind = 'RETRACTION_REFUSAL' and l.kind = 'RETRACTION_GRANT')
    union all
    select 2, 'ANSWERED', null, (s.submitted_at at time zone 'Asia/Shanghai')::date, s.round from filings.submission s
     where s.filing_id = p.filing_id and s.round = p.round + 1 and p.kind in ('CORRECTION_NOTICE', 'REGISTRATION_CORRECTION', 'LICENCE_CORRECTION')
    union all
    select 3, case when c.status in ('LAPSED', 'WITHDRAWN') then 'DROPPED' else 'CONCLUDED' end, null,
           (c.updated_at at time zone 'Asia/Shanghai')::date, 1
      from filings.filing c
     where c.id = p.filing_id and c.status not in ('RETURNED', 'SUBMITTED')
       and p.kind in ('CORRECTION_NOTICE', 'REGISTRATION_CORRECTION', 'LICENCE_CORRECTION', 'LICENCE_ADMISSION', 'LICENCE_EXTENSION',
                      'INTAKE_SLIP', 'REGISTRATION_INTAKE_SLIP', 'LICENCE_INTAKE_SLIP')
  ) ends order by rank, round desc limit 1`;
