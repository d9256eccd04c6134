import { REGIME_WORDS } from '@zhaoguan/contracts';
import { Alert } from 'antd';
import { Navigate, useParams } from 'react-router';
import { Loaded } from '../../../shared/ui/loaded';
import { AssistanceNote } from '../assistance/assistance-note';
import { returnedTerms } from '../filing-words';
import { useFiling, useFilingForm, type Filing } from '../queries';
import { EndedInstitutionAlert } from '../ended-institution-alert';
import { ExpiredLicenceAlert } from '../expired-licence-alert';
import { OfficeNotHere } from '../office-not-here';
import { RenewalNote } from '../renewal-note';
import { ReceiversPanel } from '../receivers';
import { SentHereNote } from '../sent-here';
import { SuspensionPanel } from '../suspension-panel';
import { TakeoverNote } from '../takeover/takeover-note';
import { FormBook } from './form-book';

export default function FormPage() {
  const { id = '' } = useParams();
  const query = useFiling(id);
  return (
    <Loaded query={query} what="申请">
      {(filing) =>
        filing.editable ? <WithForm filing={filing} /> : <Navigate to={`/filings/${id}`} replace />
      }
    </Loaded>
  );
}

function WithForm({ filing }: { readonly filing: Filing }) {
  const query = useFilingForm(filing);
  return (
    <Loaded query={query} what="表单">
      {(form) => (
        <FormBook key={filing.id} filing={filing} form={form}>
          <AssistanceNote filing={filing} />
          <OfficeNotHere filing={filing} />
          <RenewalNote filing={filing} />
          <EndedInstitutionAlert filing={filing} />
          <ExpiredLicenceAlert filing={filing} />
          {filing.status === 'RETURNED' && (
            <Alert
              type="warning"
              showIcon
              title={`${REGIME_WORDS[filing.regime].authority}退回补正，共 ${filing.remarks.length} 处`}
              description={
                <>
                  每一处的意见写在对应的项目下面，全部补正后重新提交。
                  {returnedTerms(filing).map((term) => (
                    <p key={term}>{term}</p>
                  ))}
                </>
              }
              style={{ marginBottom: 16 }}
            />
          )}
          <SuspensionPanel filing={filing} />
          <SentHereNote filing={filing} />
          <ReceiversPanel filing={filing} />
          <TakeoverNote filing={filing} />
        </FormBook>
      )}
    </Loaded>
  );
}
