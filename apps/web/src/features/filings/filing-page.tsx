import { caseWords } from '@zhaoguan/contracts';
import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import { useMay } from '../../shared/session/use-session';
import { saveFile } from '../../shared/files/use-file';
import { Loaded } from '../../shared/ui/loaded';
import { Page } from '../../shared/ui/page';
import { PageJumps } from '../../shared/ui/page-jumps';
import { Panel } from '../../shared/ui/panel';
import { StateLine } from '../../shared/ui/state-line';
import { LinkButton } from '../../shared/ui/link-button';
import { FilingEndMark } from '../institutions/institution-state';
import { BarNote } from '../removals/revoked-note';
import { OverdueOfCase } from '../workbench/overdue/overdue-of-case';
import { RatingPanel } from '../ratings/rating-panel';
import { AbandonDraft } from './abandon-draft';
import { BeginAgainAtWindow } from './assistance/assist-again';
import { AssistanceNote } from './assistance/assistance-note';
import { BesideNote } from './beside-note';
import { PrintConfirmation } from './assistance/print-confirmation';
import { DisclosurePanel } from './disclosure-panel';
import { ClosurePanel } from './closures/closure-panel';
import { StoppingReceivers } from './closures/stopping-receivers';
import { CommitmentsPanel } from './commitments/commitments-panel';
import { AssignmentPanel } from './assignment/assignment-panel';
import { DuplicatesPanel } from './duplicates/duplicates-panel';
import { ExtensionPanel } from './extensions/extension-panel';
import { CaseStatus } from './case-status';
import { BeginAgain } from './begin-again';
import { caseSteps } from './case-steps';
import { SkipToDecision } from './desk/skip-to-decision';
import { EndedInstitutionAlert } from './ended-institution-alert';
import { EndedNote } from './ended-note';
import { FilingContents } from './filing-contents';
import { ForestalledNote } from './forestalled-note';
import { FilingHistory } from './filing-history';
import { FilingTerm } from './filing-term';
import { FilingPapers } from './filing-papers';
import { awaitsAdmission, filingInWords } from './filing-words';
import { NextStep } from './next-step';
import { NotePanel } from './notes/note-panel';
import { OpinionPanel } from './opinions/opinion-panel';
import { PassedNote } from './passed-note';
import { PrintApplication } from './print-application';
import { PrintIntakeSlip } from './print-intake-slip';
import { ReceiversPanel } from './receivers';
import { SentHereNote } from './sent-here';
import { RetractedNote } from './retractions/retracted-note';
import { RetractionPanel } from './retractions/retraction-panel';
import { ExpiredLicenceAlert } from './expired-licence-alert';
import { RenewalNote } from './renewal-note';
import { RenewalVoidNote } from './renewal-void-note';
import { OfficeNotHere } from './office-not-here';
import { OpenMismatches } from './verification/open-mismatches';
import { VerificationPanel } from './verification/verification-panel';
import { LaterCaseLink, SinceMark } from './since-mark';
import { OwnHomeNote } from './takeover/takeover-note';
import { TakeoverPanel } from './takeover/takeover-panel';
import { useFiling, useFilingForm, type Filing } from './queries';
import { WithdrawFiling } from './withdraw-filing';

const UNDECIDED: ReadonlySet<Filing['status']> = new Set(['SUBMITTED', 'RETURNED']);

/** One filing, as applicant and authority see it: state and term, what comes next, the contents, the history. */
export default function FilingPage() {
  const { id = '' } = useParams();
  const query = useFiling(id);
  return (
    <Loaded query={query} what="申请">
      {(filing) => <WithForm filing={filing} />}
    </Loaded>
  );
}

