import { Form } from 'antd';
import { Link, useNavigate } from 'react-router';
import { carryOut } from '../../../shared/api/carry-out';
import { RecordForm } from '../../../shared/form/record-form';
import { Loaded } from '../../../shared/ui/loaded';
import { Page } from '../../../shared/ui/page';
import { Panel } from '../../../shared/ui/panel';
import { asksForLicence, filingInWords } from '../filing-words';
import { OpenCaseLink } from '../open-case-link';
import { useFiling, type Filing } from '../queries';
import { ABOUT_ASSISTING, ApplicantFields, type Applicant } from './applicant-fields';
import { useBeginAssisted } from './queries';

interface Beginning {
  readonly applicant: Applicant;
}

/** What was refused, taken back or lapsed is begun again at the window for its applicant (重新填报), with what was filled in then. */
export function AssistAgain({ id }: { readonly id: string }) {
  const query = useFiling(id);
  return (
    <Loaded query={query} what="申请" title="窗口代办">
      {(filing) => <OfEnded filing={filing} />}
    </Loaded>
  );
}

const againInWords = (filing: Filing): string => (asksForLicence(filing) ? '重新申请' : '重新填报');

function OfEnded({ filing }: { readonly filing: Filing }) {
  const [form] = Form.useForm<Beginning>();
  const begin = useBeginAssisted();
  const navigate = useNavigate();
  const { id, kind, type, institution } = filing;
  const matter = filingInWords({ ...filing, renewal: filing.renews !== null }, institution.siteType);
  return (
    <Page title="窗口代办" facts={`${institution.name ?? '未填写名称'} · ${matter}`}>
      <Panel title={`代到场的申请人${againInWords(filing)}`}>
        {mayBeginAtWindow(filing) ? (
          <>
            <p>{ABOUT_ASSISTING}</p>
            <p className="muted">
              原来填写的内容和不须重新签字的材料自动带入，请与申请人逐项核对。
              <Link to={`/filings/${id}`}>查看原来那一件</Link>
            </p>
            <div style={{ maxWidth: 560 }}>
              <RecordForm<Beginning>
                name="assist-again"
                form={form}
                submit="开始代填"
                busy={begin.isPending}
                error={begin.error}
                onSubmit={({ applicant }) =>
                  carryOut(
                    begin,
                    { type, kind, againOf: id, applicant },
                    (begun) => void navigate(`/filings/${begun.id}/form`),
                  )
                }
              >
                <ApplicantFields />
              </RecordForm>
              <OpenCaseLink error={begin.error} />
            </div>
          </>
        ) : (
          <p>
            这一件不能在您的窗口{againInWords(filing)}：已经重新提交、机构已经终止，或者不由您所在的机关受理。
          </p>
        )}
      </Panel>
    </Page>
  );
}

const mayBeginAtWindow = ({ since }: Filing): boolean =>
  since !== null && since.again === null && since.beginsAgain === 'WINDOW';

/** For the authority: the way there from what ended. */
export function BeginAgainAtWindow({ filing }: { readonly filing: Filing }) {
  if (!mayBeginAtWindow(filing)) return null;
  return <Link to={`/filings/assist?again=${filing.id}`}>窗口代办{againInWords(filing)}</Link>;
}
