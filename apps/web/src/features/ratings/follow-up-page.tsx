import { RATING_LEVEL_LABELS, siteInWords } from '@zhaoguan/contracts';
import { Alert } from 'antd';
import { useParams } from 'react-router';
import { dayInWords, instantInWords } from '../../shared/ui/dates';
import { Facts } from '../../shared/ui/facts';
import { History } from '../../shared/ui/history';
import { Loaded } from '../../shared/ui/loaded';
import { Page } from '../../shared/ui/page';
import { Panel } from '../../shared/ui/panel';
import { Status } from '../../shared/ui/status';
import { Term } from '../../shared/ui/term';
import { ContactPhone } from './contact-phone';
import { HandleAct } from './handle-act';
import { useFollowUp, type FollowUp, type Handling } from './queries';

/** One bad rating: what was found fault with, whom to ask, what was done about it. */
export default function FollowUpPage() {
  const { id = '' } = useParams();
  return (
    <Loaded query={useFollowUp(id)} what="差评" title="差评回访">
      {(followUp) => <Contents followUp={followUp} />}
    </Loaded>
  );
}

const HANDLING: readonly Handling[] = ['contact', 'resolve', 'dismiss'];

function Contents({ followUp }: { readonly followUp: FollowUp }) {
  const acts = HANDLING.filter((action) => followUp.availableActions.includes(action));
  return (
    <Page
      title="差评回访"
      state={
        <>
          <Status process="rating-follow-up" status={followUp.status} />
          {followUp.endedAt === null && <Term dueOn={followUp.dueOn} />}
        </>
      }
      facts={`${followUp.officeName} · ${siteInWords(followUp)} · 收到于 ${instantInWords(followUp.openedAt)}`}
      actions={
        acts.length > 0 && (
          <>
            {acts.map((action) => (
              <HandleAct key={action} followUp={followUp} action={action} />
            ))}
          </>
        )
      }
    >
      {followUp.unattended && (
        <Alert
          type="warning"
          showIcon
          title="被评价的机关和上级机关目前没有可以回访的工作人员"
          description="办理过本件的工作人员不能回访，本件办结以前，可以办理它的工作人员也不能。已通知系统管理员，请其新建一名不兼备案受理人的复核公布人。"
          style={{ marginBottom: 16 }}
        />
      )}
      {!followUp.unattended && followUp.raised && (
        <Alert
          type="info"
          showIcon
          title={`由${followUp.handledBy}回访`}
          description={whyRaised(followUp)}
          style={{ marginBottom: 16 }}
        />
      )}
      <Panel title="评价">
        <Facts facts={ratingOf(followUp)} />
      </Panel>
      <Panel title="办理过程">
        <History
          acts={followUp.history
            .map(({ label, at, actorName, note }, index) => ({
              id: String(index),
              at,
              label,
              actor: actorName,
              reason: note,
            }))
            .toReversed()}
        />
      </Panel>
    </Page>
  );
}

/** 办理过的不能回访: why it is not the office rated that calls. */
function whyRaised({ officeName, raisedFor }: FollowUp): string {
  if (raisedFor === 'INVOLVED')
    return `${officeName}的复核公布人都办理过本件或者可以办理本件，这样的人员不能回访，所以由上级机关回访。`;
  if (raisedFor === 'ABSENT') return `${officeName}没有复核公布人，所以由上级机关回访。`;
  return `${officeName}没有可以回访的人员（办理过或者可以办理本件的不能回访），所以由上级机关回访。`;
}

function ratingOf(followUp: FollowUp) {
  const {
    level,
    stepLabel,
    stepAt,
    stepDay,
    reasons,
    words,
    addition,
    institutionName,
    filing,
    applicantName,
  } = followUp;
  return [
    { name: '等级', value: RATING_LEVEL_LABELS[level] },
    {
      name: '评价的一步',
      value: `${stepLabel}（${stepDay === null ? instantInWords(stepAt) : dayInWords(stepDay)}）`,
    },
    { name: '原因', value: reasons.length === 0 ? null : reasons.join('、') },
    { name: '评价人的话', value: words },
    ...(addition === null
      ? []
      : [{ name: '追加的评价', value: `${addition.words}${addition.unsettled ? '（认为没有解决）' : ''}` }]),
    { name: '机构', value: institutionName },
    {
      name: '评价的申请',
      value: `${filing.title}（${filing.number === null ? '还没有编号' : `编号 ${filing.number}`}）`,
    },
    { name: '评价人', value: applicantName },
    { name: '回访电话', value: <ContactPhone followUp={followUp} /> },
  ];
}
