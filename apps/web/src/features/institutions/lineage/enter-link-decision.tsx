import { LINK_KIND_LABELS, LINK_KINDS, type LinkKind } from '@zhaoguan/contracts';
import { Input, Radio } from 'antd';
import { useId, useState } from 'react';
import { carryOut } from '../../../shared/api/carry-out';
import { Decision } from '../../../shared/ui/decision';
import { ReasonField } from '../../../shared/ui/reason-field';
import { tell } from '../../../shared/ui/told';
import type { Institution } from '../queries';
import { InstitutionSelect } from './institution-select';
import { HOW_TO_FOLLOW, stillThere } from './predecessor-words';
import { useEnterLink } from './queries';

interface EnterLinkProps {
  readonly institution: Institution;
  readonly onClose: () => void;
}

const MEANS: Readonly<Record<LinkKind, string>> = {
  PREDECESSOR:
    '所选机构的名称、终止的时间和原因在本机构的公开页面上显示，本机构在所选机构的公开页面上列为此后的机构；家庭托育点除外。',
  BRANCH_OF: '总部和它的其他分支机构列在本机构的“沿革与关联”中，不对外公开。',
  CONTROLLER: '两家机构互相列在“沿革与关联”中，不对外公开。',
};

/** Enters what the institution has to do with another one, with what shows it. */
export function EnterLinkDecision({ institution, onClose }: EnterLinkProps) {
  const codeField = useId();
  const [kind, setKind] = useState<LinkKind>('PREDECESSOR');
  const [otherId, setOther] = useState<string>();
  const [otherCode, setCode] = useState('');
  const [reason, setReason] = useState('');
  const act = useEnterLink(institution.id);
  const other = kind === 'BRANCH_OF' ? otherCode.trim() : otherId;
  const confirm = () =>
    carryOut(
      act,
      {
        kind,
        stands: true,
        reason: reason.trim(),
        ...(kind === 'BRANCH_OF' ? { otherCode: otherCode.trim() } : { otherId: otherId ?? '' }),
      },
      () => {
        tell('已经登记。');
        onClose();
      },
    );
  return (
    <Decision
      open
      act="登记沿革或者关联"
      consequences={[MEANS[kind], '登记人、时间和依据长期保留；有误的，以后可以更正。']}
      ready={Boolean(other) && reason.trim() !== ''}
      busy={act.isPending}
      error={act.error}
      onCancel={onClose}
      onConfirm={confirm}
    >
      <Radio.Group
        aria-label="登记什么"
        value={kind}
        onChange={(event) => {
          setKind(event.target.value as LinkKind);
          // What may be chosen is another list.
          setOther(undefined);
        }}
        options={LINK_KINDS.map((value) => ({ value, label: LINK_KIND_LABELS[value] }))}
        style={{ marginBottom: 24 }}
      />
      {kind === 'BRANCH_OF' ? (
        <div style={{ marginBottom: 24 }}>
          <label htmlFor={codeField}>总部的统一社会信用代码（必填）</label>
          <Input id={codeField} value={otherCode} onChange={(event) => setCode(event.target.value)} />
        </div>
      ) : (
        <InstitutionSelect
          label={kind === 'PREDECESSOR' ? '此前的机构' : '同一实际控制人的机构'}
          value={otherId}
          onChange={setOther}
          except={institution.id}
          {...(kind === 'PREDECESSOR' ? { refused: stillThere, help: HOW_TO_FOLLOW } : {})}
        />
      )}
      <ReasonField label="依据" help="看了什么材料、怎样查明的。" value={reason} onChange={setReason} />
    </Decision>
  );
}
