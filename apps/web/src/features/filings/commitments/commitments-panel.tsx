import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { carryOut } from '../../../shared/api/carry-out';
import { DocumentView } from '../../../shared/files/document-view';
import { sendFile } from '../../../shared/files/send-file';
import { sizeInWords } from '../../../shared/files/size-in-words';
import { dayInWords, instantInWords } from '../../../shared/ui/dates';
import { Decision } from '../../../shared/ui/decision';
import { Failure } from '../../../shared/ui/failure';
import { Facts } from '../../../shared/ui/facts';
import { gradeEffectInWords } from '../../../shared/ui/grade-effect-words';
import { Mark } from '../../../shared/ui/mark';
import { Panel } from '../../../shared/ui/panel';
import { ReasonField } from '../../../shared/ui/reason-field';
import { tell } from '../../../shared/ui/told';
import { ClosedMaterial } from '../closed-material';
import {
  judgeCommitment,
  newestOf,
  useBreachPreview,
  useFilingAct,
  type Filing,
  type Material,
} from '../queries';
import { earlierFiles } from './acts';
import { CommitmentMark } from './commitment-mark';

type Promised = Material & { readonly commitment: NonNullable<Material['commitment']> };
type Judgement = 'confirm' | 'return' | 'breach';

/** After the acceptance: what was promised in place of a material (告知承诺), until when, and what is to be done about it. */
export function CommitmentsPanel({ filing }: { readonly filing: Filing }) {
  const bound = filing.materials.filter(
    (material): material is Promised => (material.commitment?.dueOn ?? null) !== null,
  );
  if (bound.length === 0) return null;
  return (
    <Panel title="告知承诺">
      {bound.map((material) => (
        <One key={material.code} filing={filing} material={material} />
      ))}
    </Panel>
  );
}

function One({ filing, material }: { readonly filing: Filing; readonly material: Promised }) {
  const [asked, ask] = useState<Judgement | null>(null);
  const { code, name, commitment, file } = material;
  const path = `/api/v1/filings/${filing.id}/materials/${code}`;
  const { status, statusLabel, dueOn, checkBy, text, reason, availableActions } = commitment;
  const earlier = earlierFiles(commitment);
  const may = (action: Judgement) => availableActions.includes(action);
  return (
    <section aria-label={name}>
      <Facts
        facts={[
          { name: '材料', value: name },
          { name: '情况', value: <CommitmentMark status={status} label={statusLabel} /> },
          { name: '最迟补交', value: dueOn && dayInWords(dueOn) },
          ...(checkBy === null ? [] : [{ name: '主管机关最迟核实', value: dayInWords(checkBy) }]),
          { name: '承诺', value: text },
          ...(reason === null ? [] : [{ name: '理由', value: reason }]),
        ]}
      />
      {earlier.map((each) => (
        <HandedIn
          key={each.version}
          said={`补交于 ${instantInWords(each.handedInAt)}`}
          file={each}
          name={name}
          path={`${path}/versions/${each.version}`}
          opens={filing.opensMaterials}
        >
          <Mark tone="plain">{each.returned ? '已退回' : '已重新补交'}</Mark>
          {each.reason !== null && <> 理由：{each.reason}</>}
        </HandedIn>
      ))}
      {file && !earlier.some(({ version }) => version === file.version) && (
        <HandedIn
          key={file.version}
          said="补交的材料"
          file={file}
          name={name}
          path={path}
          opens={filing.opensMaterials}
        />
      )}
      {availableActions.includes('handIn') && <HandIn filing={filing} material={material} />}
      {may('confirm') && (
        <Button type="primary" onClick={() => ask('confirm')}>
          核实无误
        </Button>
      )}{' '}
      {may('return') && <Button onClick={() => ask('return')}>退回重交</Button>}{' '}
      {may('breach') && <Button onClick={() => ask('breach')}>认定未履行承诺</Button>}
      {asked && <Judging filing={filing} material={material} action={asked} onClose={() => ask(null)} />}
    </section>
  );
}

interface HandedInProps {
  readonly said: string;
  readonly file: { readonly fileName: string; readonly size: number };
  readonly name: string;
  readonly path: string;
  readonly opens: boolean;
  readonly children?: ReactNode;
}

