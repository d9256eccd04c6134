import { dayInWords } from '../../shared/ui/dates';
import { Loaded } from '../../shared/ui/loaded';
import { Mark } from '../../shared/ui/mark';
import { yuan } from '../../shared/ui/money';
import { GradeEffect } from './grade-effect';
import { publicityInWords } from './publicity-in-words';
import { usePreview, type Preview, type Proposal } from './queries';

interface PenaltyOutlookProps {
  readonly caseId: string;
  readonly institutionId: string;
  /** Null while nothing is chosen. */
  readonly proposal: Proposal | null;
}

/** What the penalty would bring about, asked of the server as it is typed: nobody learns of a limit only afterwards. */
export function PenaltyOutlook({ caseId, institutionId, proposal }: PenaltyOutlookProps) {
  const query = usePreview(caseId, proposal);
  if (proposal === null) return null;
  return (
    <section className="outlook-box" role="status" aria-label="这样处理的后果">
      <h3>这样处理的后果</h3>
      <Loaded query={query} what="这样处理的后果">
        {(preview) =>
          preview.refusal ? (
            <Refusal preview={preview} refusal={preview.refusal} />
          ) : (
            <Consequences preview={preview} institutionId={institutionId} />
          )
        }
      </Loaded>
    </section>
  );
}

function Refusal({
  preview,
  refusal,
}: {
  readonly preview: Preview;
  readonly refusal: NonNullable<Preview['refusal']>;
}) {
  return (
    <>
      <p>
        <Mark tone="stopped">{refusal.title}</Mark> {refusal.detail}
      </p>
      {refusal.code === 'HEARING_REQUIRED' && (
        <p className="muted">
          罚款达到{yuan(preview.hearingFromFen)}
          ，或者责令停业整顿、责令停止服务、吊销许可证、禁止从业的，当事人有权要求听证（《中华人民共和国行政处罚法》第六十三条）。本系统办理不经听证的案件：拟作出这样的处罚的，请另按听证程序办理；金额填错的，请改正。
        </p>
      )}
    </>
  );
}

function Consequences({
  preview: { publicity, paymentDueOn },
  institutionId,
}: {
  readonly preview: Preview;
  readonly institutionId: string;
}) {
  return (
    <ul>
      <li>在法定幅度以内，不需要听证。</li>
      <li>{publicityInWords(publicity)}</li>
      {paymentDueOn !== null && (
        <li>缴纳罚款的期限自收到决定书之日起计算；今天作出决定并交付的，至{dayInWords(paymentDueOn)}。</li>
      )}
      <GradeEffect institutionId={institutionId} publicityClass={publicity.class} />
    </ul>
  );
}
