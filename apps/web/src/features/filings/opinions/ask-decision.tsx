import { Checkbox, Select } from 'antd';
import { useId, useState } from 'react';
import { carryOut } from '../../../shared/api/carry-out';
import { Decision } from '../../../shared/ui/decision';
import { ReasonField } from '../../../shared/ui/reason-field';
import { tell } from '../../../shared/ui/told';
import type { Filing } from '../queries';
import { askOpinion, hindranceOf, useOpinionAct, type Opinions } from './queries';

interface AskDecisionProps {
  readonly filing: Filing;
  readonly opinions: Opinions;
  readonly onClose: () => void;
}

/** Which department is asked what, and what it is shown beside the application. */
export function AskDecision({ filing, opinions, onClose }: AskDecisionProps) {
  const id = useId();
  const faultId = useId();
  const { usual } = opinions;
  const proposed = usual !== null && hindranceOf(opinions, usual.department) === null ? usual : null;
  const [department, choose] = useState(proposed?.department);
  const [question, setQuestion] = useState(proposed?.question ?? '');
  const [materials, setMaterials] = useState<string[]>([]);
  const act = useOpinionAct(askOpinion, filing.id);
  const waiting = new Set(
    opinions.items.filter(({ status }) => status === 'ASKED').map((opinion) => opinion.department),
  );
  const hindrance = hindranceOf(opinions, department);
  const uploaded = filing.materials.filter((material) => material.uploaded);
  return (
    <Decision
      open
      act="征求意见"
      consequences={[
        '该部门的答复人员可以看到这次提交的申请书（身份证号、电话已隐去）和勾选的材料。',
        '本件的办理期限照常计算。申请人可以看到征求了哪个部门、什么时候答复，办结以前看不到内容。',
      ]}
      ready={department !== undefined && hindrance === null && question.trim() !== ''}
      busy={act.isPending}
      error={act.error}
      onCancel={onClose}
      onConfirm={() => {
        const body = { department: department as 'fire', question: question.trim(), materials };
        carryOut(act, body, () => {
          tell('已征求意见，对方已收到通知。');
          onClose();
        });
      }}
    >
      <div style={{ marginBottom: 24 }}>
        <label htmlFor={id}>部门（必填）</label>
        <Select
          id={id}
          style={{ width: '100%' }}
          placeholder="选择部门"
          value={department}
          onChange={choose}
          {...(hindrance !== null && {
            status: 'error' as const,
            'aria-invalid': true,
            'aria-describedby': faultId,
          })}
          options={opinions.departments
            .filter(({ code }) => !waiting.has(code))
            .map(({ code, name, hindrance: why }) => ({
              value: code,
              label: why === null ? name : `${name}（没有可以答复的人员）`,
            }))}
        />
        {hindrance !== null && (
          <div id={faultId} className="save-failed" role="alert">
            {hindrance}。
          </div>
        )}
      </div>
      <ReasonField label="问题" help="需要对方确认什么" value={question} onChange={setQuestion} />
      <fieldset style={{ border: 0, padding: 0, margin: '0 0 24px' }}>
        <legend>提供的材料（选填）</legend>
        <Checkbox.Group
          value={materials}
          onChange={setMaterials}
          options={uploaded.map(({ code, name }) => ({ value: code, label: name }))}
        />
      </fieldset>
    </Decision>
  );
}