/** A file that was handed in for it, to be read where it is listed. */
function HandedIn({ said, file, name, path, opens, children }: HandedInProps) {
  const [shown, show] = useState(false);
  return (
    <div>
      <p>
        {said}：{file.fileName}（{sizeInWords(file.size)}）{' '}
        <button type="button" className="link-button" onClick={() => show(!shown)}>
          {shown ? '收起' : '查看'}
        </button>{' '}
        {children}
      </p>
      {shown &&
        (opens ? <DocumentView path={path} name={name} fileName={file.fileName} /> : <ClosedMaterial />)}
    </div>
  );
}

interface JudgingProps {
  readonly filing: Filing;
  readonly material: Promised;
  readonly action: Judgement;
  readonly onClose: () => void;
}

const ACTS: Readonly<
  Record<Judgement, { readonly act: string; readonly said: string; readonly consequences: readonly string[] }>
> = {
  confirm: {
    act: '核实无误',
    said: '已核实，承诺已履行。',
    consequences: ['这项承诺办结，结果告知机构。', '材料与本件的其他材料一并存档。'],
  },
  return: {
    act: '退回重交',
    said: '已退回，机构应当重新补交。',
    consequences: ['机构应当重新补交，补交的期限不变。', '理由告知机构。'],
  },
  breach: {
    act: '认定未履行承诺',
    said: '已认定未履行承诺。',
    consequences: [
      '这项承诺办结，理由告知机构；在机构的页面上，主管部门都能看到。',
      '该机构以后不再适用告知承诺。',
      '不能撤回。依法需要处理的，另行办理。',
    ],
  },
};

/** Until it is known how much. */
const COUNTED = '计入该机构的信用记录，按信用评价规则扣分。';

function Judging({ filing, material: { code, name }, action, onClose }: JudgingProps) {
  const [reason, setReason] = useState('');
  const client = useQueryClient();
  const judging = useFilingAct(judgeCommitment, filing);
  const { act, said, consequences } = ACTS[action];
  const { data: effect } = useBreachPreview(action === 'breach' ? filing.institutionId : null);
  const asksReason = action !== 'confirm';
  return (
    <Decision
      open
      act={act}
      grave={action === 'breach'}
      consequences={[
        `材料：${name}`,
        ...consequences,
        ...(action === 'breach' ? [effect === undefined ? COUNTED : gradeEffectInWords(effect)] : []),
      ]}
      ready={!asksReason || reason.trim() !== ''}
      busy={judging.isPending}
      error={judging.error}
      onCancel={onClose}
      onConfirm={() =>
        carryOut(judging, { code, action, reason }, () => {
          tell(said);
          void client.invalidateQueries({ queryKey: ['commitments'] });
          onClose();
        })
      }
    >
      {asksReason && <ReasonField label="理由" value={reason} onChange={setReason} maxLength={500} />}
    </Decision>
  );
}

const ACCEPTED = 'application/pdf,image/jpeg,image/png';

function HandIn({
  filing,
  material: { code, name },
}: {
  readonly filing: Filing;
  readonly material: Promised;
}) {
  const id = useId();
  const client = useQueryClient();
  const sending = useMutation({
    mutationFn: (file: File) =>
      sendFile<Filing>(`/api/v1/filings/${filing.id}/commitments/${code}/material`, file, {
        method: 'PUT',
        onProgress: () => undefined,
      }),
    onSuccess: async (after) => {
      client.setQueryData<Filing>(['filing', filing.id], newestOf(after));
      tell('材料已补交，由主管机关核实。');
      await client.invalidateQueries({ queryKey: ['work-items'] });
    },
  });
  return (
    <div>
      <input
        id={id}
        className="visually-hidden"
        type="file"
        accept={ACCEPTED}
        aria-label={`选择${name}的文件`}
        disabled={sending.isPending}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) sending.mutate(file);
          target.value = '';
        }}
      />
      <Button
        type="primary"
        loading={sending.isPending}
        onClick={() => document.getElementById(id)?.click()}
        tabIndex={-1}
      >
        补交材料
      </Button>{' '}
      <span className="muted">PDF、JPG 或者 PNG，不超过 20 MB。</span>
      {sending.error && <Failure error={sending.error} what={`${name}没有补交成功`} />}
    </div>
  );
}
