import { caseWords } from '@zhaoguan/contracts';
import { saysSomething } from '@zhaoguan/kernel';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { carryOut } from '../../../shared/api/carry-out';
import { Decision } from '../../../shared/ui/decision';
import { ReasonField } from '../../../shared/ui/reason-field';
import { tell } from '../../../shared/ui/told';
import {
  refuseFiling,
  returnFiling,
  useFilingAct,
  type Filing,
  type FilingForm,
  type Remark,
} from '../queries';
import { useChangesShown, type Changes } from '../changes';
import { endedInWords, endedRefusal } from '../ended-institution-words';
import { FilingTerm } from '../filing-term';
import { admissionTerm, correctionTerm } from '../filing-words';
import { earlierOpinions } from '../opinions/about-earlier';
import { useOpinions } from '../opinions/queries';
import { waitingInWords } from '../opinions/waiting-in-words';
import { placeOf } from '../remark-list';
import { homeInWords, refusalWords, standingPredecessor, unexplainedAtDesk } from '../takeover/words';
import { Accepting } from './accept-decision';
import { afterRefusal } from './after-refusal';
import { Admitting, Dismissing } from './admission-decisions';

interface DecisionBarProps {
  readonly filing: Filing;
  readonly form: FilingForm;
  readonly remarks: readonly Remark[];
  readonly onReturned: () => void;
}

/** Where who skips to the decision goes on. */
export const DECISION_BAR = 'decision-bar';

type Act = 'admit' | 'dismiss' | 'return' | 'refuse' | 'accept';

/** What may be decided now, always at the bottom of the window; each decision takes a second step. */
export function DecisionBar({ filing, form, remarks, onReturned }: DecisionBarProps) {
  const [asked, ask] = useState<Act | null>(null);
  const noteId = useId();
  const waitId = useId();
  const standId = useId();
  const opinions = useOpinions(filing.id, true);
  const waiting = opinions.data?.items.filter(({ status }) => status === 'ASKED') ?? [];
  const held = waiting.length > 0 ? { disabled: true, 'aria-describedby': waitId } : {};
  const words = caseWords(filing);
  const standing = filing.takeover === null ? undefined : standingPredecessor(filing.takeover);
  const stands =
    standing === undefined
      ? unexplainedAtDesk(filing)
      : `申请人说明承接${homeInWords(standing)}的场地，它还在名录中：终止服务或者注销以后，才能${words.accept}。`;
  const acceptance =
    stands === undefined
      ? held
      : { disabled: true, 'aria-describedby': waiting.length > 0 ? `${waitId} ${standId}` : standId };
  const may = (act: Act) => filing.availableActions.includes(act);
  const close = () => ask(null);
  const ended = endedInWords(filing, 'official');
  const said = [
    ...(ended === null ? [] : [{ key: 'ended', id: undefined, text: ended }]),
    ...(may('admit') ? [{ key: 'admission', id: undefined, text: admissionTerm(filing) }] : []),
    ...(may('return') && remarks.length === 0
      ? [{ key: 'remarks', id: noteId, text: '需要退回补正的，请先在表单或材料旁写下补正意见。' }]
      : []),
    ...(waiting.length > 0
      ? [
          {
            key: 'waiting',
            id: waitId,
            text: waitingInWords(waiting, words),
          },
        ]
      : []),
    ...(may('accept') && stands !== undefined ? [{ key: 'standing', id: standId, text: stands }] : []),
  ];
  return (
    <div id={DECISION_BAR} tabIndex={-1} className="decision-bar no-print" role="group" aria-label="办理">
      {said.length > 0 && (
        <div className={said.length > 1 ? 'decision-said decision-said-row' : 'decision-said'}>
          {said.map(({ key, id, text }) => (
            <small
              key={key}
              id={id}
              className={key === 'waiting' || key === 'standing' ? undefined : 'muted'}
            >
              {text}
            </small>
          ))}
        </div>
      )}
      {filing.dueOn !== null && (
        <span className="decision-term">
          <FilingTerm filing={filing} />
        </span>
      )}
      {may('return') && (
        <Button
          disabled={remarks.length === 0}
          {...(remarks.length === 0 ? { 'aria-describedby': noteId } : {})}
          onClick={() => ask('return')}
        >
          退回补正{remarks.length > 0 && `（${remarks.length} 处）`}
        </Button>
      )}
      {may('dismiss') && (
        <Button {...held} onClick={() => ask('dismiss')}>
          不予受理
        </Button>
      )}
      {may('admit') && <Button onClick={() => ask('admit')}>受理</Button>}
      {may('refuse') && (
        <Button {...held} onClick={() => ask('refuse')}>
          {words.refuse}
        </Button>
      )}
      {may('accept') && (
        <Button type="primary" {...acceptance} onClick={() => ask('accept')}>
          {words.accept}
        </Button>
      )}
      {asked === 'return' && (
        <Returning filing={filing} form={form} remarks={remarks} onClose={close} onReturned={onReturned} />
      )}
      {asked === 'admit' && <Admitting filing={filing} unsent={remarks.length} onClose={close} />}
      {asked === 'dismiss' && <Dismissing filing={filing} onClose={close} />}
      {asked === 'refuse' && <Refusing filing={filing} opinions={opinions} onClose={close} />}
      {asked === 'accept' && (
        <Accepting filing={filing} opinions={opinions} unsent={remarks.length} onClose={close} />
      )}
    </div>
  );
}

