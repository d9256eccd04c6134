import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Schemas } from '@zhaoguan/api-client';
import { LEAD_DEPARTMENT } from '@zhaoguan/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { carryOut } from '../../shared/api/carry-out';
import { api, bodyOf } from '../../shared/api/client';
import { useMay, useUser } from '../../shared/session/use-session';
import { Decision } from '../../shared/ui/decision';
import { ReasonField } from '../../shared/ui/reason-field';
import { tell } from '../../shared/ui/told';

interface ConfirmRectifiedProps {
  readonly credit: Pick<Schemas['CreditDto'], 'institutionId' | 'institutionName' | 'kind'>;
  readonly event: Pick<Schemas['CreditEventDto'], 'id' | 'text'>;
}

/** A major problem was put right (整改合格), as an official found on the spot: it holds the grade down no longer. */
export function ConfirmRectified({ credit, event }: ConfirmRectifiedProps) {
  const [asking, ask] = useState(false);
  const [note, setNote] = useState('');
  const client = useQueryClient();
  const { departments } = useUser();
  const mayConfirm = useMay('credit.confirm');
  const confirm = useMutation({
    mutationFn: (body: Schemas['RectifiedDto']) =>
      bodyOf(
        api.POST('/api/v1/institutions/{id}/credit/events/{eventId}/rectified', {
          params: { path: { id: credit.institutionId, eventId: event.id } },
          body,
        }),
      ),
    onSuccess: async (changed) => {
      client.setQueryData(['credit', credit.institutionId], changed);
      await client.invalidateQueries({ queryKey: ['institution', credit.institutionId] });
    },
  });
  if (!mayConfirm || !departments.includes(LEAD_DEPARTMENT[credit.kind])) return null;
  return (
    <>
      <Button onClick={() => ask(true)} aria-label={`确认整改合格：${event.text}`}>
        确认整改合格
      </Button>
      <Decision
        open={asking}
        act="确认整改合格"
        consequences={[
          `“${credit.institutionName}”的这一项不再限制信用等级：${event.text}。`,
          '扣分仍按规定的期限计算；信用等级随即重新评定，并向社会公开。',
          '确认人、时间和复查情况记入操作记录，不能撤销。',
        ]}
        ready={note.trim() !== ''}
        busy={confirm.isPending}
        error={confirm.error}
        onConfirm={() =>
          carryOut(confirm, { note: note.trim() }, ({ grade }) =>
            tell(`已确认整改合格，信用等级现为 ${grade}。`),
          )
        }
        onCancel={() => {
          ask(false);
          confirm.reset();
        }}
      >
        <ReasonField
          label="复查情况"
          help="例如：11 月 25 日两名检查人员复查，疏散通道已清理，符合要求"
          value={note}
          onChange={setNote}
        />
      </Decision>
    </>
  );
}
