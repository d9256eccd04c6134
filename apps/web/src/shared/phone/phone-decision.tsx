import { useEffect, useId, useRef } from 'react';
import { useSession } from '../session/use-session';
import type { DecisionProps } from '../ui/decision';
import { Failure } from '../ui/failure';
import { useFocusBack } from '../ui/use-focus-back';
import { usePartingWord } from '../ui/use-parting-word';
import { useSingleConfirmation } from '../ui/use-single-confirmation';
import './hand.css';

/** The same as `Decision`, in plain HTML for pages that must stay light. */
export function PhoneDecision(props: DecisionProps) {
  const { open, act, consequences, grave = false, busy, error, ready = true } = props;
  const confirm = useSingleConfirmation(props);
  useFocusBack(open);
  usePartingWord(props);
  const id = useId();
  const here = useRef<HTMLDialogElement>(null);
  const { kind } = useSession();
  // A dialog of the browser lies above everything: it steps aside for the sign-in and comes back after it.
  const shown = open && kind !== 'expired';
  useEffect(() => {
    if (shown) here.current?.showModal();
    else here.current?.close();
  }, [shown]);
  return (
    <dialog
      ref={here}
      className="hand-decision"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        if (!busy) props.onCancel();
      }}
    >
      {shown && (
        <>
          <h2 id={id}>确认{act}</h2>
          <ul className="consequences">
            {consequences.map((consequence, i) => (
              // The sentences of one decision do not change places.
              <li key={i}>{consequence}</li>
            ))}
          </ul>
          {props.children}
          {error && <Failure error={error} what={`没有${act}`} safe="填写的内容还在。" />}
          <div className="hand-buttons">
            <button type="button" className="hand-button" disabled={busy} onClick={props.onCancel}>
              再看看
            </button>
            <button
              type="button"
              className={`hand-button ${grave ? 'hand-grave' : 'hand-primary'}`}
              disabled={busy || !ready}
              onClick={confirm}
            >
              {busy ? '正在办理…' : act}
            </button>
          </div>
        </>
      )}
    </dialog>
  );
}
