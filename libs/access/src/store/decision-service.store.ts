import type { RemovalService } from '@zhaoguan/contracts';
import type { PlainDate } from '@zhaoguan/kernel';
import type { Tx } from '@zhaoguan/platform';
import type { DecisionService } from '../domain/decision-service';

interface Row {
  readonly number: number;
  readonly service: RemovalService;
  readonly serviceNote: string | null;
  readonly servedOn: PlainDate;
  readonly receivedOn: PlainDate;
  readonly reconsiderationUntil: PlainDate;
  readonly litigationUntil: PlainDate;
  readonly paymentDueOn: PlainDate | null;
  readonly reason: string | null;
  readonly enteredBy: string | null;
  readonly enteredAt: Date;
}

/** Where a module keeps the service of its decisions: a table of one shape in the schema of each. */
export abstract class DecisionServiceStore {
  protected constructor(
    private readonly table: string,
    private readonly subject: string,
  ) {}

  /** Oldest first; the last one holds. */
  list(manager: Tx['manager'], subjectId: string): Promise<DecisionService[]> {
    const rows: Promise<Row[]> = manager.query(
      `select number, service, service_note as "serviceNote", served_on::text as "servedOn", received_on::text as "receivedOn",
              reconsideration_until::text as "reconsiderationUntil", litigation_until::text as "litigationUntil",
              payment_due_on::text as "paymentDueOn", reason, entered_by as "enteredBy", entered_at as "enteredAt"
         from ${this.table} where ${this.subject} = $1 order by number`,
      [subjectId],
    );
    return rows;
  }

  async add({ manager }: Tx, subjectId: string, entered: DecisionService): Promise<void> {
    await manager.query(
      `insert into ${this.table}
         (${this.subject}, number, service, service_note, served_on, received_on, reconsideration_until, litigation_until,
          payment_due_on, reason, entered_by, entered_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        subjectId,
        entered.number,
        entered.service,
        entered.serviceNote,
        entered.servedOn,
        entered.receivedOn,
        entered.reconsiderationUntil,
        entered.litigationUntil,
        entered.paymentDueOn,
        entered.reason,
        entered.enteredBy,
        entered.enteredAt,
      ],
    );
  }
}
