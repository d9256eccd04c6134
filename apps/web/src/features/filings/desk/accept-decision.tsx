import { caseWords } from '@zhaoguan/contracts';
import { useState } from 'react';
import { carryOut } from '../../../shared/api/carry-out';
import { Decision } from '../../../shared/ui/decision';
import { ReasonField } from '../../../shared/ui/reason-field';
import { tell } from '../../../shared/ui/told';
import { useContradictions } from '../beside-note';
import { useDuplicates } from '../duplicates/queries';
import { asksForLicence } from '../filing-words';
import { earlierOpinions } from '../opinions/about-earlier';
import type { useOpinions } from '../opinions/queries';
import { acceptFiling, useFilingAct, type Filing } from '../queries';
import { doubtsInWords, useReceivers } from '../receivers';
import { useSentHereInWords } from '../sent-here';
import { unplacedInWords } from '../takeover/words';
import { useIfAccepted, useVerifications } from '../verification/queries';
import { afterAcceptance, beforeVisit, isUnseenReview, keptChanges, setGoing } from './after-acceptance';

interface AcceptingProps {
  readonly filing: Filing;
  readonly opinions: ReturnType<typeof useOpinions>;
  /** Remarks that were written and not sent. */
  readonly unsent: number;
  readonly onClose: () => void;
}

/** The acceptance (准予), with what it passes over: remarks, what is not filled in, departments that do not agree. */
export function Accepting({ filing, opinions, unsent, onClose }: AcceptingProps) {
  const [reason, setReason] = useState('');
  // Before it is known what it takes over, nothing is decided.
  const duplicates = useDuplicates(filing);
  const taken = duplicates.data?.takesOver ?? null;
  const open = filing.incomplete.length;
  const words = caseWords(filing);
  const act = useFilingAct(acceptFiling, filing, { name: words.accept, onForestalled: onClose });
  const contradictions = useContradictions(filing);
  const disagreeing = opinions.data?.disagreeing ?? [];
  const receivers = useReceivers(filing);
  const sentHere = useSentHereInWords(filing);
  const foreseen = useIfAccepted(filing.id);
  const verifications = useVerifications(filing);
  const last = verifications.data?.[0];
  const review = last?.origin === 'REVIEW' ? last.status : undefined;
  const barred = review === 'OPEN' || review === 'RECHECK';
  const unseen = isUnseenReview(last);
  const explains = disagreeing.length > 0 || review === 'MISMATCH_FOUND' || unseen;
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
        ...beforeVisit(last, words.accept),
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
        ...contradictions,
        ...doubtsInWords(receivers.data, filing.kind),
        ...sentHere,
        ...unplacedInWords(filing),
        ...filing.warnings.map(({ message }) => `提醒：${message}`),
        ...keptChanges(filing),
        ...afterAcceptance(filing, duplicates.data),
        ...(foreseen.data ? setGoing(foreseen.data, filing.materials) : []),
      ]}
      ready={
        !duplicates.isPending && !verifications.isPending && !barred && (!explains || reason.trim() !== '')
      }
      busy={act.isPending}
      error={act.error}
      onCancel={onClose}
      onConfirm={() =>
        carryOut(
          act,
          {
            ...(explains && { reason: reason.trim() }),
            ...(filing.overtaken.length > 0 && { keepChanges: true }),
          },
          ({ filingNumber }) => {
            const kept = taken === null ? '' : `名录中原有的“${taken.name}”已归入申请人账号，`;
            tell(
              `已${words.accept}，${kept}${taken?.numberKept ? '沿用原编号' : '编号'} ${filingNumber ?? ''}，${words.proof}已发给申请人。`,
            );
            onClose();
          },
          // A department may have answered, or a visit been ordered, while this stood open.
          () => {
            void opinions.refetch();
            void verifications.refetch();
          },
        )
      }
    >
      {explains && (
        <ReasonField
          label={disagreeing.length > 0 ? '不采纳的理由' : `仍然${words.accept}的理由`}
          help={
            disagreeing.length > 0
              ? '写明为什么仍然符合条件，例如对方提出的问题已经怎样解决'
              : unseen
                ? '写明为什么不必再到现场，例如变更时已经核实'
                : '写明为什么仍然符合条件，例如现场不一致的内容怎样不影响条件'
          }
          value={reason}
          onChange={setReason}
        />
      )}
    </Decision>
  );
}
