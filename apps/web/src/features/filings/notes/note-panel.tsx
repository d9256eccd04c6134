import { charLength } from '@zhaoguan/kernel';
import { Button, Input } from 'antd';
import { Suspense, useId, useState } from 'react';
import { carryOut } from '../../../shared/api/carry-out';
import { SaveNote } from '../../../shared/form/save-note';
import { useFormDraft } from '../../../shared/form/use-form-draft';
import { Failure } from '../../../shared/ui/failure';
import { Panel } from '../../../shared/ui/panel';
import { tell } from '../../../shared/ui/told';
import { Waiting } from '../../../shared/ui/waiting';
import { useWriteNote } from './queries';
import { TooLong } from '../../../shared/form/too-long';

const MOST_CHARACTERS = 1000;

/** Where an official writes down something for colleagues; what was written stands in the history. Folded until then: the form is what is read. */
export function NotePanel({ id }: { readonly id: string }) {
  return (
    <Panel title="内部备注">
      <Suspense fallback={<Waiting />}>
        <Writing id={id} />
      </Suspense>
    </Panel>
  );
}

function Writing({ id }: { readonly id: string }) {
  const field = useId();
  const draft = useFormDraft<{ readonly text: string }>(`case-note:${id}`);
  const act = useWriteNote(id);
  const text = draft.value?.text ?? '';
  const [writing, write] = useState(text !== '');
  if (!writing) return <Button onClick={() => write(true)}>写备注</Button>;
  return (
    <>
      <label htmlFor={field} className="muted">
        给同事看的说明，申请人看不到；写下以后不能修改，列在“办理过程”里。
      </label>
      <Input.TextArea
        id={field}
        autoFocus={text === ''}
        value={text}
        count={{ max: MOST_CHARACTERS, show: true }}
        autoSize={{ minRows: 2, maxRows: 8 }}
        onChange={(event) => draft.setValue({ text: event.target.value })}
      />
      <TooLong text={text} max={MOST_CHARACTERS} />
      {act.error && <Failure error={act.error} what="没有写下备注" safe="填写的内容还在。" />}
      <p>
        <Button
          disabled={text.trim() === '' || charLength(text) > MOST_CHARACTERS}
          loading={act.isPending}
          onClick={() =>
            carryOut(act, text.trim(), () => {
              draft.discard();
              write(false);
              tell('备注已写下，列在“办理过程”里。');
            })
          }
        >
          写下备注
        </Button>{' '}
        <SaveNote state={draft.state} />
      </p>
    </>
  );
}
