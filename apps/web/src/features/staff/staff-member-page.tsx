import { BACKGROUND_RESULT_LABELS } from '@zhaoguan/contracts';
import { Button, Form } from 'antd';
import { Suspense, useState } from 'react';
import { Link, useParams } from 'react-router';
import { carryOut } from '../../shared/api/carry-out';
import { useIdempotencyKey } from '../../shared/api/use-idempotency-key';
import { FileList } from '../../shared/files/file-list';
import { ActPanel } from '../../shared/form/act-panel';
import { PastDayField } from '../../shared/form/past-day-field';
import { RecordForm } from '../../shared/form/record-form';
import { useFormDraft } from '../../shared/form/use-form-draft';
import { useMay } from '../../shared/session/use-session';
import { dayInWords } from '../../shared/ui/dates';
import { Facts } from '../../shared/ui/facts';
import { Loaded } from '../../shared/ui/loaded';
import { Page } from '../../shared/ui/page';
import { Panel } from '../../shared/ui/panel';
import { tell } from '../../shared/ui/told';
import { Waiting } from '../../shared/ui/waiting';
import { CredentialForm } from './credential-form';
import { useStaffActs, useStaffCoverage, useStaffMember, type StaffMember } from './queries';
import { StaffForm, type StaffValues } from './staff-form';
import { StandingMark } from './standing-mark';

type Act =
  { readonly what: 'correct' | 'leave' } | { readonly what: 'enter'; readonly requirement: string | null };

/** Somebody who works in an institution, with what they have shown for the post. */
export default function StaffMemberPage() {
  const { id = '' } = useParams();
  const query = useStaffMember(id);
  return (
    <Loaded query={query} what="从业人员" title="从业人员">
      {(member) => <Member key={member.id} member={member} />}
    </Loaded>
  );
}

function Member({ member }: { readonly member: StaffMember }) {
  const [act, setAct] = useState<Act | null>(null);
  const { institutionId, institutionName, leftOn } = member;
  const mayChange = member.mayKeep && leftOn === null;
  const done = () => setAct(null);
  return (
    <Page
      title={member.name}
      state={<StandingMark standing={member.standing} label={member.standingLabel} />}
      facts={
        <>
          {member.postLabel} · <Link to={`/institutions/${institutionId}/staff`}>{institutionName}</Link>
        </>
      }
      actions={
        mayChange &&
        act === null && (
          <>
            <Button type="primary" onClick={() => setAct({ what: 'enter', requirement: null })}>
              登记证件
            </Button>
            <Button onClick={() => setAct({ what: 'correct' })}>更正登记</Button>
            <Button onClick={() => setAct({ what: 'leave' })}>登记离职</Button>
          </>
        )
      }
    >
      {member.standing === 'BARRED' && (
        <p className="notice">
          从业背景查询有禁止从业情形：不得录用；已经录用的，应当立即解除聘用（未成年人保护法第六十二条）。
        </p>
      )}
      {member.postFault !== null && <p className="notice">{member.postFault}。</p>}
      <Suspense fallback={<Waiting />}>
        {act?.what === 'enter' && (
          <CredentialForm key={act.requirement} member={member} requirement={act.requirement} onDone={done} />
        )}
        {act?.what === 'correct' && <Correction member={member} onDone={done} />}
        {act?.what === 'leave' && <Departure member={member} onDone={done} />}
      </Suspense>
      <Required
        member={member}
        {...(mayChange ? { onEnter: (code) => setAct({ what: 'enter', requirement: code }) } : {})}
      />
      <Shown member={member} />
      <Panel title="登记信息">
        <Facts
          facts={[
            { name: '岗位', value: member.postLabel },
            { name: '入职日期', value: dayInWords(member.employedOn) },
            { name: '离职日期', value: leftOn === null ? '在职' : dayInWords(leftOn) },
          ]}
        />
      </Panel>
    </Page>
  );
}

interface RequiredProps {
  readonly member: StaffMember;
  readonly onEnter?: (code: string) => void;
}

