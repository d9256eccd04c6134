import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { carryOut } from '../../../shared/api/carry-out';
import { DayPicker } from '../../../shared/form/day-picker';
import { Decision } from '../../../shared/ui/decision';
import { ReasonField } from '../../../shared/ui/reason-field';
import { tell } from '../../../shared/ui/told';
import { asksForLicence, awaitsAdmission } from '../filing-words';
import type { Filing } from '../queries';
import { orderVisit } from './queries';

const SUBSTANCE: ReadonlySet<Filing['type']> = new Set(['INITIAL', 'CHANGE']);

/** Whether the reader may send officials now, as the server decides it: of 托育 alone, and not while the case is with the applicant. */
export function mayOrder(filing: Filing): boolean {
  const { kind, type, status, ended, verifies } = filing;
  if (!verifies || kind !== 'CHILDCARE' || !SUBSTANCE.has(type)) return false;
  return (status === 'SUBMITTED' && !awaitsAdmission(filing)) || (status === 'ACCEPTED' && ended === null);
}

/** The registrar sends two officials to the spot, and says what for. */
export function OrderVisit({ filing }: { readonly filing: Filing }) {
  const { id } = filing;
  const [asked, ask] = useState(false);
  const [purpose, setPurpose] = useState('');
  const [plannedOn, plan] = useState<string | null>(null);
  const dayId = useId();
  const client = useQueryClient();
  const act = useMutation({
    mutationFn: (body: Parameters<typeof orderVisit>[1]) => orderVisit(id, body),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['filing', id, 'verification'] });
      await client.invalidateQueries({ queryKey: ['work-items'] });
    },
  });
  const review = filing.status === 'SUBMITTED' && asksForLicence(filing);
  return (
    <>
      <p className="muted">
        {review
          ? '需要核实申请材料的实质内容的，指派两名以上工作人员到现场核查（行政许可法第三十四条第三款）。'
          : filing.regime === 'LICENCE'
            ? '许可已经准予；需要核实是否符合准予的条件的，可以安排现场核查（行政许可法第六十一条）。'
            : '备案不以现场核查为条件；需要核实填报内容的，可以安排。'}
      </p>
      <Button onClick={() => ask(true)}>安排现场核查</Button>
      <Decision
        open={asked}
        act="安排现场核查"
        consequences={[
          '列入待办，由两名以上工作人员到现场逐项核实；通知申请人安排人员在场。',
          review
            ? '办理期限照常计算；记录结果或者撤销安排以前，不能准予。'
            : '办理期限照常计算，不影响备案的办理。',
        ]}
        ready={purpose.trim() !== ''}
        busy={act.isPending}
        error={act.error}
        onCancel={() => ask(false)}
        onConfirm={() =>
          carryOut(act, { purpose: purpose.trim(), ...(plannedOn === null ? {} : { plannedOn }) }, () => {
            setPurpose('');
            tell('已安排现场核查，已通知申请人。');
            ask(false);
          })
        }
      >
        <ReasonField
          label="核查的原因和内容"
          help="写明为什么核查、主要看什么，申请人可以看到"
          value={purpose}
          onChange={setPurpose}
        />
        <label htmlFor={dayId}>计划到现场的日期（选填）</label>
        <div>
          <DayPicker id={dayId} value={plannedOn} onChange={plan} />
        </div>
      </Decision>
    </>
  );
}
