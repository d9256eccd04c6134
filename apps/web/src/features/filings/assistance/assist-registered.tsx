import { matterInWords, type FilingType } from '@zhaoguan/contracts';
import { Form, Radio } from 'antd';
import { Link, useNavigate } from 'react-router';
import { carryOut } from '../../../shared/api/carry-out';
import { RecordForm } from '../../../shared/form/record-form';
import { Page } from '../../../shared/ui/page';
import { Panel } from '../../../shared/ui/panel';
import type { Institution } from '../../institutions/queries';
import { beginInWords, openApplication, typesToBegin } from '../begin-words';
import { OpenCaseLink } from '../open-case-link';
import { useFilings } from '../queries';
import { ABOUT_ASSISTING, ApplicantFields, type Applicant } from './applicant-fields';
import { useBeginAssisted } from './queries';

interface Beginning {
  readonly applicant: Applicant;
  readonly type: FilingType;
}

const NOTHING =
  '这家机构现在没有可以在窗口代办的事项：机构已经终止，备案（许可）已经注销、撤销，没有经办人账号，或者不由您所在的机关受理。没有经办人账号的，在“备案受理”右上的“窗口代办”中代为首次办理。';

/** An official begins what is about a registered institution (变更、暂停、恢复、终止、延续) for its operator at the window. */
export function AssistRegistered({ institution }: { readonly institution: Institution }) {
  const [form] = Form.useForm<Beginning>();
  const begin = useBeginAssisted();
  const navigate = useNavigate();
  const { id, kind, name, filingNumber, openAtWindow } = institution;
  const types = typesToBegin({ ...institution, openFilings: openAtWindow });
  const { items = [] } = useFilings({ institutionId: id, sort: '-createdAt' });
  const asked = openApplication(items);
  return (
    <Page title="窗口代办" facts={`${name}${filingNumber === null ? '' : ` · ${filingNumber}`}`}>
      <Panel title="代到场的经办人办理">
        {asked && (
          <p className="notice">
            这家机构的{matterInWords(asked)}已经提交，还没有办结，不必另行申请：
            <Link to={`/filings/${asked.id}`}>查看在办的{matterInWords(asked)}</Link>。
          </p>
        )}
        {types.length === 0 ? (
          <p>{NOTHING}</p>
        ) : (
          <>
            <p>{ABOUT_ASSISTING}</p>
            <div style={{ maxWidth: 560 }}>
              <RecordForm<Beginning>
                name="assist-registered"
                form={form}
                initialValues={types.length === 1 ? { type: types[0] } : {}}
                submit="开始代填"
                busy={begin.isPending}
                error={begin.error}
                onSubmit={({ type, applicant }) =>
                  carryOut(
                    begin,
                    { type, kind, institutionId: id, applicant },
                    (filing) => void navigate(`/filings/${filing.id}/form`),
                  )
                }
              >
                <Form.Item name="type" label="办理事项" rules={[{ required: true, message: '请选择' }]}>
                  <Radio.Group
                    options={types.map((type) => ({ value: type, label: beginInWords(institution, type) }))}
                  />
                </Form.Item>
                <ApplicantFields />
              </RecordForm>
              <OpenCaseLink error={begin.error} />
            </div>
          </>
        )}
      </Panel>
    </Page>
  );
}
