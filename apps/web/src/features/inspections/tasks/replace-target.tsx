import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { carryOut } from '../../../shared/api/carry-out';
import { api, bodyOf } from '../../../shared/api/client';
import Antd from '../../../shared/ui/antd';
import { Decision } from '../../../shared/ui/decision';
import { ReasonField } from '../../../shared/ui/reason-field';
import { tell } from '../../../shared/ui/told';
import { useResultLabel, type Task } from './queries';

/** A drawn institution that turned out to be gone gives its place to the next reserve (补抽). */
export default function ReplaceTarget({ task }: { readonly task: Task }) {
  /** Of the opened form; none while it is closed. */
  const [key, setKey] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const navigate = useNavigate();
  const client = useQueryClient();
  const label = useResultLabel(task.resultCode);
  const replace = useMutation({
    mutationFn: (idempotencyKey: string) =>
      bodyOf(
        api.POST('/api/v1/inspection-tasks/{id}/replace', {
          params: { path: { id: task.id } },
          body: { reason: reason.trim() },
          headers: { 'Idempotency-Key': idempotencyKey },
        }),
      ),
    onSuccess: async (next) => {
      await client.invalidateQueries({ queryKey: ['inspection-task'] });
      tell(`已补抽“${next.institution.name}”，任务已派给检查组。`);
      void navigate(`/tasks/${next.id}`);
    },
  });
  return (
    <Antd>
      <section className="panel">
        <h2>补抽</h2>
        <p>
          检查组报告“{label}
          ”。补抽的机构不由人选：抽取时已经排好每个信用等级的备选顺序并封存，现在由下一家顶替，检查人员也按同一次抽取的随机数派出。
        </p>
        <Button type="primary" size="large" onClick={() => setKey(crypto.randomUUID())}>
          补抽下一家
        </Button>
        <Decision
          open={key !== null}
          act="补抽下一家"
          grave
          consequences={[
            `“${task.institution.name}”的检查结果照常公布，它的名额由备选的下一家机构顶替，不能撤销。`,
            '新抽中的机构在检查开始之前保密；您看到它，会被记录。',
            '派到的检查人员中有人不能参加的，补抽以后再办理替补。',
            '补抽的理由和顺序随抽取一并公开，任何人都能验证。',
          ]}
          ready={reason.trim() !== ''}
          busy={replace.isPending}
          error={replace.error}
          onConfirm={() => key !== null && carryOut(replace, key)}
          onCancel={() => {
            setKey(null);
            replace.reset();
          }}
        >
          <ReasonField
            label="补抽的理由"
            help="例如：两名检查人员到场，确认机构已经迁出"
            value={reason}
            onChange={setReason}
          />
        </Decision>
      </section>
    </Antd>
  );
}
