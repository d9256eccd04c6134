import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { Failure } from './failure';
import { useFocusBack } from './use-focus-back';
import { useFreshError } from './use-fresh-error';
import { usePartingWord } from './use-parting-word';
import { useSingleConfirmation } from './use-single-confirmation';

export interface DecisionProps {
  readonly open: boolean;
  /** The act as a verb: `准予备案`. Also the text of the button that does it. */
  readonly act: string;
  /** What will happen, to whom, when it becomes public and for how long; one sentence each. */
  readonly consequences: readonly ReactNode[];
  /** Whether it takes something away or cannot be undone. */
  readonly grave?: boolean;
  readonly busy: boolean;
  readonly error: Error | null;
  /** False while a field of the decision is still to be filled in. */
  readonly ready?: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
  /** Fields of the decision, e.g. its reason. */
  readonly children?: ReactNode;
}

/** The second of two steps before something that has legal effect: it says what will happen, and stays until it has. */
export function Decision(props: DecisionProps) {
  const { open, act, consequences, grave = false, busy, ready = true } = props;
  const error = useFreshError(props);
  const confirm = useSingleConfirmation(props);
  useFocusBack(open);
  usePartingWord({ open, act, error });
  return (
    <Modal
      open={open}
      title={act.startsWith('确认') ? act : `确认${act}`}
      okText={act}
      cancelText="再看看"
      okButtonProps={{ danger: grave, disabled: !ready }}
      confirmLoading={busy}
      onOk={confirm}
      onCancel={props.onCancel}
      closable={!busy}
      keyboard={!busy}
      mask={{ closable: false }}
      destroyOnHidden
    >
      <ul className="consequences">
        {consequences.map((consequence, i) => (
          // The sentences of one decision do not change places.
          <li key={i}>{consequence}</li>
        ))}
      </ul>
      {props.children}
      {error && <Failure error={error} what={`没有${act}`} safe="填写的内容还在。" />}
    </Modal>
  );
}