function WithForm({ filing }: { readonly filing: Filing }) {
  const form = useFilingForm(filing);
  const isApplicant = useMay('filing.file');
  const isRegistrar = useMay('filing.assign');
  const mayAssign = isRegistrar && filing.ofOwnOffice;
  return (
    <Page
      title={filing.institution.name ?? '未填写名称'}
      state={
        <>
          <CaseStatus filing={filing} />
          <SinceMark filing={filing} />
          {filing.ended && <FilingEndMark endedAs={filing.ended.endedAs} regime={filing.regime} />}
          {(filing.dueOn ?? filing.correctBy) !== null && (
            <FilingTerm filing={filing} admitBy={awaitsAdmission(filing) ? filing.admitBy : null} />
          )}
        </>
      }
      facts={`${filingInWords({ ...filing, renewal: filing.renewal ?? filing.renews !== null }, filing.institution.siteType)}${filing.filingNumber === null ? '' : ` · ${filing.filingNumber}`}`}
      actions={<NextAction filing={filing} />}
    >
      <SkipToDecision filing={filing} />
      <ForestalledNote filing={filing} form={form.data} />
      <StateLine steps={caseSteps(filing)} />
      <PageJumps gathered={ANSWERS} />
      <AssistanceNote filing={filing} />
      <OfficeNote filing={filing} reading={isRegistrar && !filing.ofOwnOffice} />
      <OfficeNotHere filing={filing} />
      <EndedNote filing={filing} />
      <RetractedNote filing={filing} />
      <PassedNote filing={filing} />
      <RenewalNote filing={filing} />
      <EndedInstitutionAlert filing={filing} />
      <ExpiredLicenceAlert filing={filing} />
      <RenewalVoidNote filing={filing} />
      {filing.renewalVoid && filing.renews !== null && <BarNote institutionId={filing.renews} />}
      <BesideNote filing={filing} />
      <SentHereNote filing={filing} />
      <OwnHomeNote filing={filing} />
      {filing.submittedAt !== null && <OverdueOfCase filing={filing} />}
      <div className="case-panels">
        {mayAssign && filing.submittedAt !== null && <AssignmentPanel filing={filing} />}
        <OpinionPanel filing={filing} />
        {mayAssign && filing.submittedAt !== null && <NotePanel id={filing.id} />}
      </div>
      <TakeoverPanel filing={filing} />
      {mayAssign && UNDECIDED.has(filing.status) && <DuplicatesPanel filing={filing} />}
      {filing.type === 'CHANGE' && filing.institutionId !== null && UNDECIDED.has(filing.status) && (
        <OpenMismatches institutionId={filing.institutionId} beside="change" />
      )}
      {filing.status !== 'ACCEPTED' && <ReceiversPanel filing={filing} />}
      <VerificationPanel filing={filing} />
      <RetractionPanel filing={filing} />
      <ClosurePanel filing={filing} />
      {mayAssign && <StoppingReceivers filing={filing} />}
      <ExtensionPanel filing={filing} />
      {isApplicant && <NextStep filing={filing} />}
      <FilingPapers filing={filing} decides={mayAssign && filing.status === 'SUBMITTED'} />
      <DisclosurePanel filing={filing} />
      <CommitmentsPanel filing={filing} />
      <Loaded query={form} what="表单">
        {(definition) => <FilingContents key={filing.id} filing={filing} form={definition} />}
      </Loaded>
      {isApplicant && filing.status !== 'DRAFT' && <RatingPanel filingId={filing.id} />}
      <Panel title="办理过程">
        <FilingHistory filing={filing} />
      </Panel>
    </Page>
  );
}

/** The steps of the form, one panel each. */
const ANSWERS = { within: '.application-view', name: '填报内容' };

function NextAction({ filing }: { readonly filing: Filing }) {
  const isApplicant = useMay('filing.file');
  if (filing.editable) {
    return (
      <>
        <PrintApplication filing={filing} />
        <PrintConfirmation filing={filing} />
        {filing.availableActions.includes('abandon') && <AbandonDraft filing={filing} />}
        <WithdrawFiling filing={filing} />
        <LinkButton to={`/filings/${filing.id}/form`} primary>
          {filing.status === 'RETURNED' ? '补正' : '继续填写'}
        </LinkButton>
      </>
    );
  }
  if (filing.status !== 'ACCEPTED') {
    return (
      <>
        <PrintIntakeSlip filing={filing} />
        <InstitutionLink filing={filing} />
        <WithdrawFiling filing={filing} />
        <LaterCaseLink filing={filing} />
        {isApplicant && (filing.since?.again ?? null) === null && <BeginAgain filing={filing} />}
        <BeginAgainAtWindow filing={filing} />
      </>
    );
  }
  const path = `/api/v1/filings/${filing.id}/receipt.pdf`;
  const { proof } = caseWords(filing);
  return (
    <>
      <Button onClick={() => void saveFile(path, `${proof} ${filing.filingNumber ?? ''}.pdf`)}>
        下载{proof}
        {(filing.since?.retractedOn ?? null) !== null && '（已撤回，不再有效）'}
      </Button>
      <InstitutionLink filing={filing} />
      <LaterCaseLink filing={filing} />
    </>
  );
}

/** Of a change, a notice or a renewal there is one before it is decided on as well: who decides looks at what the register holds. */
function InstitutionLink({ filing }: { readonly filing: Filing }) {
  const about = filing.institutionId ?? filing.renews;
  if (about === null || filing.institutionPassed) return null;
  return <Link to={`/institutions/${about}`}>查看机构</Link>;
}

/** With whom it is filed, where that is not the place's own authority, or not the one of who reads it. */
function OfficeNote({ filing, reading }: { readonly filing: Filing; readonly reading: boolean }) {
  if (filing.authority === null && !reading) return null;
  return (
    <p>
      本件由{filing.authorityName}办理{filing.authority !== null && '（与登记管理机关同级）'}。
      {reading && '服务场所在本辖区，可以查看。'}
    </p>
  );
}
