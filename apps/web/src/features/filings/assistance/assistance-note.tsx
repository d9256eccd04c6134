import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { carryOut } from '../../../shared/api/carry-out';
import { Decision } from '../../../shared/ui/decision';
import { tell } from '../../../shared/ui/told';
import { useFilingAct, type Filing } from '../queries';
import { assistanceInWords, type Assistance } from './assistance-words';
import { endAssistance, useLeaveAssistance } from './queries';

/** For whom the official acts, or who has entered it for the applicant; nothing where the applicant did it alone. */
export function AssistanceNote({ filing }: { readonly filing: Filing }) {
  const { assistance } = filing;
  if (assistance === null) return null;
  return (
    <Alert
      type={assistance.acting ? 'warning' : 'info'}
      showIcon
      title={titleOf(assistance)}
      description={
        <>
          <p style={{ margin: 0 }}>{assistanceInWords(assistance, filing.status)}</p>
          {assistance.acting && <LeaveAssistance filing={filing} applicantName={assistance.applicantName} />}
          {assistance.mayEnd && <EndAssistance filing={filing} officialName={assistance.officialName} />}
        </>
      }
      style={{ marginBottom: 16 }}
    />
  );
}

function titleOf({ acting, applicantName, officialName }: Assistance): string {
  return acting ? `您正在代 ${applicantName} 填报` : `窗口代办：由 ${officialName} 代 ${applicantName} 填报`;
}

function LeaveAssistance({
  filing,
  applicantName,
}: {
  readonly filing: Filing;
  readonly applicantName: string;
}) {
  const [asking, ask] = useState(false);
  const navigate = useNavigate();
  const act = useLeaveAssistance(filing);
  return (
    <>
      <Button style={{ marginTop: 8 }} onClick={() => ask(true)}>
        退出代办
      </Button>
      <Decision
        open={asking}
        act="退出代办"
        consequences={[
          `您不能再代${applicantName}填写、补正和提交这一件，也看不到尚未提交的内容；不能恢复代办。`,
          '已经填写的内容都保留，由申请人登录后自己接着办理，或者由本人删除。',
        ]}
        busy={act.isPending}
        error={act.error}
        onConfirm={() =>
          carryOut(act, undefined, () => {
            tell('已退出代办，草稿留给申请人自己办理。');
            void navigate('/filings');
          })
        }
        onCancel={() => ask(false)}
      />
    </>
  );
}

function EndAssistance({ filing, officialName }: { readonly filing: Filing; readonly officialName: string }) {
  const [asking, ask] = useState(false);
  const act = useFilingAct((latest) => endAssistance(latest), filing);
  return (
    <>
      <Button style={{ marginTop: 8 }} onClick={() => ask(true)}>
        结束代办
      </Button>
      <Decision
        open={asking}
        act="结束代办"
        consequences={[
          `${officialName}不能再代您填写、补正、提交和撤回这一件；已经填写的内容都保留。`,
          '以后由您自己办理；结束以后不能恢复代办。',
        ]}
        busy={act.isPending}
        error={act.error}
        onConfirm={() =>
          carryOut(act, undefined, () => {
            ask(false);
            tell('代办已结束，由您自己办理。');
          })
        }
        onCancel={() => ask(false)}
      />
    </>
  );
}
