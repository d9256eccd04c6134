import { LEGAL_FORM_LABELS, REGIME_WORDS, siteInWords } from '@zhaoguan/contracts';
import { useParams } from 'react-router';
import { Facts, type Fact } from '../../shared/ui/facts';
import { Loaded } from '../../shared/ui/loaded';
import { useListWords } from '../../shared/session/use-list-words';
import { useMay } from '../../shared/session/use-session';
import { Page } from '../../shared/ui/page';
import { Panel } from '../../shared/ui/panel';
import { usePlaceName } from '../../shared/ui/places';
import { GradeMark } from '../../shared/ui/status';
import { dayInWords } from '../../shared/ui/dates';
import { CreditPanel } from '../credit/credit-panel';
import { InstitutionExpiries } from '../expiries/institution-expiries';
import { BeginAtWindow } from '../filings/assistance/begin-at-window';
import { BeginFiling } from '../filings/begin-filing';
import { InstitutionClosures } from '../filings/closures/institution-closures';
import { NamedAsSuccessor } from '../filings/closures/named-as-successor';
import { InstitutionCommitments } from '../filings/commitments/institution-commitments';
import { InstitutionFilings } from '../filings/institution-filings';
import { PresumedRenewal } from '../filings/presumed-renewal';
import { OpenMismatches } from '../filings/verification/open-mismatches';
import { SuspendedNote } from '../filings/suspended-note';
import { BeginRemoval } from '../removals/begin-removal';
import { InstitutionRemovals } from '../removals/institution-removals';
import { BeginAnew, RevokedNote } from '../removals/revoked-note';
import { InstitutionStaff } from '../staff/institution-staff';
import { LineagePanel } from './lineage/lineage-panel';
import { SuspensionContacts } from './suspension/suspension-contacts';
import { FiledParticulars } from './filed-particulars';
import { PendingStepNote } from './pending-step-note';
import { PersonToAsk } from './person-to-ask';
import { ExpiredLicenceNote } from './expired-licence-note';
import { TransitionNote } from './transition-note';
import { FilingEndMark, InstitutionState, LicenceExpiredMark } from './institution-state';
import { useInstitution, type Institution } from './queries';

export default function InstitutionPage() {
  const { id = '' } = useParams();
  const query = useInstitution(id);
  const mayFile = useMay('filing.file');
  const { unnumbered } = useListWords();
  const mayReadFilings = useMay('filing.read');
  return (
    <Loaded query={query} what="机构">
      {(institution) => (
        <Page
          title={institution.name}
          state={
            <>
              <InstitutionState status={institution.status} />
              <GradeMark grade={institution.grade} />
              <LicenceExpiredMark on={institution.licenceExpiredOn} />
              <FilingEndMark endedAs={institution.filingEndedAs} regime={institution.regime} />
            </>
          }
          facts={`${siteInWords(institution)} · ${institution.filingNumber ?? unnumbered}`}
          actions={
            <>
              {mayFile && institution.status !== 'CLOSED' && <BeginFiling institution={institution} />}
              {mayFile && (institution.status === 'CLOSED' || institution.filingEndedAs === 'REVOKED') && (
                <BeginAnew institution={institution} />
              )}
              <BeginAtWindow institution={institution} />
              <BeginRemoval institution={institution} />
            </>
          }
        >
          <TransitionNote institution={institution} mayFile={mayFile} mayReadFilings={mayReadFilings} />
          <ExpiredLicenceNote institution={institution} />
          {mayReadFilings && <PresumedRenewal institutionId={institution.id} />}
          {mayReadFilings && (
            <OpenMismatches
              institutionId={institution.id}
              beside="institution"
              {...(mayFile && { toCorrect: toCorrect(institution) })}
            />
          )}
          {mayReadFilings && institution.status === 'SUSPENDED' && (
            <SuspendedNote
              institutionId={institution.id}
              hasPassed={institution.expectedResumption?.hasPassed ?? false}
            />
          )}
          <PendingStepNote institution={institution} />
          {institution.filingEndedAs === 'REVOKED' && mayFile && <RevokedNote institution={institution} />}
          <SuspensionContacts institution={institution} />
          <NamedAsSuccessor institution={institution} />
          <Particulars institution={institution} />
          <LineagePanel institution={institution} />
          <InstitutionRemovals institutionId={institution.id} />
          <FiledParticulars institution={institution} />
          <InstitutionExpiries institutionId={institution.id} />
          <InstitutionStaff institution={institution} />
          {mayReadFilings && <InstitutionFilings institutionId={institution.id} />}
          {mayReadFilings && <InstitutionClosures institution={institution} />}
          {mayReadFilings && <InstitutionCommitments institutionId={institution.id} />}
          <CreditPanel institutionId={institution.id} />
        </Page>
      )}
    </Loaded>
  );
}

/** What is filed is changed here, once nothing else is under way; what is wrong on the spot is put right and reported. */
const toCorrect = ({ regime }: Institution): string =>
  `填报的内容要改的，在本页办理“${REGIME_WORDS[regime].types.CHANGE}”（有在办事项的，办结以后办理）；现场情况不对的，改正以后在这次现场核查中报告。`;

function Particulars({ institution }: { readonly institution: Institution }) {
  const place = usePlaceName(institution.township ?? institution.district);
  const office = usePlaceName(institution.authority ?? institution.district);
  const { kind, legalRepresentative: head, filedOn, nursingBeds, floorAreaM2 } = institution;
  const { regime, validUntil, contact } = institution;
  const { date, held } = REGIME_WORDS[regime];
  const facts: Fact[] = [
    { name: '统一社会信用代码', value: <span className="mono">{institution.uscc}</span> },
    { name: '法人类型', value: LEGAL_FORM_LABELS[institution.legalForm] },
    { name: '所在区划', value: place },
    { name: '地址', value: institution.address },
    ...(kind === 'ELDERLY_CARE'
      ? [
          { name: '床位', value: `${institution.capacity} 张` },
          { name: '护理型床位', value: nursingBeds === null ? null : `${nursingBeds} 张` },
        ]
      : [{ name: '托位', value: `${institution.capacity} 个` }]),
    { name: '服务设施面积', value: floorAreaM2 === null ? null : `${floorAreaM2} 平方米` },
    {
      name: '法定代表人',
      value: head && (
        <PersonToAsk
          institution={institution}
          name={head.name}
          phone={head.phone}
          label="法定代表人电话"
          field="legalRepresentative.phone"
        />
      ),
    },
    {
      name: '联系人',
      value: contact && (
        <PersonToAsk
          institution={institution}
          name={contact.name}
          phone={contact.phone}
          label="联系人电话"
          field="contact.phone"
        />
      ),
    },
    { name: '服务电话', value: institution.servicePhone },
    ...(institution.authority === null ? [] : [{ name: '备案机关所在区划', value: office }]),
    { name: date, value: filedOn && dayInWords(filedOn) },
    ...(regime === 'LICENCE'
      ? [{ name: '许可证有效期至', value: validUntil === null ? '长期' : dayInWords(validUntil) }]
      : []),
    { name: '来源', value: institution.source === 'FILING' ? held : '名录导入' },
  ];
  return (
    <Panel title={`${held}信息`}>
      <Facts facts={facts} />
    </Panel>
  );
}