interface StepProps {
  readonly filing: Filing;
  readonly onClose: () => void;
}

/** Remarks of the last return of which nothing came, and which are not made again: left out now they are lost. */
function droppedRemarks(changes: Changes | undefined, remarks: readonly Remark[]): string[] {
  const dropped = (changes?.remarks ?? []).filter(
    ({ touched, pointer }) => !touched && !remarks.some((remark) => remark.pointer === pointer),
  );
  if (dropped.length === 0) return [];
  const places = [...new Set(dropped.map(({ place }) => `“${place}”`))].join('、');
  return [
    `请注意：上次提过意见的 ${dropped.length} 处没有改动，这次没有再提：${places}。仍须补正的，请先补写意见。`,
  ];
}

function Returning(props: StepProps & Pick<DecisionBarProps, 'form' | 'remarks' | 'onReturned'>) {
  const { filing, form, remarks, onClose, onReturned } = props;
  const [call, setCall] = useState('');
  const changes = useChangesShown(filing);
  const act = useFilingAct(returnFiling, filing, { name: '退回补正', onForestalled: onClose });
  return (
    <Decision
      open
      act="退回补正"
      consequences={[
        ...droppedRemarks(changes, remarks),
        `下面 ${remarks.length} 处意见一次性告知申请人；以后只能对改动过的、这次提过意见的和没有填写的必填内容提出意见。`,
        ...correctionTerm(filing),
        '办理期限停止计算，申请人重新提交后重新起算。',
      ]}
      ready={!filing.callBeforeReturn || call.trim() !== ''}
      busy={act.isPending}
      error={act.error}
      onCancel={onClose}
      onConfirm={() =>
        carryOut(act, { reasons: [...remarks], ...(filing.callBeforeReturn && { call }) }, () => {
          tell(`已退回补正，${remarks.length} 处意见已告知申请人。`);
          onReturned();
          onClose();
        })
      }
    >
      <ol>
        {remarks.map(({ pointer, message }) => (
          <li key={pointer} className="typed-lines">
            <strong>{placeOf(filing, form, pointer)}</strong>：{message}
          </li>
        ))}
      </ol>
      {filing.callBeforeReturn && (
        <ReasonField
          label="电话联系申请人的情况"
          help={
            filing.callReason === 'UNREACHED'
              ? '申请人没有能够登录的账号，看不到补正意见：请先电话或者当面告知意见和期限，再写下与谁联系、说了什么。记入内部备注。'
              : `已提交 ${filing.round} 次仍须补正：请先电话说明怎样补正，再写下与谁联系、说了什么。记入内部备注。`
          }
          value={call}
          onChange={setCall}
          maxLength={500}
        />
      )}
    </Decision>
  );
}

interface RefusingProps extends StepProps {
  readonly opinions: ReturnType<typeof useOpinions>;
}

function Refusing({ filing, opinions, onClose }: RefusingProps) {
  const [reason, setReason] = useState('');
  const words = caseWords(filing);
  const ended = endedRefusal(filing);
  const ready = ended ?? refusalWords(filing.takeover);
  const act = useFilingAct(refuseFiling, filing, { name: words.refuse, onForestalled: onClose });
  return (
    <Decision
      open
      act={words.refuse}
      grave
      consequences={[
        ...earlierOpinions(opinions.data?.items ?? []),
        ...afterRefusal(filing),
        '申请人具备条件后可以重新办理。',
      ]}
      ready={saysSomething(reason)}
      busy={act.isPending}
      error={act.error}
      onCancel={onClose}
      onConfirm={() =>
        carryOut(act, reason, () => {
          tell(`已作出${words.refuse}的决定，理由已告知申请人。`);
          onClose();
        })
      }
    >
      {ready !== null && (
        <Button style={{ marginBottom: 8 }} onClick={() => setReason(ready)}>
          填入参考用语：{ended === null ? '原机构、授权' : '机构已终止、注销或者撤销'}
        </Button>
      )}
      <ReasonField label="理由" help="写明不符合哪一条规定、事实是什么" value={reason} onChange={setReason} />
    </Decision>
  );
}
