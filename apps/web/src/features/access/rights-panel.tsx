import { Form } from 'antd';
import { useState } from 'react';
import { carryOut } from '../../shared/api/carry-out';
import { RecordForm } from '../../shared/form/record-form';
import { Decision } from '../../shared/ui/decision';
import { Panel } from '../../shared/ui/panel';
import { tell } from '../../shared/ui/told';
import { leftBehindInWords } from './left-behind-words';
import { useLeftBehindByChange, usePersonActs, type Person } from './people-queries';
import { PersonFields, rightsOf, type Rights } from './person-fields';

/** What the account may do and where. It asks before an office is left without anybody who handles its applications. */
export function RightsPanel({ person }: { readonly person: Person }) {
  const [form] = Form.useForm<Rights>();
  const { change } = usePersonActs(person);
  const leftBehind = useLeftBehindByChange(person.id);
  const [asked, ask] = useState<ReturnType<typeof rightsOf> | null>(null);
  const save = (rights: ReturnType<typeof rightsOf>) =>
    carryOut(change, rights, () => {
      ask(null);
      tell('已保存，立即生效。');
    });
  const look = (rights: ReturnType<typeof rightsOf>) =>
    carryOut(leftBehind, rights, (left) =>
      leftBehindInWords(left).length === 0 ? save(rights) : ask(rights),
    );
  return (
    <Panel title="岗位和辖区">
      <div style={{ maxWidth: 560 }}>
        <RecordForm<Rights>
          name="person"
          form={form}
          initialValues={person}
          submit="保存变更"
          busy={leftBehind.isPending || change.isPending}
          error={leftBehind.error ?? change.error}
          onSubmit={(values) => look(rightsOf(values))}
        >
          <PersonFields />
        </RecordForm>
      </div>
      <Decision
        open={asked !== null}
        act="保存变更"
        consequences={leftBehind.data ? leftBehindInWords(leftBehind.data) : []}
        grave
        busy={change.isPending}
        error={change.error}
        onConfirm={() => asked !== null && save(asked)}
        onCancel={() => {
          change.reset();
          ask(null);
        }}
      />
    </Panel>
  );
}
