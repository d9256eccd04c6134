import { Button, Form, type FormInstance } from 'antd';
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { ApiFailure } from '../api/failure';
import { Failure } from '../ui/failure';
import { SaveNote } from './save-note';
import type { SaveState } from './use-autosave';
import { FaultSummary, type AfterFaults, type Fault } from './fault-summary';
import { fieldOf, type FieldName } from './pointers';

interface RecordFormProps<V extends object> {
  /** Of this form alone: the ids of its fields begin with it. */
  readonly name: string;
  readonly form: FormInstance<V>;
  readonly initialValues?: Partial<V>;
  /** The act as a verb: `新建账号`. */
  readonly submit: string;
  readonly busy: boolean;
  /** The refusal of the last attempt; its fields are marked here. */
  readonly error: Error | null;
  readonly onSubmit: (values: V) => void;
  /** Where a button has opened it: puts it away again. */
  readonly onCancel?: () => void;
  /** Everything that stands in the form, as it is typed. */
  readonly onChange?: (values: V) => void;
  /** Where what was typed is kept, for a form whose draft is on the server. */
  readonly saved?: SaveState;
  readonly children: ReactNode;
}

/**
 * The form of a record: label above, help under it before the error, the error at the field and in a summary at the top
 * that leads to it; what may be left out says so. The server's refusal is shown in the same places as one's own checks.
 */
export function RecordForm<V extends object>(props: RecordFormProps<V>) {
  const { name, form, initialValues, submit, busy, error, onSubmit, onCancel, onChange, saved, children } =
    props;
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [elsewhere, setElsewhere] = useState<Error | null>(null);
  /** After the form was turned back the summary says what its fields say, whatever is put right and goes wrong since. */
  const turnedBack = useRef(false);
  const byServer = useRef(false);
  /** While it is only asked whether anything is wrong: that is nothing that a person has to be told of a field. */
  const asking = useRef(false);
  /** From the press of the button until it is known what is wrong: to ask then would make that answer void. */
  const sending = useRef(false);
  const [changes, setChanges] = useState(0);
  const [after, setAfter] = useState<AfterFaults>('ASK_AGAIN');

  const turnBack = useCallback(
    (marked: readonly Fault[], by: 'FORM' | 'SERVER') => {
      turnedBack.current = true;
      byServer.current = by === 'SERVER';
      setFaults(marked.map((fault) => labelled(name, fault)));
      setAttempt((count) => count + 1);
    },
    [name],
  );
  const clean = faults.length === 0;
  const fields = Form.useWatch((values) => Object.keys(values as object), form);
  useEffect(() => {
    // A field that has gone with the answer to another takes its fault along, and no change of a field tells of it.
    if (turnedBack.current) setFaults(faultsIn(form.getFieldsError()).map((fault) => labelled(name, fault)));
  }, [fields, form, name]);
  useEffect(() => {
    const { marked, rest } = divide(error, Object.keys(form.getFieldsValue() as object));
    setElsewhere(rest);
    if (marked.length === 0) return;
    form.setFields(marked.map((fault) => ({ name: fault.name as never, errors: [fault.message] })));
    turnBack(marked, 'SERVER');
  }, [error, form, turnBack]);
  useEffect(() => {
    if (!turnedBack.current || !clean || asking.current || sending.current) return;
    asking.current = true;
    // With the answer to one field others may have come that nobody has looked at yet.
    form
      .validateFields({ validateOnly: true })
      .then(
        () => setAfter(byServer.current ? 'ASK_AGAIN' : 'RIGHT'),
        () => setAfter('MORE'),
      )
      .finally(() => {
        asking.current = false;
      });
  }, [clean, changes, fields, form]);

  return (
    <Form<V>
      name={name}
      form={form}
      layout="vertical"
      initialValues={initialValues ?? {}}
      requiredMark={(label, { required }) => (
        <>
          {label}
          {!required && <span className="muted">（选填）</span>}
        </>
      )}
      onValuesChange={(_, values) => {
        setChanges((count) => count + 1);
        onChange?.(values);
      }}
      onFieldsChange={(_, fields) => {
        if (turnedBack.current && !asking.current)
          setFaults(faultsIn(fields).map((fault) => labelled(name, fault)));
      }}
      onSubmitCapture={() => {
        sending.current = true;
      }}
      onFinish={(values) => {
        sending.current = false;
        turnedBack.current = false;
        setFaults([]);
        setAttempt(0);
        onSubmit(values);
      }}
      onFinishFailed={({ errorFields }) => {
        sending.current = false;
        // What the server said of the attempt before is no longer the matter.
        setElsewhere(null);
        turnBack(faultsIn(errorFields), 'FORM');
      }}
    >
      <FaultSummary
        submit={submit}
        faults={faults}
        attempt={attempt}
        after={after}
        onGo={(name) => form.scrollToField(name as never, { focus: true })}
      />
      {elsewhere && <Failure error={elsewhere} what={`没有${submit}`} safe="填写的内容还在。" />}
      {children}
      <Button type="primary" htmlType="submit" loading={busy}>
        {submit}
      </Button>{' '}
      {onCancel && (
        <Button disabled={busy} onClick={onCancel}>
          取消
        </Button>
      )}{' '}
      {saved && <SaveNote state={saved} draftOf={submit} />}
    </Form>
  );
}

interface Judged {
  readonly name: FieldName;
  readonly errors?: readonly string[];
}

/** What is wrong, one line a field, with everything that is wrong with it. */
function faultsIn(fields: readonly Judged[]): Fault[] {
  return fields.flatMap(({ name, errors = [] }) =>
    errors.length === 0 ? [] : [{ name, message: errors.join('；') }],
  );
}

/** With the label of its field: `请填写` alone does not say what. antd makes the ids of fields of the form's name and theirs. */
function labelled(form: string, fault: Fault): Fault {
  const label = document.querySelector(`label[for="${CSS.escape([form, ...fault.name].join('_'))}"]`);
  const text = label?.firstChild?.textContent;
  return text ? { ...fault, label: text } : fault;
}

/** Faults of fields that the form has, and the refusal itself when something of it belongs to no field. */
function divide(error: Error | null, fields: readonly string[]): { marked: Fault[]; rest: Error | null } {
  if (!(error instanceof ApiFailure)) return { marked: [], rest: error };
  const marked = (error.problem.errors ?? []).flatMap(({ pointer, message }): Fault[] => {
    const name = fieldOf(pointer, fields);
    return name === undefined ? [] : [{ name, message }];
  });
  const complete = marked.length > 0 && marked.length === error.problem.errors?.length;
  return { marked: byField(marked), rest: complete ? null : error };
}

/** Two faults of one list, `/districts/0` and `/districts/1`, stand at one field and are one line. */
function byField(faults: readonly Fault[]): Fault[] {
  const fields = new Map<string, Judged & { readonly errors: string[] }>();
  for (const { name, message } of faults) {
    const key = name.join('/');
    const { errors = [] } = fields.get(key) ?? {};
    fields.set(key, { name, errors: [...new Set([...errors, message])] });
  }
  return faultsIn([...fields.values()]);
}