/** What the post asks for, with its law, and how it stands. */
function Required({ member, onEnter }: RequiredProps) {
  return (
    <Panel title="岗位要求的证件">
      {member.requirements.length === 0 && <p className="muted">这个岗位没有规定的证件。</p>}
      <dl className="facts">
        {member.requirements.map(({ code, label, basis, note, standing, standingLabel, validUntil }) => (
          <div key={code}>
            <dt>{label}</dt>
            <dd>
              <StandingMark standing={standing} label={standingLabel} />
              {validUntil !== null && `，至${dayInWords(validUntil)}`}{' '}
              {onEnter && standing !== 'VALID' && (
                <button
                  type="button"
                  className="link-button"
                  aria-label={`登记${label}`}
                  onClick={() => onEnter(code)}
                >
                  登记
                </button>
              )}
              <br />
              <span className="muted">
                {basis.law}
                {basis.article}
                {note !== null && `。${note}`}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

/** Everything that was entered, also what a newer one has replaced. */
function Shown({ member }: { readonly member: StaffMember }) {
  const mayKeep = useMay('staff.keep');
  const mayReadNames = useStaffCoverage(member.institutionId).data?.mayRevealNames === true;
  return (
    <Panel title="已登记的证件">
      {member.credentials.length === 0 && <p className="muted">还没有登记证件。</p>}
      <dl className="facts">
        {member.credentials.map((each) => (
          <div key={each.id}>
            <dt>{each.title}</dt>
            <dd>
              {each.replaced ? (
                <span className="muted">已有更新的登记</span>
              ) : (
                <StandingMark standing={each.standing} label={each.standingLabel} />
              )}
              <br />
              {each.typeLabel}，{dayInWords(each.issuedOn)}
              {each.type !== 'EXPERIENCE' &&
                (each.validUntil === null ? '，长期有效' : `，有效期至${dayInWords(each.validUntil)}`)}
              {each.result !== null && `，${BACKGROUND_RESULT_LABELS[each.result]}`}
              {each.number !== null && (
                <>
                  ，编号 <span className="mono">{each.number}</span>
                </>
              )}
              {each.file &&
                (mayKeep || mayReadNames ? (
                  <FileList from={`/api/v1/staff/${member.id}/files`} files={[each.file]} />
                ) : (
                  // It shows the name that the register withholds.
                  <span className="muted">，已上传扫描件</span>
                ))}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

interface ActProps {
  readonly member: StaffMember;
  readonly onDone: () => void;
}

function Correction({ member, onDone }: ActProps) {
  const draft = useFormDraft<StaffValues>(`staff-correct:${member.id}`);
  const { correct } = useStaffActs(member.id, member.version, useIdempotencyKey());
  const { name, post, employedOn, postFault } = member;
  return (
    <ActPanel title="更正登记" onLater={onDone}>
      <StaffForm
        name="staff-correct"
        site={member}
        submit="更正"
        draft={draft}
        initial={{ name, employedOn, ...(postFault === null ? { post } : {}) }}
        busy={correct.isPending}
        error={correct.error}
        onSubmit={(values) =>
          carryOut(correct, values, () => {
            draft.discard();
            tell('登记已更正。');
            onDone();
          })
        }
      />
    </ActPanel>
  );
}

interface Departing {
  readonly leftOn: string;
}

function Departure({ member, onDone }: ActProps) {
  const [form] = Form.useForm<Departing>();
  const { leave } = useStaffActs(member.id, member.version, useIdempotencyKey());
  return (
    <ActPanel title="登记离职" onLater={onDone}>
      <p>登记以后，这个人不再计入在职人员，登记和证件保留，不能再修改。</p>
      <RecordForm<Departing>
        name="staff-leave"
        form={form}
        submit="确认离职"
        busy={leave.isPending}
        error={leave.error}
        onSubmit={(values) =>
          carryOut(leave, values, () => {
            tell('离职已登记。');
            onDone();
          })
        }
      >
        <PastDayField name="leftOn" label="离职日期" since={{ day: member.employedOn, label: '入职日期' }} />
      </RecordForm>
    </ActPanel>
  );
}
