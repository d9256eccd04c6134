import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The order to correct that went before a penalty for not following it (拒不改正、逾期不改正). @law 行政处罚法第二十八条 */
export class PriorOrders1764321410000 implements MigrationInterface {
  name = 'PriorOrders1764321410000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table enforcement.penalty_case
        add column prior_order_number text, add column prior_ordered_on date, add column prior_order_due_on date,
        add constraint case_prior_order check (
          (prior_order_number is null) = (prior_ordered_on is null)
          and (prior_order_number is null) = (prior_order_due_on is null)
          and (prior_order_number is null or noticed_on is not null)
          and prior_ordered_on <= prior_order_due_on and prior_order_due_on < noticed_on
        );
      comment on column enforcement.penalty_case.prior_order_number is
        'Document number of the order to correct that went before; null where none is claimed';
      comment on column enforcement.penalty_case.prior_order_due_on is 'Last day for the correction; past when the notice is given';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table enforcement.penalty_case
        drop column prior_order_number, drop column prior_ordered_on, drop column prior_order_due_on;
    `);
  }
}
