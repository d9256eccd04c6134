import { Injectable } from '@nestjs/common';
import type { GivenPaper, PaperKindOf } from '@zhaoguan/contracts';
import { FileStore, PaperStore, type Tx } from '@zhaoguan/platform';

type Kind = PaperKindOf<'removals'>;

/**
 * The papers given out in removals. A later notice takes the place of the earlier; a decision that was annulled, and a notice
 * whose case was dropped, are in force no more; nor is a notice of what is meant (事先告知书) once that is decided.
 */
@Injectable()
export class GivenPaperStore extends PaperStore<Kind> {
  constructor(files: FileStore) {
    super(files, {
      schema: 'removals',
      subject: 'removal_id',
      counter: 'number_series',
      end: END,
    });
  }

  /** Which of its kind the next one is in this case. */
  async nextRound(tx: Tx, removalId: string, kind: Kind): Promise<number> {
    const [row]: { round: number }[] = await tx.manager.query(
      `select coalesce(max(round), 0) + 1 as round from removals.paper where removal_id = $1 and kind = $2`,
      [removalId, kind],
    );
    return row?.round ?? 1;
  }

  /** The one in force of its kind in this case. */
  async latest(tx: Tx, removalId: string, kind: Kind): Promise<GivenPaper<Kind>> {
    const [row]: { id: string }[] = await tx.manager.query(
      `select id from removals.paper where removal_id = $1 and kind = $2 order by round desc limit 1`,
      [removalId, kind],
    );
    if (!row) throw new Error(`removal ${removalId} has no paper ${kind}`);
    return this.get(tx.manager, row.id);
  }
}

/** As in the view `removals.paper_public`. */
const END = `
  select * from (
    select 1 as rank, 'REPLACED' as ended_as, l.number as superseded_by, null::date as ended_on, l.round from removals.paper l
     where l.removal_id = p.removal_id and l.kind = p.kind and l.round > p.round
    union all
    select 2, 'ANNULLED', coalesce(l.number, c.annulment_document), c.annulled_on, 1
      from removals.removal c
      left join removals.paper l on l.removal_id = c.id and l.kind in ('RESTORATION_NOTICE', 'LICENCE_RESTORATION_NOTICE')
     where c.id = p.removal_id and c.status = 'ANNULLED' and p.kind like '%_DECISION'
    union all
    select 3, 'DROPPED', null, (t.at at time zone 'Asia/Shanghai')::date, 1
      from removals.removal c
      join removals.transition t on t.removal_id = c.id and t.to_state = 'DROPPED'
     where c.id = p.removal_id and c.status = 'DROPPED'
    union all
    select 4, 'CONCLUDED', null, c.decided_on, 1 from removals.removal c
     where c.id = p.removal_id and c.status in ('DECIDED', 'ANNULLED') and p.kind ~ '(CANCELLATION|REVOCATION)_NOTICE$'
  ) ends order by rank, round desc limit 1`;
