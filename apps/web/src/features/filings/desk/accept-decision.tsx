import { caseWords, type RegimeWords } from '@zhaoguan/contracts';
import { useState } from 'react';
import { carryOut } from '../../../shared/api/carry-out';
import { Decision } from '../../../shared/ui/decision';
import { ReasonField } from '../../../shared/ui/reason-field';
import { tell } from '../../../shared/ui/told';
import { useDuplicates } from '../duplicates/queries';
import { afterTakingOver, type TakenOver } from '../duplicates/taken-over-words';
import { asksForLicence, statusAfter } from '../filing-words';
import { earlierOpinions } from '../opinions/about-earlier';
import type { useOpinions } from '../opinions/queries';
import { acceptFiling, useFilingAct, type Filing } from '../queries';

interface AcceptingProps {
  readonly filing: Filing;
  readonly opinions: ReturnType<typeof useOpinions>;
  /** Remarks that were written and not sent. */
  readonly unsent: number;
  readonly onClose: () => void;
}

/** What is given out now, in place of what was before. */
const nextVersion = ({ number, proof }: RegimeWords): string =>
  `${number}不变，系统生成新一版${proof}；以前的由它代替，验真时会写明。`;

/** What the acceptance does, with the day that was filed: it is looked at once more before it counts. */
function afterAcceptance(
  { type, regime, institution, renewal }: Filing,
  taken: TakenOver | null,
): readonly string[] {
  const words = caseWords({ type, regime });
  if (type === 'INITIAL' && renewal !== null) {
    return [
      '系统生成新的许可证和准予延续决定书，申请人可以下载；决定向社会公开。',
      '原许可证由新的许可证代替，验真时会写明；名录中换为新的许可证编号和有效期。',
    ];
  }
  if (type === 'INITIAL') {
    if (taken !== null) return afterTakingOver(taken, { type, regime });
    return [
      regime === 'LICENCE'
        ? '系统生成许可证和准予许可决定书，申请人可以下载；决定向社会公开。'
        : '系统生成备案编号和备案回执，申请人可以下载。',
      '机构列入名录，公众可以查询；此后纳入双随机抽查。',
    ];
  }
  if (type === 'CHANGE') return ['名录中这家机构的信息改为变更后的内容，公众可以查询。', nextVersion(words)];
  return [
    statusAfter(type, institution.notice?.startsOn, regime),
    regime === 'LICENCE'
      ? `${words.number}不变，系统生成${words.proof}，申请人可以下载。`
      : nextVersion(words),
  ];
}

/** The acceptance (准予), with what it passes over: remarks, what is not filled in, departments that do not agree. */
export function Accepting({ filing, opinions, unsent, onClose }: AcceptingProps) {
  const [reason, setReason] = useState('');
  const act = useFilingAct(acceptFiling, filing);
  // Before it is known what it takes over, nothing is decided.
  const duplicates = useDuplicates(filing);
  const taken = duplicates.data?.takesOver ?? null;
  const open = filing.incomplete.length;
  const words = caseWords(filing);
  const disagreeing = opinions.data?.disagreeing ?? [];
  return (
    <Decision
      open
      act={words.accept}
      consequences={[
        ...(disagreeing.length > 0
          ? [
              `${disagreeing.join('、')}答复不同意。仍然${words.accept}的，请写明不采纳的理由；理由写入办理过程，申请人可以看到。`,
            ]
          : []),
        ...earlierOpinions(opinions.data?.items ?? []),
        ...(unsent > 0
          ? [
              `已写的 ${unsent} 处补正意见还没有告知申请人，${words.accept}以后不再发出。需要补正的，请先退回补正。`,
            ]
          : []),
        ...(open > 0
          ? [
              `申请书还有 ${open} 项没有填写${asksForLicence(filing) ? '' : '，回执会如实写明'}。需要申请人补齐的，请先退回补正。`,
            ]
          : []),
        ...afterAcceptance(filing, taken),
      ]}
      ready={!duplicates.isPending && (disagreeing.length === 0 || reason.trim() !== '')}
      busy={act.isPending}
      error={act.error}
      onCancel={onClose}
      onConfirm={() =>
        carryOut(
          act,
          disagreeing.length === 0 ? {} : { reason: reason.trim() },
          ({ filingNumber }) => {
            const kept = taken === null ? '' : `名录中原有的“${taken.name}”已归入申请人账号，`;
            tell(
              `已${words.accept}，${kept}${taken?.numberKept ? '沿用原编号' : '编号'} ${filingNumber ?? ''}，${words.proof}已发给申请人。`,
            );
            onClose();
          },
          // A department may have answered while this stood open.
          () => void opinions.refetch(),
        )
      }
    >
      {disagreeing.length > 0 && (
        <ReasonField
          label="不采纳的理由"
          help="写明为什么仍然符合条件，例如对方提出的问题已经怎样解决"
          value={reason}
          onChange={setReason}
        />
      )}
    </Decision>
  );
}
