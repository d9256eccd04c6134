import { kindsLedBy, KIND_LABELS, type Kind, type RegistryLevel } from '@zhaoguan/contracts';
import { Form, Input, Radio } from 'antd';
import { useCallback } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { carryOut } from '../../../shared/api/carry-out';
import { RecordForm } from '../../../shared/form/record-form';
import { useUser } from '../../../shared/session/use-session';
import { Loaded } from '../../../shared/ui/loaded';
import { Page } from '../../../shared/ui/page';
import { Panel } from '../../../shared/ui/panel';
import { useOnlyCounty } from '../../../shared/ui/places';
import { useInstitution } from '../../institutions/queries';
import { FILLED_NAME } from '../filled-name';
import { validUscc } from '../valid-uscc';
import { ABOUT_ASSISTING, ApplicantFields, type Applicant } from './applicant-fields';
import { AssistAgain } from './assist-again';
import { AssistRegistered } from './assist-registered';
import { CodeAtWindow } from './code-at-window';
import { OpenAccount } from './open-account';
import { useBeginAssisted } from './queries';
import { WhereItIsFiled } from './where-it-is-filed';
import type { FilingToCome } from './window-office';
import { FILLED } from '../../../shared/form/filled';

interface Beginning {
  readonly applicant: Applicant;
  readonly kind: Kind;
  readonly institution: {
    readonly name: string;
    readonly uscc: string;
    readonly district: string;
    readonly particulars?: { readonly registryLevel?: RegistryLevel };
  };
}

/** What says at whose window it is entered: asked before an account is opened for it. */
const ABOUT = [
  ['kind'],
  ['institution', 'uscc'],
  ['institution', 'district'],
  ['institution', 'particulars', 'registryLevel'],
];

/** What an opened account fills in. */
const APPLICANT = [
  ['applicant', 'username'],
  ['applicant', 'name'],
];
const CHOSEN = [{ required: true, message: '请选择' }];

/** An official begins for an applicant at the window; what follows are the pages on which applicants fill in. */
export default function AssistPage() {
  const [search] = useSearchParams();
  const id = search.get('institution');
  const again = search.get('again');
  if (again !== null) return <AssistAgain id={again} />;
  return id === null ? <AssistFirst /> : <OfRegistered id={id} />;
}

function OfRegistered({ id }: { readonly id: string }) {
  const query = useInstitution(id);
  return (
    <Loaded query={query} what="机构" title="窗口代办">
      {(institution) => <AssistRegistered institution={institution} />}
    </Loaded>
  );
}

/** A first filing: of a place that is in nobody's account. */
function AssistFirst() {
  const [form] = Form.useForm<Beginning>();
  const begin = useBeginAssisted();
  const navigate = useNavigate();
  const kinds = kindsLedBy(useUser().departments);
  const district = useOnlyCounty();
  const typed: FilingToCome | undefined = Form.useWatch((values) => values as FilingToCome, form);
  const about = useCallback(
    async (quietly = false) => {
      const { kind, institution } = await form.validateFields(ABOUT, { validateOnly: quietly });
      const { uscc, district: place, particulars } = institution;
      return { kind, uscc, district: place, ...particulars };
    },
    [form],
  );
  return (
    <Page title="窗口代办">
      <Panel title="代到场的申请人办理">
        <p>{ABOUT_ASSISTING}</p>
        <p className="muted">
          机构已经在名录中的，变更、暂停、恢复、终止从该机构的页面点“窗口代办”，名录中的内容自动带入。
        </p>
        <OpenAccount
          about={about}
          typed={typed}
          onOpened={({ username, name }) => {
            form.setFieldsValue({ applicant: { username, name } });
            // Filled in by the page nothing is judged anew: what was asked for before would stand there still.
            void form.validateFields(APPLICANT);
          }}
        />
        <div style={{ maxWidth: 560 }}>
          <RecordForm<Beginning>
            name="assist"
            form={form}
            initialValues={{
              ...(kinds.length === 1 ? { kind: kinds[0] } : {}),
              ...(district === undefined ? {} : { institution: { name: '', uscc: '', district } }),
            }}
            submit="开始代填"
            busy={begin.isPending}
            error={begin.error}
            onSubmit={(values) =>
              carryOut(
                begin,
                { type: 'INITIAL', ...values },
                ({ id }) => void navigate(`/filings/${id}/form`),
              )
            }
          >
            <ApplicantFields />
            <Form.Item
              name="kind"
              label="机构类别"
              rules={CHOSEN}
              extra={kinds.includes('CHILDCARE') && '家庭托育点也选“托育机构”，在第 1 步写明。'}
            >
              <Radio.Group options={kinds.map((kind) => ({ value: kind, label: KIND_LABELS[kind] }))} />
            </Form.Item>
            <Form.Item
              name={['institution', 'name']}
              label="机构名称"
              extra="与登记证书上的名称完全一致"
              rules={FILLED_NAME}
            >
              <Input />
            </Form.Item>
            <Form.Item
              name={['institution', 'uscc']}
              label="统一社会信用代码"
              extra="营业执照或者法人登记证书上的 18 位代码"
              validateTrigger="onBlur"
              rules={[...FILLED, { validator: (_, code: string | undefined) => validUscc(code) }]}
            >
              <Input className="mono" autoComplete="off" />
            </Form.Item>
            <CodeAtWindow form={form} />
            <WhereItIsFiled form={form} />
          </RecordForm>
        </div>
      </Panel>
    </Page>
  );
}
