import { displayValue, fieldsOf, valueAt } from '@zhaoguan/forms';
import { Button, Flex } from 'antd';
import { idOfPlace } from '../../../shared/form/places-on-page';
import type { FilingForm } from '../queries';
import { CONTESTED } from './steps';
import type { Answers } from './unsaved-answers';

export type Choice = 'mine' | 'theirs';

interface ContestedNoteProps {
  readonly form: FilingForm;
  readonly answers: object;
  readonly contested: Answers;
  readonly onResolve: (pointer: string, choice: Choice) => void;
}

/** What was kept here and has been changed elsewhere meanwhile, both side by side, until one of them is chosen. */
export function ContestedNote({ form, answers, contested, onResolve }: ContestedNoteProps) {
  const fields = fieldsOf(form).filter(({ pointer }) => contested.has(pointer));
  if (fields.length === 0) return null;
  return (
    <section className="fault-summary" aria-label="两处填写不一致" id={idOfPlace(CONTESTED)}>
      <strong>下面 {fields.length} 项在本机填写以后，又在别处改过。请选定一种，选定之前不发送：</strong>
      <ul>
        {fields.map((field) => (
          <li key={field.pointer}>
            {field.label}
            <div>本机填写的：{displayValue(field, valueAt(answers, field.pointer)) || '空'}</div>
            <div>别处改成的：{displayValue(field, contested.get(field.pointer)) || '空'}</div>
            <Flex gap={8}>
              <Button size="small" onClick={() => onResolve(field.pointer, 'mine')}>
                用本机填写的
              </Button>
              <Button size="small" onClick={() => onResolve(field.pointer, 'theirs')}>
                用别处改成的
              </Button>
            </Flex>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** In the place where else the page says that everything is saved: what waits for a choice is not sent, whatever else was. */
export function ContestedCount({
  contested,
  onGo,
}: {
  readonly contested: Answers;
  readonly onGo: () => void;
}) {
  return (
    <span className="save-failed" role="status">
      ■ 有 {contested.size} 项待选定，没有保存{' '}
      <button type="button" className="link-button" onClick={onGo}>
        去选定
      </button>
    </span>
  );
}
