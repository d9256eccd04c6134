import { caseWords } from '@zhaoguan/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { carryOut } from '../../shared/api/carry-out';
import { Decision } from '../../shared/ui/decision';
import { tell } from '../../shared/ui/told';
import { LastStep } from './form/last-step';
import { abandonDraft, useFilingAct, type Filing } from './queries';

/** What was begun by mistake goes from the author's list, in two steps: nothing brings it back. */
export function AbandonDraft({ filing }: { readonly filing: Filing }) {
  const [asking, ask] = useState(false);
  const navigate = useNavigate();
  const { matter, authority } = caseWords(filing);
  const act = useFilingAct((latest) => abandonDraft(latest), filing);
  return (
    <>
      <Button onClick={() => ask(true)}>删除草稿</Button>
      <Decision
        open={asking}
        act="删除草稿"
        grave
        consequences={[
          '这份草稿不再列在清单和待办中，不能继续填写，也不能恢复。',
          `没有提交给${authority}；已经上传的文件不再使用，按档案保管的要求留存。`,
          `仍需办理${matter}的，可以重新填写。`,
        ]}
        busy={act.isPending}
        error={act.error}
        onConfirm={() =>
          carryOut(act, undefined, () => {
            new LastStep(filing.id).forget();
            tell('草稿已删除。');
            void navigate('/filings');
          })
        }
        onCancel={() => ask(false)}
      />
    </>
  );
}
